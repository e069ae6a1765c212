import type { Check } from '../types.ts'
import { best } from './combine.ts'

/** `{"kind": "any", "checks": [...]}`: the best of several checks (SPEC G38). */
export function anyOf(checks: readonly Check[]): Check {
  return { kind: 'any', unit: '', judge: null, evaluate: (w, s) => best(checks.map((c) => c.evaluate(w, s))) }
}
