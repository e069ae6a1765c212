// What this browser and device can do, found by trying, never by name (but for windows inside chat apps).
import { storageCare } from '../outbox/index.ts'

export interface DeviceChecks {
  readonly webgl: boolean
  /** The picture is drawn by the processor: slow. */
  readonly software: boolean
  /** A headset can be entered from this page. */
  readonly headset: 'ready' | 'none' | 'insecure'
  readonly storage: 'kept' | 'may-be-wiped' | 'none'
  /** Free space in megabytes as the browser estimates it; null when it does not say. */
  readonly free_mb: number | null
  readonly pointer: 'mouse' | 'touch'
  /** Memory in gigabytes, as far as the browser tells (it rounds and never says more than 8); null = it does not say. */
  readonly memory_gb: number | null
  /** The page is open inside a chat app, where storage may vanish with the chat. */
  readonly inApp: boolean
}

const IN_APP = /MicroMessenger|wxwork|DingTalk|QQ\/|Lark/i
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i

let drawing: { readonly webgl: boolean; readonly software: boolean } | null = null

/** Tried once a page: browsers allow only so many contexts. */
function tryDrawing(): { readonly webgl: boolean; readonly software: boolean } {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    if (!gl) return { webgl: false, software: false }
    const info = gl.getExtension('WEBGL_debug_renderer_info')
    const name: unknown = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''
    gl.getExtension('WEBGL_lose_context')?.loseContext()
    return { webgl: true, software: typeof name === 'string' && SOFTWARE.test(name) }
  } catch {
    return { webgl: false, software: false }
  }
}

/** Whether the room can be drawn here at all (WebGL 2). */
export function canDraw(): boolean {
  drawing ??= tryDrawing()
  return drawing.webgl
}

async function headset(): Promise<DeviceChecks['headset']> {
  if (!globalThis.isSecureContext) return 'insecure'
  const ready = await navigator.xr?.isSessionSupported('immersive-vr').catch(() => false)
  return ready ? 'ready' : 'none'
}

async function opensStorage(): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    try {
      const request = indexedDB.open('surehand.probe')
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
      request.addEventListener('error', () => resolve(false))
    } catch {
      resolve(false)
    }
  })
}

async function storage(): Promise<Pick<DeviceChecks, 'storage' | 'free_mb'>> {
  if (!(await opensStorage())) return { storage: 'none', free_mb: null }
  const care = await storageCare(false)
  const free_mb = care.free === null ? null : Math.round(care.free / 1e6)
  return { storage: care.persisted ? 'kept' : 'may-be-wiped', free_mb }
}

function memory(): number | null {
  const told = (navigator as Navigator & { readonly deviceMemory?: unknown }).deviceMemory
  return typeof told === 'number' ? told : null
}

export async function checkDevice(): Promise<DeviceChecks> {
  return {
    webgl: canDraw(),
    software: drawing?.software === true,
    headset: await headset(),
    ...(await storage()),
    pointer: matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    memory_gb: memory(),
    inApp: IN_APP.test(navigator.userAgent),
  }
}
