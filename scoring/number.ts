// Numbers of a protocol, each with its mark, and what is expected of a measured value (SPEC G10-G14).
import { evaluateFormula, formulaNames, parseFormula, type Formula } from './formula.ts'
import { finite, name, object, oneOf, ProtocolError, refuse, someOf, text } from './parse.ts'
import type { Context, MarkedNumber, NumberMark, Scope } from './types.ts'

/** Above this a count is a threshold and needs a mark: six entries belong to a rule, thirty images do not. */
const LARGEST_COUNT = 12
const MARKS = ['source', 'panel', 'placeholder', 'rule'] as const
/** Facts that every attempt has beside those of its case. */
export const DEVICE_FACTS = ['reaction_ms', 'jitter_mm', 'jitter_deg'] as const

/** Where a number stands: in counting places (none, once, both) whole numbers may belong to the rule itself. */
export type Place = 'measured' | 'counted'

function citation(value: unknown, at: string, ctx: Context): string[] {
  return someOf(value, at, (v, path) => {
    const key = text(v, path)
    if (!ctx.sources.has(key)) return refuse(path, key, 'a key of "sources"')
    return key
  })
}

/** Mark and citation of a number or rule: a source needs its citation, a panel its panel. */
export function parseMark(
  o: Readonly<Record<string, unknown>>,
  at: string,
  ctx: Context,
): { mark: NumberMark; source: string } {
  const mark = oneOf(o['mark'], `${at}.mark`, MARKS)
  if (mark === 'panel') {
    const panel = text(o['panel'], `${at}.panel`)
    if (!ctx.panels.has(panel)) return refuse(`${at}.panel`, panel, 'a key of "panels"')
    return { mark, source: panel }
  }
  if (o['panel'] !== undefined) throw new ProtocolError(`${at}.panel`, 'only a number with the mark panel has a panel')
  if (mark === 'source' && o['source'] === undefined) {
    throw new ProtocolError(at, 'the mark is source, but "source" is missing; cite it or mark it placeholder')
  }
  const keys = o['source'] === undefined ? [] : citation(o['source'], `${at}.source`, ctx)
  return { mark, source: keys.join(', ') }
}

function checkNames(formula: Formula, at: string, ctx: Context): void {
  for (const n of formulaNames(formula)) {
    const known = ctx.facts.has(n) || ctx.profileValues.has(n) || DEVICE_FACTS.some((d) => d === n)
    if (!known)
      throw new ProtocolError(at, `got the name "${n}", expected a name from "facts" or of a profile's values`)
  }
}

function fromFormula(formula: Formula, at: string, ctx: Context): (s: Scope) => number {
  checkNames(formula, at, ctx)
  return (s) => {
    const v = evaluateFormula(formula, (n) => s.number(n, at))
    if (!Number.isFinite(v)) throw new RangeError(`${at}: got ${v}, expected a finite number for this case's facts`)
    return v
  }
}

/** Weakest mark among the profile values that a formula reads. */
function weakened(mark: NumberMark, names: readonly string[], ctx: Context): NumberMark {
  const marks = [mark, ...names.flatMap((n) => ctx.profileValues.get(n) ?? [])]
  return weakest(marks) ?? mark
}

/** Placeholder, then panel, then source; a number of the rule itself weighs nothing. Null when only rules are left. */
export function weakest(marks: readonly NumberMark[]): 'placeholder' | 'panel' | 'source' | null {
  for (const m of ['placeholder', 'panel', 'source'] as const) if (marks.includes(m)) return m
  return null
}

function keep(n: MarkedNumber, ctx: Context): MarkedNumber {
  ctx.numbers.push(n)
  return n
}

function plain(value: number, at: string, place: Place, ctx: Context): MarkedNumber {
  const counted = place === 'counted' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT
  if (value !== 0 && !counted) {
    throw new ProtocolError(at, `got ${value} without a mark; write {"value": ${value}, "mark": ..., "source": ...}`)
  }
  return keep({ path: at, mark: 'rule', source: '', written: String(value), resolve: () => value }, ctx)
}

function ofProfile(value: unknown, at: string, ctx: Context): MarkedNumber {
  const n = name(value, `${at}.profile`)
  const marks = ctx.profileValues.get(n)
  if (!marks) return refuse(`${at}.profile`, n, "a name of the profiles' values")
  const mark = weakest(marks) ?? 'source'
  return keep({ path: at, mark, source: `profile ${n}`, written: n, resolve: (s) => s.number(n, at) }, ctx)
}

/**
 * A number of a protocol: `{"value": 5 or "2*weight_kg", "mark": ..., "source": ..., "note": ...}`, `{"profile": name}`, or a
 * bare whole number that belongs to the rule itself (0 anywhere; 0..12 where things are counted).
 */
export function parseNumber(value: unknown, at: string, ctx: Context, place: Place = 'measured'): MarkedNumber {
  if (typeof value === 'number') return plain(finite(value, at), at, place, ctx)
  const isRef = typeof value === 'object' && value !== null && 'profile' in value
  if (isRef) return ofProfile(object(value, at, { required: ['profile'] })['profile'], at, ctx)
  const o = object(value, at, { required: ['value', 'mark'], optional: ['source', 'panel', 'note'] })
  const { mark, source } = parseMark(o, at, ctx)
  if (o['note'] !== undefined) text(o['note'], `${at}.note`)
  if (typeof o['value'] === 'string') {
    const formula = parseFormula(o['value'], `${at}.value`)
    const resolve = fromFormula(formula, `${at}.value`, ctx)
    if (mark === 'rule')
      return refuse(`${at}.mark`, mark, 'source, panel or placeholder: a formula is no part of a rule')
    const weak = weakened(mark, formulaNames(formula), ctx)
    return keep({ path: at, mark: weak, source, written: o['value'], resolve }, ctx)
  }
  const v = finite(o['value'], `${at}.value`)
  if (mark === 'rule') return { ...plain(v, at, place, ctx), source }
  return keep({ path: at, mark, source, written: String(v), resolve: () => v }, ctx)
}
