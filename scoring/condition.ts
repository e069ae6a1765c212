// When a criterion applies: facts of the case, choices, events, the profile (SPEC G16).
import { parseExpectation, satisfies } from './expectation.ts'
import { list, maybe, name, object, profileId, ProtocolError, refuse, someOf, text } from './parse.ts'
import { findFrom, findLast, parsePattern } from './pattern.ts'
import type { Context, Scope, Window } from './types.ts'

export interface Condition {
  (window: Window, scope: Scope): boolean
  /** Whether it could come out as `value` in some course of the attempt: facts and profile stand, choices and events do not. */
  may(value: boolean, scope: Scope): boolean
}

/** Decided by case and profile alone. */
function settled(holds: (s: Scope) => boolean): Condition {
  return Object.assign((_w: Window, s: Scope) => holds(s), { may: (v: boolean, s: Scope) => holds(s) === v })
}

/** Decided by what is done. */
function open(holds: (w: Window, s: Scope) => boolean): Condition {
  return Object.assign(holds, { may: () => true })
}

const DEEPEST = 6
const BOUNDS = ['between', 'at_least', 'at_most', 'above', 'below', 'exactly', 'near', 'within']
const FORMS = ['fact', 'choice', 'event', 'profile', 'all', 'any', 'not'] as const

function factIs(value: unknown, at: string): (v: number | string | boolean) => boolean {
  if (typeof value === 'boolean') return (v) => v === value
  const words = someOf(value, at, text)
  return (v) => typeof v === 'string' && words.includes(v)
}

function parseFact(value: unknown, at: string, ctx: Context): Condition {
  const o = object(value, at, { required: ['fact'], optional: ['is', ...BOUNDS] })
  const fact = name(o['fact'], `${at}.fact`)
  if (!ctx.facts.has(fact)) return refuse(`${at}.fact`, fact, 'a name from "facts"')
  const { fact: _, is, ...bounds } = o
  if (is !== undefined) {
    if (Object.keys(bounds).length > 0) throw new ProtocolError(at, 'got "is" and bounds, expected one of them')
    const wanted = factIs(is, `${at}.is`)
    return settled((s) => wanted(s.fact(fact, at)))
  }
  const e = parseExpectation(bounds, at, ctx)
  return settled((s) => satisfies(s.number(fact, at), e, s))
}

function parseChoice(value: unknown, at: string): Condition {
  const o = object(value, at, { required: ['choice'], optional: ['is', 'key'] })
  const about = name(o['choice'], `${at}.choice`)
  const key = maybe(o['key'], 'choice', (v) => name(v, `${at}.key`))
  const words = maybe(o['is'], null, (v) => someOf(v, `${at}.is`, text))
  const made = { matches: (e: Window['events'][number]) => e.kind === 'choose' && e.object === about }
  return open((w, s) => {
    const event = w.events[findLast(w.events, made, s)]
    const choice = event?.values[key]
    return event !== undefined && (words === null || (typeof choice === 'string' && words.includes(choice)))
  })
}

function parseEvent(value: unknown, at: string, ctx: Context): Condition {
  const p = parsePattern(object(value, at, { required: ['event'] })['event'], `${at}.event`, ctx)
  return open((w, s) => findFrom(w.events, p, s) >= 0)
}

function parseProfile(value: unknown, at: string, ctx: Context): Condition {
  const wanted = profileId(object(value, at, { required: ['profile'] })['profile'], `${at}.profile`)
  if (!ctx.profiles.has(wanted)) return refuse(`${at}.profile`, wanted, 'the id of a profile')
  return settled((s) => s.profile === wanted)
}

function parseMany(value: unknown, at: string, ctx: Context, form: 'all' | 'any'): Condition {
  const o = object(value, at, { required: [form] })
  const parts = list(o[form], `${at}.${form}`, (v, path) => parseCondition(v, path, ctx), { least: 1, most: 12 })
  const all = form === 'all'
  const holds = (w: Window, s: Scope): boolean => (all ? parts.every((c) => c(w, s)) : parts.some((c) => c(w, s)))
  // "all" is true when every part is, false when one is; "any" the other way round
  const may = (v: boolean, s: Scope): boolean =>
    all === v ? parts.every((c) => c.may(v, s)) : parts.some((c) => c.may(v, s))
  return Object.assign(holds, { may })
}

function parseForm(value: unknown, at: string, ctx: Context): Condition {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const form = FORMS.find((f) => keys.includes(f))
  if (form === 'fact') return parseFact(value, at, ctx)
  if (form === 'choice') return parseChoice(value, at)
  if (form === 'event') return parseEvent(value, at, ctx)
  if (form === 'profile') return parseProfile(value, at, ctx)
  if (form === 'not') {
    const inner = parseCondition(object(value, at, { required: ['not'] })['not'], `${at}.not`, ctx)
    return Object.assign((w: Window, s: Scope) => !inner(w, s), { may: (v: boolean, s: Scope) => inner.may(!v, s) })
  }
  return form === undefined
    ? refuse(at, value, `an object with one of ${FORMS.join(', ')}`)
    : parseMany(value, at, ctx, form)
}

/**
 * `{"fact": "prosthesis", "is": true}`, `{"fact": "weight_kg", "below": N}`, `{"choice": "block", "is": ["yes"]}`,
 * `{"event": P}`, `{"profile": "WHO"}`, and `all`, `any`, `not` of these.
 */
export function parseCondition(value: unknown, at: string, ctx: Context): Condition {
  if (ctx.depth >= DEEPEST) throw new ProtocolError(at, `nested deeper than ${DEEPEST}; simplify it`)
  ctx.depth++
  const out = parseForm(value, at, ctx)
  ctx.depth--
  return out
}
