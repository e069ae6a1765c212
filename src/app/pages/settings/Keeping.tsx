// What is kept in this browser: how much, copies out and in, and forgetting it all.
import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useState } from 'react'
import { saveAll } from '../../history/exchange.ts'
import { ImportButton } from '../../history/ImportButton.tsx'
import { useAttempts } from '../../history/useAttempts.ts'
import { Card } from '../../kit/Card.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { useAsync } from '../../kit/useAsync.ts'
import { outbox, storageCare } from '../../outbox/index.ts'
import { forgetDevice } from '../../state/forget.ts'

const care = (): ReturnType<typeof storageCare> => storageCare(false)

function Space({ count }: { count: number }): ReactNode {
  const { i18n } = useLingui()
  const kept = useAsync(care)
  const bytes = kept.state === 'done' ? kept.value.free : null
  const free = bytes === null ? null : bytes >= 1e9 ? `${Math.round(bytes / 1e9)} GB` : `${Math.round(bytes / 1e6)} MB`
  const persisted = kept.state === 'done' && kept.value.persisted
  return (
    <p>
      {i18n._({
        id: 'keeping.count',
        message: '{n, plural, one {# attempt is} other {# attempts are}} kept in this browser.',
        values: { n: count },
      })}{' '}
      {free !== null && i18n._({ id: 'keeping.free', message: 'About {free} are free.', values: { free } })}{' '}
      {kept.state === 'done' &&
        (persisted
          ? i18n._({ id: 'keeping.persisted', message: 'The browser promises to keep them.' })
          : i18n._({ id: 'keeping.loose', message: 'The browser may clear them after a while: save copies.' }))}
    </p>
  )
}

function ForgetDialog({ isOpen, onClose, count }: { isOpen: boolean; onClose(): void; count: number }): ReactNode {
  const { i18n } = useLingui()
  const [failure, setFailure] = useState<unknown>(null)
  const forget = (): void => {
    forgetDevice().then(() => globalThis.location.assign('/'), setFailure)
  }
  return (
    <Dialog title={i18n._({ id: 'forget.title', message: 'Forget this device?' })} isOpen={isOpen} onClose={onClose}>
      <p>
        {i18n._({
          id: 'forget.text',
          message:
            'This deletes all attempts ({n}) and all settings from this browser. Nobody else has a copy, and it cannot be undone.',
          values: { n: count },
        })}
      </p>
      {failure !== null && <Failure error={failure} />}
      <div className="row">
        <button type="button" className="button primary" onClick={onClose}>
          {i18n._({ id: 'forget.no', message: 'Keep everything' })}
        </button>
        <button type="button" className="button danger" onClick={forget}>
          {i18n._({ id: 'forget.yes', message: 'Delete everything' })}
        </button>
      </div>
    </Dialog>
  )
}

export function Keeping(): ReactNode {
  const { i18n } = useLingui()
  const { rows, refresh } = useAttempts()
  const [failure, setFailure] = useState<unknown>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => void refresh(), [refresh])
  const all = rows ?? []
  const sealed = all.filter((r) => r.state === 'sealed')
  return (
    <Card title={i18n._({ id: 'keeping.title', message: 'What is kept here' })}>
      <Space count={all.length} />
      {failure !== null && <Failure error={failure} />}
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={sealed.length === 0}
          onClick={() => void saveAll(outbox, sealed).then(refresh, setFailure)}
        >
          {i18n._({ id: 'keeping.export', message: 'Save copies of all finished attempts' })}
        </button>
        <ImportButton onFailure={setFailure} />
      </div>
      <div className="row spread forget">
        <p className="soft small measure">
          {i18n._({
            id: 'forget.hint',
            message: 'On a shared computer: delete attempts, settings and offline copies before you leave.',
          })}
        </p>
        <button type="button" className="button danger" onClick={() => setAsking(true)}>
          {i18n._({ id: 'forget.open', message: 'Forget this device' })}
        </button>
      </div>
      <ForgetDialog isOpen={asking} onClose={() => setAsking(false)} count={all.length} />
    </Card>
  )
}
