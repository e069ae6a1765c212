// What is expected of a measured value: bounds, and a wider band that counts half (SPEC G12).
import { parseNumber, type Place } from './number.ts'
import { list, object, ProtocolError, type Fields } from './parse.ts'
import { ABSENT, type Context, type MarkedNumber, type Scope, type Verdict } from './types.ts'

/** A value counts as on the bound within this share of it: sums of rounded values are not exact. */
const ROUNDING = 1e-9

interface Bounds {
  readonly low: number
  readonly high: number
  /** Bounds that are not allowed themselves. */
  readonly openLow: boolean
  readonly openHigh: boolean
}

export interface Expectation {
  bounds(scope: Scope): Bounds
}

const KEYS = ['between', 'at_least', 'at_most', 'above', 'below', 'exactly', 'near', 'within']

interface Written {
  low?: MarkedNumber
  high?: MarkedNumber
  within?: MarkedNumber
  openLow?: boolean
  openHigh?: boolean
}

function readBounds(o: Fields, at: string, number: (key: string) => MarkedNumber, pair: () => MarkedNumber[]): Written {
  const has = (key: string): boolean => o[key] !== undefined
  const used = KEYS.filter(has).join('+')
  if (used === 'between') {
    const [low, high] = pair()
    return low && high ? { low, high } : {}
  }
  if (used === 'exactly') {
    const n = number('exactly')
    return { low: n, high: n }
  }
  if (used === 'near+within') {
    const n = number('near')
    return { low: n, high: n, within: number('within') }
  }
  if (used === '' || KEYS.slice(0, 1).concat('exactly', 'near', 'within').some(has)) {
    throw new ProtocolError(
      at,
      `got ${used === '' ? 'no bound' : used}, expected between, exactly, near + within, or one or both of at_least/above and at_most/below`,
    )
  }
  if ((has('at_least') && has('above')) || (has('at_most') && has('below'))) {
    throw new ProtocolError(at, `got ${used}, expected one lower and one upper bound at most`)
  }
  const low = has('above') ? 'above' : has('at_least') ? 'at_least' : null
  const high = has('below') ? 'below' : has('at_most') ? 'at_most' : null
  return {
    ...(low ? { low: number(low), openLow: low === 'above' } : {}),
    ...(high ? { high: number(high), openHigh: high === 'below' } : {}),
  }
}

/** @throws ProtocolError when the bounds contradict each other or carry no mark */
export function parseExpectation(value: unknown, at: string, ctx: Context, place: Place = 'measured'): Expectation {
  const o = object(value, at, { optional: KEYS })
  const read = (v: unknown, path: string): MarkedNumber => parseNumber(v, path, ctx, place)
  const w = readBounds(
    o,
    at,
    (key) => read(o[key], `${at}.${key}`),
    () => list(o['between'], `${at}.between`, read, { least: 2, most: 2 }),
  )
  const [low, high] = [Number(w.low?.written), Number(w.high?.written)]
  if (low > high)
    throw new ProtocolError(at, `got ${low}..${high}, expected a lower bound that is not above the upper one`)
  return {
    bounds: (s) => {
      const spread = w.within?.resolve(s) ?? 0
      return {
        low: w.low ? w.low.resolve(s) - spread : -Infinity,
        high: w.high ? w.high.resolve(s) + spread : Infinity,
        openLow: w.openLow === true,
        openHigh: w.openHigh === true,
      }
    },
  }
}

/** `{"tolerance": number}` widens the expectation on both sides; any other form is an expectation of its own. */
function parsePartly(value: unknown, at: string, ctx: Context, full: { of: Expectation; place: Place }): Expectation {
  const isTolerance = typeof value === 'object' && value !== null && 'tolerance' in value
  if (!isTolerance) return parseExpectation(value, at, ctx, full.place)
  const o = object(value, at, { required: ['tolerance'] })
  const n = parseNumber(o['tolerance'], `${at}.tolerance`, ctx, full.place)
  return {
    bounds: (s) => {
      const b = full.of.bounds(s)
      const t = n.resolve(s)
      return { ...b, low: b.low - t, high: b.high + t }
    },
  }
}

function inside(v: number, b: Bounds): boolean {
  const slack = (bound: number): number => (Number.isFinite(bound) ? Math.abs(bound) * ROUNDING + 1e-12 : 0)
  const low = b.openLow ? v > b.low + slack(b.low) : v >= b.low - slack(b.low)
  const high = b.openHigh ? v < b.high - slack(b.high) : v <= b.high + slack(b.high)
  return low && high
}

const short = (x: number): string => String(Math.round(x * 1000) / 1000)

/** "10..20", ">= 2", "< 90", "0": readable in both languages. */
export function boundsText(b: Bounds): string {
  if (b.low === b.high) return short(b.low)
  if (b.low === -Infinity) return `${b.openHigh ? '<' : '<='} ${short(b.high)}`
  if (b.high === Infinity) return `${b.openLow ? '>' : '>='} ${short(b.low)}`
  return `${short(b.low)}..${short(b.high)}`
}

/** Expectation and band of one check. */
export interface Judgement {
  judge(value: number, scope: Scope): Verdict
  expectation: Expectation
}

/** Reads `expect` and the optional `partly` of a check. */
export function parseJudgement(o: Fields, at: string, ctx: Context, place: Place = 'measured'): Judgement {
  const expectation = parseExpectation(o['expect'], `${at}.expect`, ctx, place)
  const partly =
    o['partly'] === undefined ? null : parsePartly(o['partly'], `${at}.partly`, ctx, { of: expectation, place })
  return {
    expectation,
    judge: (value, s) => {
      const b = expectation.bounds(s)
      const outcome = inside(value, b) ? 'met' : partly && inside(value, partly.bounds(s)) ? 'partly' : 'missed'
      return {
        ...ABSENT,
        outcome,
        measured: value,
        expected: boundsText(b),
        margin: Math.min(Math.abs(value - b.low), Math.abs(value - b.high)),
        halfWidth: Number.isFinite(b.high - b.low) ? (b.high - b.low) / 2 : null,
      }
    },
  }
}

/** Whether a value satisfies an expectation. */
export function satisfies(value: number, e: Expectation, scope: Scope): boolean {
  return inside(value, e.bounds(scope))
}
