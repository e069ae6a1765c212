import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { procedures } from '../../../scenes/index.ts'
import type { Procedure } from '../../sim/index.ts'
import { useAttempts } from '../history/useAttempts.ts'
import { say } from '../i18n.ts'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { Page } from '../kit/Layout.tsx'
import { Plate } from '../kit/Plate.tsx'
import { DrillList } from './drills/DrillList.tsx'

function Card({ procedure, done }: { procedure: Procedure; done: number }): ReactNode {
  const { i18n } = useLingui()
  return (
    <li className="sheet card">
      <Plate />
      <div className="stack tight">
        <h2>{say(procedure.title)}</h2>
        <p className="row">
          <span className="tag partly">{i18n._({ id: 'review.draft', message: 'draft, not signed' })}</span>
          <span className="tag">{i18n._({ id: 'library.time', message: 'about 5 minutes' })}</span>
          {done > 0 && (
            <span className="tag met">
              {i18n._({
                id: 'library.done',
                message: '{n, plural, one {# attempt} other {# attempts}}',
                values: { n: done },
              })}
            </span>
          )}
        </p>
        <ul className="cases">
          {procedure.cases.map((c) => (
            <li key={c.id}>
              <Link href={`/library/${procedure.id}/${c.id}`} className="button">
                {say(c.title)}
                <span aria-hidden="true">→</span>
              </Link>
            </li>
          ))}
        </ul>
        <DrillList procedure={procedure} />
      </div>
    </li>
  )
}

export function LibraryPage(): ReactNode {
  const { i18n } = useLingui()
  const { rows, refresh } = useAttempts()
  useEffect(() => void refresh(), [refresh])
  const title = i18n._({ id: 'library.title', message: 'Procedures' })
  const done = (id: string): number => (rows ?? []).filter((r) => r.procedure === id && r.state === 'sealed').length
  const shelves = [
    ['orthopedic', i18n._({ id: 'library.orthopedic', message: 'Orthopedics' })],
    ['pediatric', i18n._({ id: 'library.pediatric', message: 'Pediatrics' })],
  ] as const
  return (
    <Page title={title}>
      <div className="stack wide-gap">
        <h1>{title}</h1>
        <DraftNotice />
        {shelves.map(([specialty, name]) => {
          const here = procedures.filter((p) => p.specialty === specialty)
          if (here.length === 0) return null
          return (
            <section key={specialty} className="stack">
              <h2 className="shelf">{name}</h2>
              <ul className="cards">
                {here.map((p) => (
                  <Card key={p.id} procedure={p} done={done(p.id)} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Page>
  )
}
