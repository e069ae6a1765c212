// Plain state: what a snapshot copies, what a digest covers (SPEC S8).
import { foldNumber, foldString, type Digest } from '../../scoring/math/index.ts'

/**
 * Numbers, texts, flags, null, and arrays and records of these; nothing else may live in the state (a test walks it).
 * Written as `object` because TypeScript gives interfaces no index signature.
 */
export type PlainState = object

/** A deep copy; keys keep their order, numbers their bits. */
export function clonePlain<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clonePlain) as T
  if (typeof value !== 'object' || value === null) return value
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) out[key] = clonePlain((value as Record<string, unknown>)[key])
  return out as T
}

/** Folds everything in `value` into the digest: structure, names, and the bits of each number. */
export function foldPlain(d: Digest, value: unknown): void {
  if (typeof value === 'number') foldNumber(d, value)
  else if (typeof value === 'string') foldString(d, value)
  else if (typeof value === 'boolean') foldNumber(d, value ? 1 : 0)
  else if (Array.isArray(value)) {
    foldNumber(d, value.length)
    for (const v of value) foldPlain(d, v)
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      foldString(d, key)
      foldPlain(d, (value as Record<string, unknown>)[key])
    }
  } else foldString(d, 'null')
}

/** Path of the first number that is not finite, or undefined. */
export function findNonFinite(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} = ${value}`
  if (typeof value !== 'object' || value === null) return undefined
  for (const key of Object.keys(value)) {
    const found = findNonFinite((value as Record<string, unknown>)[key], `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}
