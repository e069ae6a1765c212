import type { Check } from '../types.ts'
import { worst } from './combine.ts'

/** `{"kind": "all", "checks": [...]}`: the worst of several checks (SPEC G38). */
export function allOf(checks: readonly Check[]): Check {
  return { kind: 'all', unit: '', judge: null, evaluate: (w, s) => worst(checks.map((c) => c.evaluate(w, s))) }
}
