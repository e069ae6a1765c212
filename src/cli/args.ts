// Command lines: positional words and `--option value`, checked against what the command declares.
import type { Vec3 } from '../../scoring/math/index.ts'
import { badUsage } from './fail.ts'

/** What a command takes. `flags` stand alone, `options` are followed by a value. */
export interface ArgSpec {
  readonly usage: string
  readonly positional: readonly string[]
  readonly options?: readonly string[]
  readonly flags?: readonly string[]
}

export interface Args {
  readonly positional: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
  readonly usage: string
}

const COMMON_FLAGS = ['json', 'help']

function splitOption(word: string): { name: string; value: string | undefined } {
  const at = word.indexOf('=')
  return at < 0 ? { name: word.slice(2), value: undefined } : { name: word.slice(2, at), value: word.slice(at + 1) }
}

/** @throws CliError (2) naming the option that is unknown or lacks its value, or the word that is missing */
export function parseArgs(spec: ArgSpec, words: readonly string[]): Args {
  const { usage } = spec
  const positional: string[] = []
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  const known = new Set([...(spec.flags ?? []), ...COMMON_FLAGS])
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (!word.startsWith('--')) {
      positional.push(word)
      continue
    }
    const { name, value } = splitOption(word)
    if (known.has(name) && value === undefined) flags.add(name)
    else if (spec.options?.includes(name))
      options[name] = value ?? words[++i] ?? badUsage(`--${name}: no value; ${usage}`)
    else badUsage(`--${name}: no such option; usage: ${usage}`)
  }
  if (positional.length !== spec.positional.length && !flags.has('help')) {
    badUsage(`got ${positional.length} of ${spec.positional.length} words; usage: ${usage}`)
  }
  return { positional, options, flags, usage }
}

/** @throws CliError (2) when the option was not given */
export function need(args: Args, name: string): string {
  return args.options[name] ?? badUsage(`--${name} is missing; usage: ${args.usage}`)
}

/** A finite number; `fallback` when the option was not given. @throws CliError (2) */
export function numberOption(args: Args, name: string, fallback?: number): number {
  const text = args.options[name]
  if (text === undefined) return fallback ?? badUsage(`--${name} is missing; usage: ${args.usage}`)
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) ? value : badUsage(`--${name}: got "${text}", expected a number`)
}

/** A whole number. @throws CliError (2) */
export function wholeOption(args: Args, name: string, fallback?: number): number {
  const value = numberOption(args, name, fallback)
  return Number.isSafeInteger(value) ? value : badUsage(`--${name}: got ${value}, expected a whole number`)
}

/** Three numbers with commas, such as `0.1,0,-0.2`. @throws CliError (2) */
export function vectorOption(args: Args, name: string): Vec3 {
  const text = need(args, name)
  const [x, y, z, ...more] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (x === undefined || y === undefined || z === undefined || more.length > 0 || !Number.isFinite(x + y + z)) {
    return badUsage(`--${name}: got "${text}", expected x,y,z`)
  }
  return [x, y, z]
}
