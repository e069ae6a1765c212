import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { Notice } from '../kit/Notice.tsx'
import { attemptName, clock, when } from './names.ts'
import { useAttempts } from './useAttempts.ts'

/** Attempts that were interrupted: go on, or keep what there is. */
export function Unfinished(): ReactNode {
  const { i18n } = useLingui()
  const { rows, refresh } = useAttempts()
  useEffect(() => void refresh(), [refresh])
  const open = (rows ?? []).filter((r) => r.state === 'open' && r.ticks > 0)
  if (open.length === 0) return null
  return (
    <section className="stack tight" aria-label={i18n._({ id: 'unfinished.label', message: 'Unfinished attempts' })}>
      {open.map((row) => (
        <Notice key={row.id} kind="calm">
          <p>
            {i18n._({
              id: 'unfinished.text',
              message: '{name} of {date} is not finished. {time} of it are safe.',
              values: {
                name: attemptName(row),
                date: when(i18n, row.createdUtc),
                time: clock(row.ticks / 90),
              },
            })}
          </p>
          <Link href={`/room/${row.id}`} className="button primary small">
            {i18n._({ id: 'unfinished.continue', message: 'Continue' })}
          </Link>
        </Notice>
      ))}
    </section>
  )
}
