import { parseJudgement, type Judgement } from '../expectation.ts'
import { parseMeasure, type Measure } from '../measure.ts'
import { object } from '../parse.ts'
import { ABSENT, type Check, type CheckParser, type Verdict } from '../types.ts'

/** The check "this measure lies within that". */
export function measuring(kind: string, measure: Measure, { judge }: Judgement): Check {
  return {
    kind,
    unit: measure.unit,
    judge,
    evaluate: (w, s): Verdict => {
      const m = measure.read(w, s)
      if (m === 'absent') return ABSENT
      if (m === 'unmeasured') return { ...ABSENT, outcome: 'not-measurable' }
      return { ...judge(m.value, s), tick: m.tick, event: m.event }
    },
  }
}

/** `{"kind": "value", "measure": M, "expect": E, "partly": E}`: a number of an event, or any other measure (SPEC G32). */
export const parseValue: CheckParser = (value, at, ctx) => {
  const o = object(value, at, { required: ['kind', 'measure', 'expect'], optional: ['partly'] })
  return measuring('value', parseMeasure(o['measure'], `${at}.measure`, ctx), parseJudgement(o, at, ctx))
}
