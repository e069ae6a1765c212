// Reading unknown JSON with messages that carry file, line and path.
import { badInput } from '../fail.ts'

export type Json = Readonly<Record<string, unknown>>

/** Where a value stands: `file:line` and the path inside the line. */
export interface Place {
  readonly at: string
  readonly path: string
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

export const inside = (place: Place, key: string | number): Place => ({
  at: place.at,
  path: typeof key === 'number' ? `${place.path}[${key}]` : place.path === '' ? key : `${place.path}.${key}`,
})

/** @throws CliError (1): what was got and expected, and where */
export function mismatch(place: Place, value: unknown, expected: string): never {
  const path = place.path === '' ? '' : ` ${place.path}:`
  return badInput(`${place.at}:${path} got ${show(value)}, expected ${expected}`)
}

/** An object that has only these keys. */
export function record(place: Place, value: unknown, keys: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) mismatch(place, value, 'an object')
  for (const key of Object.keys(value)) {
    if (!keys.includes(key))
      badInput(`${place.at}: ${inside(place, key).path}: no such key; there are ${keys.join(', ')}`)
  }
  return value as Json
}

export function number(place: Place, value: unknown, min = -Infinity, max = Infinity): number {
  if (typeof value === 'number' && value >= min && value <= max && Number.isFinite(value)) return value
  const range = Number.isFinite(max) ? ` ${min}..${max}` : Number.isFinite(min) ? ` from ${min}` : ''
  return mismatch(place, value, `a number${range}`)
}

export function whole(place: Place, value: unknown, min: number, max: number): number {
  return Number.isInteger(value)
    ? number(place, value, min, max)
    : mismatch(place, value, `a whole number ${min}..${max}`)
}

export function text(place: Place, value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : mismatch(place, value, 'a text')
}

export function choice<const T>(place: Place, value: unknown, options: readonly T[]): T {
  return options.find((o) => o === value) ?? mismatch(place, value, `one of ${options.join(', ')}`)
}

export function list(place: Place, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : mismatch(place, value, 'a list')
}

/** Exactly `count` numbers. */
export function numbers(place: Place, value: unknown, count: number, limits: readonly [number, number]): number[] {
  const given = list(place, value)
  if (given.length !== count) mismatch(place, value, `${count} numbers`)
  return given.map((v, i) => number(inside(place, i), v, ...limits))
}
