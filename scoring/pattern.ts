// Which events a rule speaks of: kind, and any of subject, object, site and values (SPEC G15).
import { KINDS, type EvidenceEvent, type Kind } from './evidence.ts'
import { parseExpectation, satisfies, type Expectation } from './expectation.ts'
import { entries, id, maybe, name, object, oneOf, someOf, text } from './parse.ts'
import type { Context, Scope } from './types.ts'

type Wanted = (value: number | string | boolean | undefined, scope: Scope) => boolean

interface One {
  readonly kinds: readonly Kind[]
  readonly subject: readonly string[] | null
  readonly object: readonly string[] | null
  readonly site: readonly string[] | null
  readonly where: readonly (readonly [string, Wanted])[]
}

export interface Pattern {
  matches(event: EvidenceEvent, scope: Scope): boolean
}

function parseWanted(value: unknown, at: string, ctx: Context): Wanted {
  if (typeof value === 'boolean') return (v) => v === value
  if (typeof value === 'string' || Array.isArray(value)) {
    const words = someOf(value, at, text)
    return (v) => typeof v === 'string' && words.includes(v)
  }
  const e: Expectation = parseExpectation(value, at, ctx)
  return (v, s) => typeof v === 'number' && satisfies(v, e, s)
}

function parseOne(value: unknown, at: string, ctx: Context): One {
  const o = object(value, at, { required: ['kind'], optional: ['subject', 'object', 'site', 'where'] })
  const words = (key: string): string[] | null => maybe(o[key], null, (v) => someOf(v, `${at}.${key}`, id))
  const where = o['where'] === undefined ? [] : entries(o['where'], `${at}.where`, name)
  return {
    kinds: someOf(o['kind'], `${at}.kind`, (v, path) => oneOf(v, path, KINDS)),
    subject: words('subject'),
    object: words('object'),
    site: words('site'),
    where: where.map(([key, v]) => [key, parseWanted(v, `${at}.where.${key}`, ctx)]),
  }
}

const has = (words: readonly string[] | null, word: string | undefined): boolean =>
  words === null || (word !== undefined && words.includes(word))

function fits(p: One, e: EvidenceEvent, s: Scope): boolean {
  if (!p.kinds.includes(e.kind) || !has(p.subject, e.subject) || !has(p.object, e.object) || !has(p.site, e.site)) {
    return false
  }
  return p.where.every(([key, wanted]) => wanted(Object.hasOwn(e.values, key) ? e.values[key] : undefined, s))
}

/**
 * `{"kind": "enter", "subject": "needle-18", "site": ["skin"], "where": {"depth_mm": {...}, "patella_held": true}}` or a list
 * of such (any of them). Subject, object and site are ids, keys of `where` are names.
 */
export function parsePattern(value: unknown, at: string, ctx: Context): Pattern {
  const all = someOf(value, at, (v, path) => parseOne(v, path, ctx))
  return { matches: (e, s) => all.some((p) => fits(p, e, s)) }
}

/** Index of the first match at or after `from`; -1 when there is none. */
export function findFrom(events: readonly EvidenceEvent[], p: Pattern, s: Scope, from = 0): number {
  for (let i = from; i < events.length; i++) {
    const e = events[i]
    if (e && p.matches(e, s)) return i
  }
  return -1
}

export function findLast(events: readonly EvidenceEvent[], p: Pattern, s: Scope): number {
  for (let i = events.length - 1; i >= 0; i--) {
    const e = events[i]
    if (e && p.matches(e, s)) return i
  }
  return -1
}

export function allMatches(events: readonly EvidenceEvent[], p: Pattern, s: Scope): EvidenceEvent[] {
  return events.filter((e) => p.matches(e, s))
}
