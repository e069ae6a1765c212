import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { procedures } from '../../../scenes/index.ts'
import { say } from '../i18n.ts'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { Page } from '../kit/Layout.tsx'
import { HeadsetLink } from '../headset/HeadsetLink.tsx'
import { ModeChoice } from './case/ModeChoice.tsx'
import { StepDepths } from './case/StepDepths.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** The case, what will be graded, and in which mode to play it. */
export function CasePage({ procedureId, caseId }: { procedureId: string; caseId: string }): ReactNode {
  const { i18n } = useLingui()
  const [mode, setMode] = useState<'guided' | 'practice'>('guided')
  const procedure = procedures.find((p) => p.id === procedureId)
  const chosen = procedure?.cases.find((c) => c.id === caseId)
  if (!procedure || !chosen) return <NotFoundPage />
  return (
    <Page title={say(chosen.title)}>
      <p className="crumb">
        <Link href="/library">{i18n._({ id: 'nav.library', message: 'Procedures' })}</Link> · {say(procedure.title)}
      </p>
      <div className="case">
        <div className="stack">
          <h1>{say(chosen.title)}</h1>
          <p className="vignette">{say(chosen.vignette)}</p>
          <StepDepths procedure={procedure} />
          <DraftNotice />
        </div>
        <aside className="sheet stack start">
          <ModeChoice mode={mode} onChange={setMode} />
          <Link href={`/room/new/${procedure.id}/${chosen.id}/${mode}`} className="button primary large">
            {i18n._({ id: 'case.enter', message: 'Enter the room' })}
          </Link>
          <HeadsetLink to={`/room/new/${procedure.id}/${chosen.id}/${mode}/headset`} />
          <p className="small soft">
            {i18n._({
              id: 'case.safe',
              message: 'Everything is kept second by second. You can stop at any time and go on later.',
            })}
          </p>
        </aside>
      </div>
    </Page>
  )
}
