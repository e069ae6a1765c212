import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { useAsync } from '../kit/useAsync.ts'
import { checkDevice, type DeviceChecks } from './checks.ts'

type Line = readonly [ok: boolean, text: string]

function useStorageText(c: DeviceChecks): string {
  const { i18n } = useLingui()
  return {
    kept: i18n._({ id: 'device.kept', message: 'Your attempts are kept in this browser until you delete them.' }),
    'may-be-wiped': i18n._({
      id: 'device.wiped',
      message:
        'Your attempts are kept in this browser, but it may clear them after a while. Save copies of those that matter.',
    }),
    none: i18n._({
      id: 'device.noStorage',
      message:
        'This window keeps nothing (private window?). You can practise and save an attempt as a file at its end.',
    }),
  }[c.storage]
}

function useLines(c: DeviceChecks): Line[] {
  const { i18n } = useLingui()
  const storage = useStorageText(c)
  const draw = c.webgl
    ? i18n._({ id: 'device.webgl', message: 'This device can draw the treatment room.' })
    : i18n._({
        id: 'device.noWebgl',
        message: 'This browser cannot draw the room (no WebGL 2). Cases and reports still work here.',
      })
  const pointer =
    c.pointer === 'mouse'
      ? i18n._({ id: 'device.mouse', message: 'You work with the mouse: decisions and order of steps count in full.' })
      : i18n._({
          id: 'device.touch',
          message:
            'You work by touch: decisions and order of steps count in full. Turn the device sideways for the room.',
        })
  const headset = {
    ready: i18n._({
      id: 'device.headset',
      message: 'A headset is ready: you can also work with both hands in the room.',
    }),
    none: i18n._({ id: 'device.noHeadset', message: 'No headset here. None is needed.' }),
    insecure: i18n._({
      id: 'device.insecure',
      message: 'A headset cannot be used under this address, because it is not https. Ask whoever runs this server.',
    }),
  }[c.headset]
  return [
    [c.webgl, draw],
    [true, pointer],
    [c.headset !== 'insecure', headset],
    [c.storage === 'kept', storage],
  ]
}

function Lines({ checks }: { checks: DeviceChecks }): ReactNode {
  const { i18n } = useLingui()
  const yes = i18n._({ id: 'device.yes', message: 'Good:' })
  const but = i18n._({ id: 'device.but', message: 'Note:' })
  return (
    <ul className="checks">
      {useLines(checks).map(([ok, text]) => (
        <li key={text} className={ok ? 'ok' : 'note'}>
          <span className="visually-hidden">{ok ? yes : but}</span>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** What this device can do, in plain words. */
export function DeviceCard(): ReactNode {
  const { i18n } = useLingui()
  const checks = useAsync(checkDevice)
  return (
    <section className="sheet device" aria-labelledby="device-title">
      <h2 id="device-title">{i18n._({ id: 'device.title', message: 'This device' })}</h2>
      {checks.state === 'done' ? (
        <Lines checks={checks.value} />
      ) : (
        <p className="soft">{i18n._({ id: 'device.checking', message: 'Looking…' })}</p>
      )}
    </section>
  )
}
