import type { XRStore } from '@react-three/xr'
import { useEffect, useState, type ReactNode } from 'react'

/** What this browser can do with a headset. */
export type VrSupport = 'checking' | 'ready' | 'insecure' | 'none'

/** Asks the browser; never throws. `insecure` = the page is not served over https, so there is no WebXR at all. */
export async function vrSupport(): Promise<VrSupport> {
  if (!globalThis.isSecureContext) return 'insecure'
  const xr = (navigator as { xr?: { isSessionSupported(mode: string): Promise<boolean> } }).xr
  if (!xr) return 'none'
  try {
    return (await xr.isSessionSupported('immersive-vr')) ? 'ready' : 'none'
  } catch {
    return 'none'
  }
}

export interface EnterVrProps {
  readonly store: XRStore
  /** Text for each state, from the application's catalogue. */
  readonly label: (support: VrSupport) => ReactNode
  readonly onError?: (e: unknown) => void
  readonly className?: string
}

/** Button that starts the headset session. It stays in the page: a session must begin in a click of this document. */
export function EnterVr({ store, label, onError, className }: EnterVrProps) {
  const [support, setSupport] = useState<VrSupport>('checking')
  useEffect(() => {
    let wanted = true
    void vrSupport().then((s) => wanted && setSupport(s))
    return () => void (wanted = false)
  }, [])
  const enter = (): void => {
    store.enterVR().catch((e: unknown) => onError?.(e))
  }
  return (
    <button id="enter-vr" type="button" className={className} disabled={support !== 'ready'} onClick={enter}>
      {label(support)}
    </button>
  )
}
