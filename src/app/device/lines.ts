// The device check in plain words: what works here, what does not, what can be done about it.
import type { I18n } from '@lingui/core'
import type { DeviceChecks } from './checks.ts'

export interface DeviceLine {
  readonly id: string
  readonly name: string
  readonly ok: boolean
  readonly text: string
}

/** Below this the room may be slow or close by itself, GB. Browsers say 2 for anything from 1.5 to 3 (design value). */
const SMALL_MEMORY_GB = 2
/** Below this an afternoon of attempts may not fit, MB (design value). */
const SMALL_SPACE_MB = 200

function picture(i18n: I18n, c: DeviceChecks): DeviceLine {
  const name = i18n._({ id: 'device.picture', message: 'Picture' })
  const text = !c.webgl
    ? i18n._({
        id: 'device.noWebgl',
        message:
          'This browser cannot draw the room (no WebGL 2). Cases, decisions and reports work. Try a newer Chrome, Edge or Firefox, or switch on hardware acceleration in its settings.',
      })
    : c.software
      ? i18n._({
          id: 'device.software',
          message:
            'The room works but will be slow: no graphics chip is used. Switch on hardware acceleration in the browser, or choose the simple picture in the settings.',
        })
      : i18n._({ id: 'device.webgl', message: 'The treatment room can be drawn.' })
  return { id: 'picture', name, ok: c.webgl && !c.software, text }
}

function hands(i18n: I18n, c: DeviceChecks): DeviceLine {
  const name = i18n._({ id: 'device.hands', message: 'Hands' })
  const text =
    c.pointer === 'mouse'
      ? i18n._({
          id: 'device.mouse',
          message: 'Mouse and keyboard: decisions and order of steps count in full, as on every device.',
        })
      : i18n._({
          id: 'device.touch',
          message:
            'Touch: decisions and order of steps count in full; place and depth are shown. Turn the device sideways for the room.',
        })
  return { id: 'hands', name, ok: true, text }
}

function headset(i18n: I18n, c: DeviceChecks): DeviceLine {
  const name = i18n._({ id: 'device.headsetName', message: 'Headset' })
  const text = {
    ready: i18n._({
      id: 'device.headset',
      message: 'One is ready: you can also work with both hands in the room.',
    }),
    none: i18n._({
      id: 'device.noHeadset',
      message: "None here, and none is needed. With one, open this address in the headset's own browser.",
    }),
    insecure: i18n._({
      id: 'device.insecure',
      message: 'It cannot be used under this address, because it is not https. Ask whoever runs this server.',
    }),
  }[c.headset]
  return { id: 'headset', name, ok: c.headset !== 'insecure', text }
}

function storageText(i18n: I18n, c: DeviceChecks): string {
  if (c.storage === 'none') {
    return i18n._({
      id: 'device.noStorage',
      message:
        'This window keeps nothing (private window?). You can practise and save an attempt as a file at its end.',
    })
  }
  if (c.free_mb !== null && c.free_mb < SMALL_SPACE_MB) {
    return i18n._({
      id: 'device.full',
      message: 'Only about {mb} MB are free. Save copies of attempts that matter and free some space on the device.',
      values: { mb: c.free_mb },
    })
  }
  return c.storage === 'kept'
    ? i18n._({ id: 'device.kept', message: 'Your attempts are kept in this browser until you forget them.' })
    : i18n._({
        id: 'device.wiped',
        message:
          'Your attempts are kept in this browser, but it may clear them after a while. Save copies of those that matter.',
      })
}

function storage(i18n: I18n, c: DeviceChecks): DeviceLine {
  const name = i18n._({ id: 'device.storage', message: 'Storage' })
  return { id: 'storage', name, ok: c.storage === 'kept', text: storageText(i18n, c) }
}

function memory(i18n: I18n, c: DeviceChecks): DeviceLine[] {
  if (c.memory_gb === null) return []
  const ok = c.memory_gb > SMALL_MEMORY_GB
  const text = ok
    ? i18n._({ id: 'device.memory', message: 'Enough.' })
    : i18n._({
        id: 'device.noMemory',
        message: 'Little ({gb} GB). Close other pages before you enter the room.',
        values: { gb: c.memory_gb },
      })
  return [{ id: 'memory', name: i18n._({ id: 'device.memoryName', message: 'Memory' }), ok, text }]
}

function chatApp(i18n: I18n, c: DeviceChecks): DeviceLine[] {
  if (!c.inApp) return []
  const text = i18n._({
    id: 'device.inApp',
    message: 'You are inside a chat app, which may forget what you do. Open this page in the browser.',
  })
  return [{ id: 'window', name: i18n._({ id: 'device.window', message: 'Window' }), ok: false, text }]
}

function language(i18n: I18n): DeviceLine {
  const text = i18n._({
    id: 'device.languageText',
    message: 'English. 中文 is at the top right, at any moment, also in the room.',
  })
  return { id: 'language', name: i18n._({ id: 'device.language', message: 'Language' }), ok: true, text }
}

/** What needs attention first, then what is well. */
export function deviceLines(i18n: I18n, c: DeviceChecks): DeviceLine[] {
  const all = [
    ...chatApp(i18n, c),
    picture(i18n, c),
    hands(i18n, c),
    headset(i18n, c),
    storage(i18n, c),
    ...memory(i18n, c),
    language(i18n),
  ]
  return [...all.filter((l) => !l.ok), ...all.filter((l) => l.ok)]
}
