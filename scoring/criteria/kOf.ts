import { ABSENT, type Check, type MarkedNumber } from '../types.ts'

/**
 * `{"kind": "k_of", "k": N, "partly_from": N, "checks": [...]}`: at least k of several checks are met; partly from a smaller
 * number (SPEC G39).
 */
export function kOf(checks: readonly Check[], k: MarkedNumber, partlyFrom: MarkedNumber | null): Check {
  return {
    kind: 'k_of',
    unit: '',
    judge: null,
    evaluate: (w, s) => {
      const all = checks.map((c) => c.evaluate(w, s))
      const met = all.filter((v) => v.outcome === 'met')
      const unsure = all.filter((v) => v.outcome === 'not-measurable').length
      const need = k.resolve(s)
      const half = partlyFrom?.resolve(s) ?? Infinity
      const tick = met.reduce((t, v) => Math.max(t, v.tick ?? -1), -1)
      const measured = met.length
      const outcome =
        measured >= need ? 'met' : measured + unsure >= need ? 'not-measurable' : measured >= half ? 'partly' : 'missed'
      return { ...ABSENT, outcome, measured, expected: `>= ${need}`, tick: tick < 0 ? null : tick }
    },
  }
}
