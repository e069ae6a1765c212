// The closed list of kinds of check.
import { parseNumber } from '../number.ts'
import { list, maybe, object, oneOf, ProtocolError, type Fields } from '../parse.ts'
import type { Check, CheckParser, Context } from '../types.ts'
import { allOf } from './all.ts'
import { anyOf } from './any.ts'
import { parseChoice } from './choice.ts'
import { parseCount } from './count.ts'
import { parseCovered } from './covered.ts'
import { parseDuration } from './duration.ts'
import { parseExtreme } from './extreme.ts'
import { parseHappened } from './happened.ts'
import { kOf } from './kOf.ts'
import { parseOrder } from './order.ts'
import { sequence } from './sequence.ts'
import { parseValue } from './value.ts'

const DEEPEST = 6

function checksOf(o: Fields, at: string, ctx: Context): Check[] {
  return list(o['checks'], `${at}.checks`, (v, path) => parseCheck(v, path, ctx), { least: 1, most: 24 })
}

const parseAny: CheckParser = (v, at, ctx) => anyOf(checksOf(object(v, at, { required: ['kind', 'checks'] }), at, ctx))
const parseAll: CheckParser = (v, at, ctx) => allOf(checksOf(object(v, at, { required: ['kind', 'checks'] }), at, ctx))

const parseKOf: CheckParser = (v, at, ctx) => {
  const o = object(v, at, { required: ['kind', 'k', 'checks'], optional: ['partly_from'] })
  const k = parseNumber(o['k'], `${at}.k`, ctx, 'counted')
  const half = maybe(o['partly_from'], null, (x) => parseNumber(x, `${at}.partly_from`, ctx, 'counted'))
  return kOf(checksOf(o, at, ctx), k, half)
}

const parseSequence: CheckParser = (v, at, ctx) => {
  const o = object(v, at, { required: ['kind', 'checks'], optional: ['unordered'] })
  const unordered = oneOf(o['unordered'] ?? 'missed', `${at}.unordered`, ['partly', 'missed'])
  return sequence(checksOf(o, at, ctx), unordered)
}

const PARSERS = {
  happened: parseHappened,
  count: parseCount,
  value: parseValue,
  extreme: parseExtreme,
  duration: parseDuration,
  order: parseOrder,
  covered: parseCovered,
  choice: parseChoice,
  any: parseAny,
  all: parseAll,
  k_of: parseKOf,
  sequence: parseSequence,
} as const satisfies Readonly<Record<string, CheckParser>>

/** Names of all kinds of check. */
export const CHECK_KINDS = Object.keys(PARSERS) as (keyof typeof PARSERS)[]

/** Reads a check of any kind. @throws ProtocolError with the path */
export function parseCheck(value: unknown, at: string, ctx: Context): Check {
  if (ctx.depth >= DEEPEST) throw new ProtocolError(at, `nested deeper than ${DEEPEST}; simplify it`)
  const written = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  const kind = oneOf(written, `${at}.kind`, CHECK_KINDS)
  ctx.depth++
  const out = PARSERS[kind](value, at, ctx)
  ctx.depth--
  return out
}
