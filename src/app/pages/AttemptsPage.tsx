import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { AttemptList } from '../history/AttemptList.tsx'
import { ImportButton } from '../history/ImportButton.tsx'
import { KeepSafe } from '../history/KeepSafe.tsx'
import { Unfinished } from '../history/Unfinished.tsx'
import { useAttempts } from '../history/useAttempts.ts'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'

function Empty(): ReactNode {
  const { i18n } = useLingui()
  return (
    <div className="sheet stack empty">
      <p>{i18n._({ id: 'attempts.empty', message: 'No finished attempt in this browser yet.' })}</p>
      <p>
        <Link href="/library" className="button primary">
          {i18n._({ id: 'attempts.first', message: 'Choose a procedure' })}
        </Link>
      </p>
    </div>
  )
}

export function AttemptsPage(): ReactNode {
  const { i18n } = useLingui()
  const { rows, error, refresh } = useAttempts()
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => void refresh(), [refresh])
  const title = i18n._({ id: 'attempts.title', message: 'My attempts' })
  const sealed = (rows ?? []).filter((r) => r.state === 'sealed')
  return (
    <Page title={title}>
      <div className="stack">
        <div className="row spread">
          <h1>{title}</h1>
          <ImportButton onFailure={setFailure} />
        </div>
        <p className="soft">
          {i18n._({
            id: 'attempts.where',
            message: 'They are kept in this browser only, and never deleted by this page.',
          })}
        </p>
        {error !== null && <Failure error={error} />}
        {failure !== null && <Failure error={failure} />}
        <Unfinished />
        <KeepSafe />
        {rows !== null && sealed.length === 0 && error === null && <Empty />}
        {sealed.length > 0 && <AttemptList rows={sealed} onFailure={setFailure} />}
      </div>
    </Page>
  )
}
