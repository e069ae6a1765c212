import type { EvidenceEvent } from '../evidence.ts'
import { parseExpectation, parseJudgement, satisfies } from '../expectation.ts'
import { channelOf, channelSamples, clockTime, type Measure, type Measured } from '../measure.ts'
import { maybe, name, object, oneOf, type Fields } from '../parse.ts'
import { findFrom, parsePattern, type Pattern } from '../pattern.ts'
import type { CheckParser, Context, Scope } from '../types.ts'
import { measuring } from './value.ts'

const TAKES = ['first', 'last', 'longest', 'shortest', 'total'] as const

interface Span {
  readonly value: number
  readonly event: EvidenceEvent
}

/** Each `from` with the first `to` after it; a new `from` before that is part of the same span. */
function spans(
  events: readonly EvidenceEvent[],
  edge: readonly [Pattern, Pattern],
  s: Scope,
  clock: 'motion' | 'clinical',
): Span[] {
  const out: Span[] = []
  for (let i = findFrom(events, edge[0], s); i >= 0;) {
    const j = findFrom(events, edge[1], s, i + 1)
    const [a, b] = [events[i], events[j]]
    if (!a || !b) break
    out.push({ value: clockTime(b, clock) - clockTime(a, clock), event: b })
    i = findFrom(events, edge[0], s, j)
  }
  return out
}

function choose(all: readonly Span[], take: (typeof TAKES)[number]): Measured {
  const first = all[0]
  const last = all[all.length - 1]
  if (!first || !last) return 'absent'
  const best = (better: (a: number, b: number) => boolean): Span =>
    all.reduce((a, b) => (better(b.value, a.value) ? b : a), first)
  const sum = all.reduce((n, x) => n + x.value, 0)
  const found =
    take === 'first'
      ? first
      : take === 'longest'
        ? best((a, b) => a > b)
        : take === 'shortest'
          ? best((a, b) => a < b)
          : take === 'total'
            ? { ...last, value: sum }
            : last
  return { value: found.value, tick: found.event.tick, event: found.event }
}

function betweenEvents(o: Fields, at: string, ctx: Context): Measure {
  const from = parsePattern(o['from'], `${at}.from`, ctx)
  const to = parsePattern(o['to'], `${at}.to`, ctx)
  const clock = oneOf(o['clock'], `${at}.clock`, ['motion', 'clinical'])
  const take = maybe(o['take'], 'first' as const, (v) => oneOf(v, `${at}.take`, TAKES))
  return { unit: 's', read: (w, s) => choose(spans(w.events, [from, to], s, clock), take) }
}

/** Seconds for which a channel satisfied an expectation; channels know only the motion clock. */
function whileChannel(o: Fields, at: string, ctx: Context): Measure {
  const key = name(o['channel'], `${at}.channel`)
  const e = parseExpectation(o['while'], `${at}.while`, ctx)
  oneOf(o['clock'], `${at}.clock`, ['motion'])
  return {
    unit: 's',
    read: (w, s) => {
      const c = channelOf(w, key)
      if (!c) return 'unmeasured'
      const inside = channelSamples(c, w).filter((x) => satisfies(x.value, e, s))
      return { value: inside.length / c.hz, tick: inside[inside.length - 1]?.tick ?? null, event: null }
    },
  }
}

/**
 * `{"kind": "duration", "from": P, "to": P, "clock": "clinical", "take": "first", "expect": E}`, or
 * `{"kind": "duration", "channel": name, "while": E, "clock": "motion", "expect": E}` (SPEC G34).
 */
export const parseDuration: CheckParser = (value, at, ctx) => {
  const byChannel = typeof value === 'object' && value !== null && 'channel' in value
  const required = byChannel ? ['channel', 'while'] : ['from', 'to']
  const o = object(value, at, {
    required: ['kind', 'clock', 'expect', ...required],
    optional: byChannel ? ['partly'] : ['partly', 'take'],
  })
  const measure = byChannel ? whileChannel(o, at, ctx) : betweenEvents(o, at, ctx)
  return measuring('duration', measure, parseJudgement(o, at, ctx))
}
