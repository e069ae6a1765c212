// A small kit that reads unknown JSON; its messages carry the path.
import { refuse } from './result.ts'

export type Check<T> = (value: unknown, path: string) => T

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** Refuses with 'bad-header', what was got and what was expected. */
export function mismatch(path: string, value: unknown, expected: string): never {
  return refuse('bad-header', `${path}: got ${show(value)}, expected ${expected}`)
}

export function text(pattern: RegExp, expected: string): Check<string> {
  return (value, path) =>
    typeof value === 'string' && value.length <= 200 && pattern.test(value) ? value : mismatch(path, value, expected)
}

export function number(min: number, max: number): Check<number> {
  return (value, path) =>
    typeof value === 'number' && value >= min && value <= max ? value : mismatch(path, value, `a number ${min}..${max}`)
}

export function whole(min: number, max: number): Check<number> {
  return (value, path) =>
    Number.isInteger(value) ? number(min, max)(value, path) : mismatch(path, value, `a whole number ${min}..${max}`)
}

export function choice<const T extends readonly (string | boolean | number)[]>(options: T): Check<T[number]> {
  return (value, path) => options.find((o) => o === value) ?? mismatch(path, value, `one of ${options.join(', ')}`)
}

export function list<T>(check: Check<T>, max: number): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > max) return mismatch(path, value, `a list of at most ${max}`)
    return value.map((v, i) => check(v, `${path}[${i}]`))
  }
}

/** A record of at most `max` entries whose names match `key`. */
export function table<T>(key: RegExp, check: Check<T>, max: number): Check<Readonly<Record<string, T>>> {
  return (value, path) => {
    const entries = Object.entries(plain(value, path))
    if (entries.length > max) return mismatch(path, value, `at most ${max} entries`)
    return Object.fromEntries(
      entries.map(([k, v]) => (key.test(k) ? [k, check(v, `${path}.${k}`)] : mismatch(path, k, `a name like ${key}`))),
    )
  }
}

function plain(value: unknown, path: string): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : mismatch(path, value, 'an object')
}

/** A key that may be left out: then it is not in what is read either. */
export interface Optional<T> {
  readonly optional: Check<T>
}

type Checks<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Check<T[K]>
}

/** An object with exactly these keys. */
export function shape<T extends object>(checks: Checks<T>): Check<T> {
  const entries = Object.entries(checks) as [string, Check<unknown> | Optional<unknown>][]
  return (value, path) => {
    const given = plain(value, path) as Record<string, unknown>
    for (const k of Object.keys(given)) {
      if (!Object.hasOwn(checks, k)) mismatch(`${path}.${k}`, given[k], 'no such key')
    }
    const read = entries.flatMap(([k, check]) => {
      if (typeof check === 'function') return [[k, check(given[k], `${path}.${k}`)]]
      return Object.hasOwn(given, k) ? [[k, check.optional(given[k], `${path}.${k}`)]] : []
    })
    return Object.fromEntries(read) as T
  }
}
