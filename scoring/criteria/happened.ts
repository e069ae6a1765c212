import { flag, maybe, object } from '../parse.ts'
import { findFrom, parsePattern } from '../pattern.ts'
import { ABSENT, type Check, type CheckParser } from '../types.ts'

/** `{"kind": "happened", "event": P, "expect": true}`; `"expect": false` = it must not happen (SPEC G30). */
export const parseHappened: CheckParser = (value, at, ctx): Check => {
  const o = object(value, at, { required: ['kind', 'event'], optional: ['expect'] })
  const p = parsePattern(o['event'], `${at}.event`, ctx)
  const expect = maybe(o['expect'], true, (v) => flag(v, `${at}.expect`))
  return {
    kind: 'happened',
    unit: '',
    judge: null,
    evaluate: (w, s) => {
      const event = w.events[findFrom(w.events, p, s)] ?? null
      const measured = event !== null
      const outcome = measured === expect ? 'met' : 'missed'
      return { ...ABSENT, outcome, measured, expected: String(expect), tick: event?.tick ?? null, event }
    },
  }
}
