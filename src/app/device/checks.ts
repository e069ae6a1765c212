// What this browser and device can do, found by trying, never by name (but for windows inside chat apps).
import { storageCare } from '../outbox/index.ts'

export interface DeviceChecks {
  readonly webgl: boolean
  /** A headset can be entered from this page. */
  readonly headset: 'ready' | 'none' | 'insecure'
  readonly storage: 'kept' | 'may-be-wiped' | 'none'
  readonly pointer: 'mouse' | 'touch'
  /** The page is open inside a chat app, where storage may vanish with the chat. */
  readonly inApp: boolean
}

const IN_APP = /MicroMessenger|wxwork|DingTalk|QQ\/|Lark/i

function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

async function headset(): Promise<DeviceChecks['headset']> {
  if (!globalThis.isSecureContext) return 'insecure'
  const ready = await navigator.xr?.isSessionSupported('immersive-vr').catch(() => false)
  return ready ? 'ready' : 'none'
}

async function storage(): Promise<DeviceChecks['storage']> {
  const opens = await new Promise<boolean>((resolve) => {
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
  if (!opens) return 'none'
  return (await storageCare(false)).persisted ? 'kept' : 'may-be-wiped'
}

export async function checkDevice(): Promise<DeviceChecks> {
  return {
    webgl: canDraw(),
    headset: await headset(),
    storage: await storage(),
    pointer: matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    inApp: IN_APP.test(navigator.userAgent),
  }
}
