import { XR } from '@react-three/xr'
import { useMemo, type ReactNode } from 'react'
import { createSurehandXR } from './store.ts'

/**
 * Joins a canvas with the headset session that its renderer presents: input sources with their self-hosted profiles,
 * the session's camera, foveation. The session itself is begun in a click of the page and given to the renderer; the
 * store follows the renderer's `sessionstart`. Hands are drawn by the room, so the library draws none.
 */
export function HeadsetScene({ children }: { readonly children: ReactNode }) {
  const store = useMemo(() => createSurehandXR({ pointers: false }), [])
  return <XR store={store}>{children}</XR>
}
