// What can be measured: a value of events, a statistic of a channel, a count, a time, a metric, or two of these (SPEC G20).
import type { Channel, EvidenceEvent } from './evidence.ts'
import { acos } from './math/index.ts'
import { computeMetric, METRICS, metricUnit } from './metrics/index.ts'
import { parseNumber } from './number.ts'
import { finite, flag, list, maybe, name, object, oneOf, ProtocolError, refuse, type Fields } from './parse.ts'
import { allMatches, parsePattern, type Pattern } from './pattern.ts'
import type { Context, Scope, Window } from './types.ts'
import { TICK_HZ } from './window.ts'

/** A measured number and when it was so; `absent` = nothing to measure, `unmeasured` = the channel was not recorded. */
export type Measured =
  | { readonly value: number; readonly tick: number | null; readonly event: EvidenceEvent | null }
  | 'absent'
  | 'unmeasured'

export interface Measure {
  readonly unit: string
  read(w: Window, s: Scope): Measured
}

const TAKES = ['first', 'last', 'max', 'min', 'mean', 'sum', 'span'] as const
type Take = (typeof TAKES)[number]
const SUFFIXES: readonly (readonly [string, string])[] = [
  ['_mm', 'mm'],
  ['_deg', 'deg'],
  ['_ml', 'mL'],
  ['_n', 'N'],
  ['_s', 's'],
  ['_kpa', 'kPa'],
  ['_mg', 'mg'],
  ['_mg_kg', 'mg/kg'],
  ['_ml_kg', 'mL/kg'],
  ['_percent', '%'],
  ['_c', '°C'],
  ['_rpm', 'rpm'],
  ['_nm', 'N m'],
  ['_kg', 'kg'],
  ['_mm_s', 'mm/s'],
  ['_bpm', '1/min'],
  ['ml', 'mL'],
  ['seconds', 's'],
]

/** Unit that a key's ending names: `depth_mm` -> mm; the longest ending wins; '' when there is none. */
export function unitOf(key: string): string {
  let best: readonly [string, string] = ['', '']
  for (const s of SUFFIXES) if (s[0].length > best[0].length && key.endsWith(s[0])) best = s
  return best[1]
}

interface Sample {
  readonly value: number
  readonly tick: number
  readonly event: EvidenceEvent | null
}

function pick(samples: readonly Sample[], better: (a: number, b: number) => boolean): Measured {
  let best = samples[0]
  for (const x of samples) if (best && better(x.value, best.value)) best = x
  return best ?? 'absent'
}

function reduce(samples: readonly Sample[], take: Take): Measured {
  const first = samples[0]
  const last = samples[samples.length - 1]
  if (!first || !last) return 'absent'
  if (take === 'first') return first
  if (take === 'last') return last
  if (take === 'max') return pick(samples, (a, b) => a > b)
  if (take === 'min') return pick(samples, (a, b) => a < b)
  const values = samples.map((x) => x.value)
  const sum = values.reduce((a, b) => a + b, 0)
  const low = values.reduce((a, b) => Math.min(a, b))
  const high = values.reduce((a, b) => Math.max(a, b))
  const value = take === 'sum' ? sum : take === 'mean' ? sum / values.length : high - low
  return { value, tick: last.tick, event: last.event }
}

function takeOf(o: Fields, at: string, otherwise: Take): Take {
  return maybe(o['take'], otherwise, (v) => oneOf(v, `${at}.take`, TAKES))
}

function eventValues(w: Window, s: Scope, p: Pattern, key: string): Sample[] {
  return allMatches(w.events, p, s).flatMap((event) => {
    const value = Object.hasOwn(event.values, key) ? event.values[key] : undefined
    return typeof value === 'number' ? [{ value, tick: event.tick, event }] : []
  })
}

function parseValue(v: unknown, at: string, ctx: Context): Measure {
  const o = object(v, at, { required: ['value', 'of'], optional: ['take'] })
  const key = name(o['value'], `${at}.value`)
  const p = parsePattern(o['of'], `${at}.of`, ctx)
  const take = takeOf(o, at, 'first')
  return { unit: unitOf(key), read: (w, s) => reduce(eventValues(w, s, p, key), take) }
}

/** Samples of a channel inside a window. */
export function channelSamples(c: Channel, w: Window): Sample[] {
  const step = TICK_HZ / c.hz
  const out: Sample[] = []
  for (let i = 0; i < c.samples.length; i++) {
    const tick = Math.round(c.start + i * step)
    const value = c.samples[i]
    if (tick >= w.start && tick <= w.end && value !== undefined) out.push({ value, tick, event: null })
  }
  return out
}

export function channelOf(w: Window, key: string): Channel | null {
  return Object.hasOwn(w.channels, key) ? (w.channels[key] ?? null) : null
}

function parseChannel(v: unknown, at: string): Measure {
  const o = object(v, at, { required: ['channel', 'take'] })
  const key = name(o['channel'], `${at}.channel`)
  const take = takeOf(o, at, 'max')
  return {
    unit: unitOf(key),
    read: (w) => {
      const c = channelOf(w, key)
      return c ? reduce(channelSamples(c, w), take) : 'unmeasured'
    },
  }
}

function parseCount(v: unknown, at: string, ctx: Context): Measure {
  const p = parsePattern(object(v, at, { required: ['count'] })['count'], `${at}.count`, ctx)
  return {
    unit: '',
    read: (w, s) => {
      const found = allMatches(w.events, p, s)
      const event = found[found.length - 1] ?? null
      return { value: found.length, tick: event?.tick ?? null, event }
    },
  }
}

/** Motion clock: tick / 90 s; clinical clock: as stamped on the event, with its waits. */
export function clockTime(e: EvidenceEvent, clock: 'motion' | 'clinical'): number {
  return clock === 'motion' ? e.tick / TICK_HZ : e.clinical_s
}

function parseTime(v: unknown, at: string, ctx: Context): Measure {
  const o = object(v, at, { required: ['time', 'clock'], optional: ['take'] })
  const p = parsePattern(o['time'], `${at}.time`, ctx)
  const clock = oneOf(o['clock'], `${at}.clock`, ['motion', 'clinical'])
  const take = takeOf(o, at, 'first')
  const sample = (event: EvidenceEvent): Sample => ({ value: clockTime(event, clock), tick: event.tick, event })
  return { unit: 's', read: (w, s) => reduce(allMatches(w.events, p, s).map(sample), take) }
}

/** Coordinates of several channels of one rate; null when any is missing. */
export function coordinates(w: Window, keys: readonly string[]): { axes: number[][]; hz: number } | null {
  const all = keys.map((k) => channelOf(w, k))
  const hz = all[0]?.hz ?? 0
  const axes = all.flatMap((c) => (c && c.hz === hz ? [channelSamples(c, w).map((x) => x.value)] : []))
  const n = axes.reduce((m, a) => Math.min(m, a.length), Infinity)
  return axes.length === keys.length ? { axes: axes.map((a) => a.slice(0, n)), hz } : null
}

function parseMetric(v: unknown, at: string): Measure {
  const o = object(v, at, { required: ['metric', 'channels'] })
  const metric = oneOf(o['metric'], `${at}.metric`, METRICS)
  const keys = list(o['channels'], `${at}.channels`, name, { least: 1, most: 3 })
  return {
    unit: metricUnit(metric, unitOf(keys[0] ?? '')),
    read: (w) => {
      const c = coordinates(w, keys)
      if (!c) return 'unmeasured'
      const value = computeMetric(metric, c.axes, c.hz)
      return value === null ? 'absent' : { value, tick: null, event: null }
    },
  }
}

type Vector = (w: Window, s: Scope) => readonly [number, number, number] | null

/** `{"vector": "axis", "of": P}` reads the values axis_x, axis_y, axis_z of the first match; `{"vector": [x, y, z]}` is fixed. */
function parseVector(v: unknown, at: string, ctx: Context): Vector {
  const o = object(v, at, { required: ['vector'], optional: ['of', 'take'] })
  if (Array.isArray(o['vector'])) {
    const [x = 0, y = 0, z = 0] = list(o['vector'], `${at}.vector`, finite, { least: 3, most: 3 })
    return () => [x, y, z]
  }
  const key = name(o['vector'], `${at}.vector`)
  const p = parsePattern(o['of'], `${at}.of`, ctx)
  const take = takeOf(o, at, 'first')
  if (take !== 'first' && take !== 'last') return refuse(`${at}.take`, take, 'first or last')
  return (w, s) => {
    const [x, y, z] = ['x', 'y', 'z'].map((axis) => reduce(eventValues(w, s, p, `${key}_${axis}`), take))
    const number = (m: Measured | undefined): number => (typeof m === 'object' ? m.value : NaN)
    return typeof x === 'object' ? [x.value, number(y), number(z)] : null
  }
}

function parseAngle(v: unknown, at: string, ctx: Context): Measure {
  const parts = object(v, at, { required: ['angle'] })['angle']
  const [a, b] = list(parts, `${at}.angle`, (x, path) => parseVector(x, path, ctx), { least: 2, most: 2 })
  const dot = (p: readonly number[], q: readonly number[]): number => p.reduce((sum, x, i) => sum + x * (q[i] ?? 0), 0)
  return {
    unit: 'deg',
    read: (w, s) => {
      const [p, q] = [a?.(w, s), b?.(w, s)]
      if (!p || !q) return 'absent'
      const c = dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q))
      if (Number.isNaN(c)) return 'absent'
      return { value: (acos(Math.max(-1, Math.min(1, c))) * 180) / Math.PI, tick: null, event: null }
    },
  }
}

function parsePair(v: unknown, at: string, ctx: Context, form: 'difference' | 'ratio'): Measure {
  const o = object(v, at, { required: [form], optional: form === 'difference' ? ['absolute'] : [] })
  const [a, b] = list(o[form], `${at}.${form}`, (x, path) => parseMeasure(x, path, ctx), { least: 2, most: 2 })
  const absolute = maybe(o['absolute'], false, (x) => flag(x, `${at}.absolute`))
  if (!a || !b) return refuse(at, v, 'two measures')
  return {
    unit: form === 'ratio' ? '1' : a.unit,
    read: (w, s) => {
      const [x, y] = [a.read(w, s), b.read(w, s)]
      if (x === 'unmeasured' || y === 'unmeasured') return 'unmeasured'
      if (x === 'absent' || y === 'absent') return 'absent'
      const value = form === 'ratio' ? x.value / y.value : x.value - y.value
      if (!Number.isFinite(value)) return 'absent'
      return { ...(x.tick === null ? y : x), value: absolute ? Math.abs(value) : value }
    },
  }
}

function parseConstant(v: unknown, at: string, ctx: Context): Measure {
  const n = parseNumber(object(v, at, { required: ['number'] })['number'], `${at}.number`, ctx)
  return { unit: '', read: (_w, s) => ({ value: n.resolve(s), tick: null, event: null }) }
}

const FORMS = ['value', 'channel', 'count', 'time', 'metric', 'angle', 'difference', 'ratio', 'number'] as const
const DEEPEST = 8

function parseForm(v: unknown, at: string, ctx: Context): Measure {
  const keys = typeof v === 'object' && v !== null ? Object.keys(v) : []
  const form = FORMS.find((f) => keys.includes(f))
  if (form === 'value') return parseValue(v, at, ctx)
  if (form === 'channel') return parseChannel(v, at)
  if (form === 'count') return parseCount(v, at, ctx)
  if (form === 'time') return parseTime(v, at, ctx)
  if (form === 'metric') return parseMetric(v, at)
  if (form === 'angle') return parseAngle(v, at, ctx)
  if (form === 'number') return parseConstant(v, at, ctx)
  return form ? parsePair(v, at, ctx, form) : refuse(at, v, `an object with one of ${FORMS.join(', ')}`)
}

/** Reads any form of measure. @throws ProtocolError with the path */
export function parseMeasure(v: unknown, at: string, ctx: Context): Measure {
  if (ctx.depth >= DEEPEST) throw new ProtocolError(at, `nested deeper than ${DEEPEST}; simplify it`)
  ctx.depth++
  const out = parseForm(v, at, ctx)
  ctx.depth--
  return out
}
