import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { CriterionRow, Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'
import { ShowMe } from './ShowMe.tsx'
import { SIGN } from './words.ts'

const LOST: Partial<Record<CriterionRow['outcome'], number>> = { missed: 1, partly: 0.5, 'to-confirm': 1 }

/** One good thing and the two that would change most: critical first, then by the weight that was lost. */
export function lessonsOf(report: Report): { good: CriterionRow | undefined; change: CriterionRow[] } {
  const lost = (r: CriterionRow): number => (LOST[r.outcome] ?? 0) * (r.weight + (r.critical ? 1000 : 0))
  const change = report.criteria.filter((r) => lost(r) > 0).sort((a, b) => lost(b) - lost(a))
  const met = report.criteria.filter((r) => r.outcome === 'met' && !r.critical).sort((a, b) => b.weight - a.weight)
  return { good: met[0], change: change.slice(0, 2) }
}

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
