// A tiny parser kit. Every parser takes a value and the path where it stands, and gives a checked value or throws; a
// path in the message leads straight to the line that a clinician has to mend.

/** A protocol that cannot be accepted: `path` is where, the message says got, expected and what to do. */
export class ProtocolError extends Error {
  readonly path: string
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
    this.name = 'ProtocolError'
    this.path = path
  }
}

const LONGEST_TEXT = 4000
const LONGEST_LIST = 500

/** A short word for any value, safe for cycles, symbols and long texts. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `"${value.slice(0, 40)}..."` : `"${value}"`
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  return `a ${typeof value}`
}

/** @throws ProtocolError always */
export function refuse(at: string, got: unknown, expected: string): never {
  throw new ProtocolError(at, `got ${show(got)}, expected ${expected}`)
}

export type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object that has all `required` keys, and no key beyond these and `optional`. */
export function object(
  value: unknown,
  at: string,
  keys: { readonly required?: readonly string[]; readonly optional?: readonly string[] },
): Fields {
  if (!isObject(value)) return refuse(at, value, 'an object')
  const required = keys.required ?? []
  const known = [...required, ...(keys.optional ?? [])]
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) throw new ProtocolError(at, `unknown key ${show(key)}, known keys: ${known.join(', ')}`)
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) throw new ProtocolError(at, `the key "${key}" is missing; add it`)
  }
  // a copy without prototype: a key such as "constructor" is never found where nobody wrote it
  return Object.assign(Object.create(null), value)
}

/** The entries of an object whose keys are free names. */
export function entries(value: unknown, at: string, key: (k: string, at: string) => string): [string, unknown][] {
  if (!isObject(value)) return refuse(at, value, 'an object')
  const all = Object.entries(value)
  if (all.length > LONGEST_LIST) return refuse(at, `${all.length} keys`, `at most ${LONGEST_LIST}`)
  return all.map(([k, v]) => [key(k, at), v])
}

/** A list whose items are read by `item`. */
export function list<T>(
  value: unknown,
  at: string,
  item: (v: unknown, at: string) => T,
  size: { readonly least?: number; readonly most?: number } = {},
): T[] {
  if (!Array.isArray(value)) return refuse(at, value, 'a list')
  const least = size.least ?? 0
  const most = size.most ?? LONGEST_LIST
  if (value.length < least || value.length > most) {
    return refuse(at, value, least === most ? `a list of ${least}` : `a list of ${least} to ${most}`)
  }
  return Array.from(value as readonly unknown[], (v, i) => item(v, `${at}[${i}]`))
}

export function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') return refuse(at, value, 'a text that is not empty')
  if (value.length > LONGEST_TEXT) return refuse(at, value, `at most ${LONGEST_TEXT} characters`)
  return value
}

/** A name used in evidence, facts or formulas: small letters, digits and underscores. */
export function name(value: unknown, at: string): string {
  if (typeof value === 'string' && /^[a-z][a-z0-9_]{0,63}$/.test(value)) return value
  return refuse(at, value, 'a name of small letters, digits and underscores')
}

/** An id of a step or criterion: as a name, and may begin with a digit and hold hyphens. */
export function id(value: unknown, at: string): string {
  if (typeof value === 'string' && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(value)) return value
  return refuse(at, value, 'an id of small letters, digits, hyphens and underscores')
}

/** An id of a profile: capitals, such as CN or WHO. */
export function profileId(value: unknown, at: string): string {
  return typeof value === 'string' && /^[A-Z]{2,12}$/.test(value) ? value : refuse(at, value, '2 to 12 capital letters')
}

export function flag(value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : refuse(at, value, 'true or false')
}

export function finite(value: unknown, at: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(at, value, 'a finite number')
}

export function integer(value: unknown, at: string, range: readonly [number, number]): number {
  const ok = typeof value === 'number' && Number.isInteger(value) && value >= range[0] && value <= range[1]
  return ok ? value : refuse(at, value, `a whole number from ${range[0]} to ${range[1]}`)
}

export function oneOf<T extends string>(value: unknown, at: string, words: readonly T[]): T {
  const found = words.find((w) => w === value)
  return found ?? refuse(at, value, `one of ${words.join(', ')}`)
}

/** The value of an optional key, or `otherwise` when it is not there. */
export function maybe<T, U>(value: unknown, otherwise: U, read: (v: unknown) => T): T | U {
  return value === undefined ? otherwise : read(value)
}

/** A single item or a list of 1 to `most`. */
export function someOf<T>(value: unknown, at: string, item: (v: unknown, at: string) => T, most = 24): T[] {
  return Array.isArray(value) ? list(value, at, item, { least: 1, most }) : [item(value, at)]
}

/** A text in both languages of the product. */
export interface Text {
  readonly en: string
  readonly zh: string
}

export function bilingual(value: unknown, at: string): Text {
  const o = object(value, at, { required: ['en', 'zh'] })
  return { en: text(o['en'], `${at}.en`), zh: text(o['zh'], `${at}.zh`) }
}

/** @throws ProtocolError when two items carry the same id */
export function refuseTwins(items: readonly { readonly id: string }[], at: string): void {
  const seen = new Set<string>()
  items.forEach((item, i) => {
    if (seen.has(item.id)) throw new ProtocolError(`${at}[${i}].id`, `"${item.id}" is used twice; rename one`)
    seen.add(item.id)
  })
}
