// History: what is unfinished, every attempt, and what they say together.
import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { AttemptList } from '../history/AttemptList.tsx'
import { Curves } from '../history/Curves.tsx'
import { ImportButton } from '../history/ImportButton.tsx'
import { KeepSafe } from '../history/KeepSafe.tsx'
import { Unfinished } from '../history/Unfinished.tsx'
import { useAttempts } from '../history/useAttempts.ts'
import { useReports } from '../history/useReports.ts'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { Tabs } from '../kit/Tabs.tsx'

function Empty(): ReactNode {
  const { i18n } = useLingui()
  return (
    <div className="sheet stack">
      <p>{i18n._({ id: 'attempts.empty', message: 'No finished attempt in this browser yet.' })}</p>
      <p>
        <Link href="/library" className="button primary">
          {i18n._({ id: 'attempts.first', message: 'Choose a procedure' })}
        </Link>
      </p>
    </div>
  )
}

function Head({ title, onFailure }: { title: string; onFailure(error: unknown): void }): ReactNode {
  const { i18n } = useLingui()
  return (
    <div className="page-head">
      <div className="stack tight">
        <h1>{title}</h1>
        <p className="soft">
          {i18n._({
            id: 'attempts.where',
            message: 'They are kept in this browser only, until you forget them in the settings.',
          })}
        </p>
      </div>
      <ImportButton onFailure={onFailure} />
    </div>
  )
}

export default function AttemptsPage(): ReactNode {
  const { i18n } = useLingui()
  const here = useReports()
  const { rows, error } = useAttempts()
  const [failure, setFailure] = useState<unknown>(null)
  const title = i18n._({ id: 'attempts.title', message: 'My attempts' })
  const sealed = here.rows.filter((r) => r.state === 'sealed')
  const list = (
    <>
      {rows !== null && sealed.length === 0 && error === null && <Empty />}
      {sealed.length > 0 && <AttemptList rows={sealed} reports={here.reports} onFailure={setFailure} />}
    </>
  )
  return (
    <Page title={title}>
      <div className="stack">
        <Head title={title} onFailure={setFailure} />
        {error !== null && <Failure error={error} />}
        {failure !== null && <Failure error={failure} />}
        <Unfinished />
        <KeepSafe />
        <Tabs
          label={title}
          pages={[
            { id: 'list', title: i18n._({ id: 'attempts.list', message: 'Attempts' }), content: list },
            {
              id: 'curve',
              title: i18n._({ id: 'attempts.curve', message: 'Learning curve' }),
              content: <Curves here={here} />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
