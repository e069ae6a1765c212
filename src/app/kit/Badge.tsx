import type { ReactNode } from 'react'

export type Tone = 'quiet' | 'met' | 'partly' | 'missed'

const GLYPHS: Readonly<Record<Tone, string>> = { quiet: '', met: '✓', partly: '◐', missed: '✕' }

/** A word or two about a thing. Its tone never stands by colour alone: `glyph` shows the sign of the tone too. */
export function Badge({ tone, glyph, children }: { tone?: Tone; glyph?: boolean; children: ReactNode }): ReactNode {
  const of = tone ?? 'quiet'
  return (
    <span className={`tag ${of}`}>
      {glyph && GLYPHS[of] !== '' && <span aria-hidden="true">{GLYPHS[of]}</span>}
      {children}
    </span>
  )
}
