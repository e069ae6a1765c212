import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

interface PlotFrameProps {
  readonly title: string
  /** One sentence that says what the plot shows, for who cannot see it. */
  readonly summary: string
  readonly width: number
  readonly height: number
  /** The same numbers as a table. */
  readonly table: ReactNode
  readonly children: ReactNode
}

/** A plot with its heading, and the table that it was drawn from folded away behind it. */
export function PlotFrame({ title, summary, width, height, table, children }: PlotFrameProps): ReactNode {
  const { i18n } = useLingui()
  return (
    <figure className="plot">
      <figcaption>
        <b>{title}</b>
        <span className="visually-hidden">{summary}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {children}
      </svg>
      <details className="behind">
        <summary>{i18n._({ id: 'plot.table', message: 'The same as a table' })}</summary>
        {table}
      </details>
    </figure>
  )
}
