import type { EvidenceEvent } from '../evidence.ts'
import { parseJudgement } from '../expectation.ts'
import { maybe, name, object } from '../parse.ts'
import { allMatches, parsePattern } from '../pattern.ts'
import type { Check, CheckParser } from '../types.ts'

/** What an event is told apart by: its subject, object, site, or one of its values. */
export function identity(e: EvidenceEvent, by: string): string | null {
  if (by === 'subject') return e.subject
  if (by === 'object') return e.object ?? null
  if (by === 'site') return e.site ?? null
  const value = Object.hasOwn(e.values, by) ? e.values[by] : undefined
  return value === undefined ? null : String(value)
}

/** `{"kind": "count", "event": P, "distinct": "object", "expect": E, "partly": E}` (SPEC G31). */
export const parseCount: CheckParser = (value, at, ctx): Check => {
  const o = object(value, at, { required: ['kind', 'event', 'expect'], optional: ['partly', 'distinct'] })
  const p = parsePattern(o['event'], `${at}.event`, ctx)
  const distinct = maybe(o['distinct'], null, (v) => name(v, `${at}.distinct`))
  const { judge } = parseJudgement(o, at, ctx, 'counted')
  return {
    kind: 'count',
    unit: '',
    judge,
    evaluate: (w, s) => {
      const found = allMatches(w.events, p, s)
      const keys =
        distinct === null ? found : [...new Set(found.map((e) => identity(e, distinct)))].filter((k) => k !== null)
      const event = found[found.length - 1] ?? null
      return { ...judge(keys.length, s), tick: event?.tick ?? null, event }
    },
  }
}
