import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { useAsync } from '../kit/useAsync.ts'
import { checkDevice, type DeviceChecks } from './checks.ts'
import { deviceLines } from './lines.ts'

function Lines({ checks }: { checks: DeviceChecks }): ReactNode {
  const { i18n } = useLingui()
  const yes = i18n._({ id: 'device.yes', message: 'Good:' })
  const but = i18n._({ id: 'device.but', message: 'Note:' })
  return (
    <ul className="checks">
      {deviceLines(i18n, checks).map((line) => (
        <li key={line.id} className={line.ok ? 'ok' : 'note'}>
          <span className="visually-hidden">{line.ok ? yes : but}</span>
          <b>{line.name}</b>
          <span>{line.text}</span>
        </li>
      ))}
    </ul>
  )
}

function Sum({ checks }: { checks: DeviceChecks }): ReactNode {
  const { i18n } = useLingui()
  const text = !checks.webgl
    ? i18n._({ id: 'device.sum.read', message: 'You can read cases and reports here; the room needs another browser.' })
    : checks.storage === 'none'
      ? i18n._({ id: 'device.sum.unkept', message: 'Everything works, but nothing is kept when you close it.' })
      : checks.software
        ? i18n._({ id: 'device.sum.slow', message: 'Everything works here, but the picture will be slow.' })
        : i18n._({ id: 'device.sum.good', message: 'Everything that you need works here.' })
  return <p className="soft">{text}</p>
}

/** What this device can do, in plain words. */
export function DeviceCard(): ReactNode {
  const { i18n } = useLingui()
  const checks = useAsync(checkDevice)
  return (
    <section className="sheet device" aria-labelledby="device-title">
      <div className="row spread">
        <h2 id="device-title">{i18n._({ id: 'device.title', message: 'This device' })}</h2>
        {checks.state === 'done' && <Sum checks={checks.value} />}
      </div>
      {checks.state === 'done' ? (
        <Lines checks={checks.value} />
      ) : (
        <p className="soft">{i18n._({ id: 'device.checking', message: 'Looking…' })}</p>
      )}
    </section>
  )
}
