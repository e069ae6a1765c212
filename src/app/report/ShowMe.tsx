import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Leads into the replay, three seconds before the moment that decided. Nothing when there was no such moment. */
export function ShowMe({ id, t, what }: { id: string; t: number | null; what: string }): ReactNode {
  const { i18n } = useLingui()
  if (t === null) return null
  const from = Math.max(0, t - 3).toFixed(1)
  return (
    <Link
      href={`/attempts/${id}/replay?t=${from}`}
      className="button small"
      aria-label={i18n._({ id: 'showMe.label', message: 'Show me: {what}', values: { what } })}
    >
      {i18n._({ id: 'showMe', message: 'Show me' })}
    </Link>
  )
}
