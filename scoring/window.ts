// The part of the evidence that a check sees: everything, an interval between two events, or one repeat (SPEC G17).
import type { Evidence, EvidenceEvent } from './evidence.ts'
import { object } from './parse.ts'
import { findFrom, findLast, parsePattern, type Pattern } from './pattern.ts'
import type { Context, Scope, Window } from './types.ts'

/** Ticks of simulation in a second of motion time. */
export const TICK_HZ = 90

export function wholeWindow(evidence: Evidence): Window {
  return { events: evidence.events, start: 0, end: Number.MAX_SAFE_INTEGER, channels: evidence.channels }
}

/** Events `from` to `to` (inclusive) of a window; its channels run from the first of them to tick `end`. */
export function slice(w: Window, from: number, to: number, end: number): Window {
  const start = w.events[from]?.tick ?? w.start
  return { ...w, events: w.events.slice(from, to + 1), start, end }
}

/** The same window with other events, its channels cut to their ticks. */
export function only(w: Window, events: readonly EvidenceEvent[]): Window {
  return { ...w, events, start: events[0]?.tick ?? w.start, end: events[events.length - 1]?.tick ?? w.start }
}

interface Edge {
  readonly pattern: Pattern
  readonly last: boolean
}

function parseEdge(value: unknown, at: string, ctx: Context): Edge {
  const isLast = typeof value === 'object' && value !== null && 'last' in value
  if (!isLast) return { pattern: parsePattern(value, at, ctx), last: false }
  const o = object(value, at, { required: ['last'] })
  return { pattern: parsePattern(o['last'], `${at}.last`, ctx), last: true }
}

function findEdge(events: readonly EvidenceEvent[], e: Edge, s: Scope): number {
  return e.last ? findLast(events, e.pattern, s) : findFrom(events, e.pattern, s)
}

export type Interval = (w: Window, s: Scope) => Window | null

/**
 * `{"from": P, "to": P}`, either may be left out; `{"last": P}` takes the last match. An interval whose beginning never came is
 * null; one whose end never came runs to the end of the attempt.
 */
export function parseInterval(value: unknown, at: string, ctx: Context): Interval {
  const o = object(value, at, { optional: ['from', 'to'] })
  const from = o['from'] === undefined ? null : parseEdge(o['from'], `${at}.from`, ctx)
  const to = o['to'] === undefined ? null : parseEdge(o['to'], `${at}.to`, ctx)
  return (w, s) => {
    const first = from ? findEdge(w.events, from, s) : 0
    if (first < 0) return null
    if (!to) return from ? slice(w, first, w.events.length, w.end) : w
    const skip = from ? first + 1 : 0
    const rest = findEdge(w.events.slice(skip), to, s)
    const stop = rest < 0 ? w.events.length : skip + rest
    const cut = slice(w, first, stop, w.events[stop]?.tick ?? w.end)
    return from ? cut : { ...cut, start: w.start }
  }
}
