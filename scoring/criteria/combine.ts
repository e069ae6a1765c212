// Outcomes of several checks taken together.
import { ABSENT, type Verdict, type VerdictOutcome } from '../types.ts'

/** From worst to best; what cannot be judged stands between missed and met, so that one sure miss still decides. */
const RANK: readonly VerdictOutcome[] = ['missed', 'absent', 'not-measurable', 'partly', 'met']

const judged = (all: readonly Verdict[]): Verdict[] => all.filter((v) => v.outcome !== 'not-applicable')
const NOT_APPLICABLE: Verdict = { ...ABSENT, outcome: 'not-applicable' }

/** The worst verdict, the earlier one on a tie; not-applicable when none applies. */
export function worst(all: readonly Verdict[]): Verdict {
  return (
    judged(all).reduce<Verdict | null>(
      (a, b) => (a === null || RANK.indexOf(b.outcome) < RANK.indexOf(a.outcome) ? b : a),
      null,
    ) ?? NOT_APPLICABLE
  )
}

/** The best verdict, the earlier one on a tie; not-applicable when none applies. */
export function best(all: readonly Verdict[]): Verdict {
  return (
    judged(all).reduce<Verdict | null>(
      (a, b) => (a === null || RANK.indexOf(b.outcome) > RANK.indexOf(a.outcome) ? b : a),
      null,
    ) ?? NOT_APPLICABLE
  )
}
