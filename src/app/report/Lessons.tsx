import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { CriterionRow, Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'
import { lessonsOf } from './lessonsOf.ts'
import { ShowMe } from './ShowMe.tsx'
import { SIGN } from './words.ts'

function Lesson({ row, id }: { row: CriterionRow; id: string }): ReactNode {
  const good = row.outcome === 'met'
  return (
    <li className={good ? 'lesson good' : 'lesson'}>
      <h3>
        <span aria-hidden="true">{SIGN[row.outcome]} </span>
        {say(row.title)}
      </h3>
      {row.feedback && <p>{say(row.feedback)}</p>}
      <ShowMe id={id} t={row.t} what={say(row.title)} />
    </li>
  )
}

export function Lessons({ report, id }: { report: Report; id: string }): ReactNode {
  const { i18n } = useLingui()
  const { good, change } = lessonsOf(report)
  const rows = [...(good ? [good] : []), ...change]
  if (rows.length === 0) return null
  const title =
    change.length > 0
      ? i18n._({ id: 'lessons.title', message: 'What to keep, what to change' })
      : i18n._({ id: 'lessons.allGood', message: 'What to keep' })
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <ul className="lessons">
        {rows.map((row) => (
          <Lesson key={row.id} row={row} id={id} />
        ))}
      </ul>
    </section>
  )
}
