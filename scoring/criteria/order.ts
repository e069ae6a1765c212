import type { EvidenceEvent } from '../evidence.ts'
import { maybe, object, oneOf } from '../parse.ts'
import { allMatches, findFrom, parsePattern, type Pattern } from '../pattern.ts'
import { ABSENT, type Check, type CheckParser, type Scope, type Verdict } from '../types.ts'

interface Order {
  readonly first: Pattern
  readonly second: Pattern
  readonly late: 'partly' | 'missed'
}

/** The first `first` comes before the first `next`. */
function once(o: Order, events: readonly EvidenceEvent[], s: Scope): Verdict {
  const j = findFrom(events, o.second, s)
  const event = events[j]
  if (!event) return ABSENT
  const i = findFrom(events, o.first, s)
  const outcome = i >= 0 && i < j ? 'met' : i >= 0 ? o.late : 'missed'
  return { ...ABSENT, outcome, measured: outcome === 'met', tick: event.tick, event }
}

/** Every `next` has a `first` since the `next` before it. */
function eachNext(o: Order, events: readonly EvidenceEvent[], s: Scope): Verdict {
  let ready = false
  let event: EvidenceEvent | null = null
  for (const e of events) {
    if (o.second.matches(e, s)) {
      event = e
      if (!ready) return { ...ABSENT, outcome: 'missed', measured: false, tick: e.tick, event: e }
      ready = false
    } else if (o.first.matches(e, s)) ready = true
  }
  return event ? { ...ABSENT, outcome: 'met', measured: true, tick: event.tick, event } : ABSENT
}

/** Every `first` is followed by a `next` before the next `first` and before the end. */
function eachFirst(o: Order, events: readonly EvidenceEvent[], s: Scope): Verdict {
  let open: EvidenceEvent | null = null
  const missed = (e: EvidenceEvent): Verdict => ({
    ...ABSENT,
    outcome: 'missed',
    measured: false,
    tick: e.tick,
    event: e,
  })
  for (const e of events) {
    if (o.second.matches(e, s)) open = null
    else if (o.first.matches(e, s)) {
      if (open) return missed(open)
      open = e
    }
  }
  if (open) return missed(open)
  const last = allMatches(events, o.first, s).pop()
  return last ? { ...ABSENT, outcome: 'met', measured: true, tick: last.tick, event: last } : ABSENT
}

/**
 * `{"kind": "order", "first": P, "next": P, "late": "partly", "each": "next"}`: `late` is what a `first` that came too late is
 * worth; `each` asks it of every `next`, or of every `first` (SPEC G35).
 */
export const parseOrder: CheckParser = (value, at, ctx): Check => {
  const o = object(value, at, { required: ['kind', 'first', 'next'], optional: ['late', 'each'] })
  const order: Order = {
    first: parsePattern(o['first'], `${at}.first`, ctx),
    second: parsePattern(o['next'], `${at}.next`, ctx),
    late: maybe(o['late'], 'missed' as const, (v) => oneOf(v, `${at}.late`, ['partly', 'missed'])),
  }
  const each = maybe(o['each'], null, (v) => oneOf(v, `${at}.each`, ['first', 'next']))
  const judge = each === 'next' ? eachNext : each === 'first' ? eachFirst : once
  return { kind: 'order', unit: '', judge: null, evaluate: (w, s) => judge(order, w.events, s) }
}
