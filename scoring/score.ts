// Weighted shares and bands (SPEC G42-G48).
import type { Cut } from './standing.ts'
import type { Scope } from './types.ts'
import type { Band, BandReport, CriterionRow, Outcome } from './report.ts'

/** Below this share of measurable weight a part has no band. */
export const LEAST_MEASURABLE = 0.7
/** Placeholder cuts of the provisional band. */
const PROVISIONAL = { competent: 80, developing: 60 }

const WORTH: Readonly<Partial<Record<Outcome, number>>> = { met: 1, partly: 0.5, missed: 0, 'to-confirm': 0 }

export interface Share {
  /** 0..1 over what could be measured; null when nothing could. */
  readonly share: number | null
  /** Weight of all criteria that apply, measurable or not. */
  readonly weight: number
  readonly measurable: number
}

/** Weight of what is not measurable is shared out over the rest, so the share is over the measurable weight. */
export function shareOf(rows: readonly CriterionRow[]): Share {
  let [weight, measurable, sum] = [0, 0, 0]
  for (const r of rows) {
    if (r.outcome === 'not-applicable') continue
    weight += r.weight
    const worth = WORTH[r.outcome]
    if (worth === undefined) continue
    measurable += r.weight
    sum += r.weight * worth
  }
  return { share: measurable > 0 ? sum / measurable : null, weight, measurable: weight > 0 ? measurable / weight : 0 }
}

/** Result and conduct keep their own weight, whatever could be measured of them. */
export function overall(rows: readonly CriterionRow[]): Share {
  const parts = (['result', 'conduct'] as const).map((p) => shareOf(rows.filter((r) => r.part === p)))
  const judged = parts.filter((p) => p.share !== null)
  const weight = judged.reduce((n, p) => n + p.weight, 0)
  const sum = judged.reduce((n, p) => n + p.weight * (p.share ?? 0), 0)
  return { ...shareOf(rows), share: weight > 0 ? sum / weight : null }
}

/** 0..100 with two decimals. */
export function points(s: Share): number | null {
  return s.share === null ? null : Math.round(s.share * 10000) / 100
}

function bandAt(score: number, cut: { readonly competent: number; readonly developing: number }): Band {
  return score >= cut.competent ? 'competent' : score >= cut.developing ? 'developing' : 'needs-work'
}

export interface BandInput {
  readonly rows: readonly CriterionRow[]
  readonly cut: Cut | null
  readonly critical: boolean
  readonly scope: Scope
  /** How a group of rows becomes one share. */
  readonly share: (rows: readonly CriterionRow[]) => Share
}

/** A band that is set counts no placeholder; the provisional one counts all. Any critical error = needs-work. */
export function bandReport(b: BandInput): BandReport {
  const all = b.share(b.rows)
  const score = points(all)
  const enough = all.measurable >= LEAST_MEASURABLE && score !== null
  const provisional = !enough ? 'not-set' : bandAt(score, PROVISIONAL)
  const firm = b.share(b.rows.filter((r) => r.mark !== 'placeholder'))
  const firmScore = points(firm)
  const cut = b.cut && { competent: b.cut.competent.resolve(b.scope), developing: b.cut.developing.resolve(b.scope) }
  const settable = cut !== null && firmScore !== null && firm.measurable >= LEAST_MEASURABLE
  const band = settable ? bandAt(firmScore, cut) : 'not-set'
  return {
    band: b.critical && cut ? 'needs-work' : band,
    provisional_band: b.critical ? 'needs-work' : provisional,
    score,
    measurable: Math.round(all.measurable * 1000) / 1000,
  }
}
