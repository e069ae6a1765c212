// Commands: everything that a learner does by a word or a button rather than by a hand (SPEC S3).
import { SimError } from './errors.ts'

/** How an argument is quantised into a packed tick. */
export type ArgType =
  | { readonly kind: 'int'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }

export type ArgValue = number | string

/** A command is numbered by its place in the table that the manifest and the built-in commands make together. */
export interface CommandDef {
  readonly id: string
  readonly args: Readonly<Record<string, ArgType>>
}

export interface Command {
  readonly command: string
  readonly args: Readonly<Record<string, ArgValue>>
}

export type CommandTable = readonly CommandDef[]

function packArg(type: ArgType, value: ArgValue | undefined, where: string): number {
  if (type.kind === 'choice') {
    const i = type.options.indexOf(String(value))
    if (i < 0) {
      throw new SimError(
        'unknown-command',
        `${where}: got ${String(value)}, expected one of ${type.options.join(', ')}`,
      )
    }
    return i
  }
  if (typeof value !== 'number' || !(value >= type.min && value <= type.max)) {
    throw new SimError('unknown-command', `${where}: got ${String(value)}, expected ${type.min}..${type.max}`)
  }
  return type.kind === 'int' ? Math.round(value) : Math.round(value / type.step)
}

/** Whole numbers that an argument may be packed as. */
function packedRange(type: ArgType): readonly [number, number] {
  if (type.kind === 'choice') return [0, type.options.length - 1]
  if (type.kind === 'int') return [type.min, type.max]
  return [Math.round(type.min / type.step), Math.round(type.max / type.step)]
}

function unpackArg(type: ArgType, packed: number | undefined, where: string): ArgValue {
  const [low, high] = packedRange(type)
  if (packed === undefined || packed < low || packed > high) {
    throw new SimError('malformed-tick', `${where}: got ${String(packed)}, expected ${low}..${high}`)
  }
  if (type.kind === 'choice') return type.options[packed] ?? ''
  return type.kind === 'int' ? packed : packed * type.step
}

/** Appends [count, (number, args...)...] to `out`. @throws SimError naming the command and the argument */
export function packCommands(out: number[], commands: readonly Command[], table: CommandTable): void {
  out.push(commands.length)
  for (const c of commands) {
    const number = table.findIndex((d) => d.id === c.command)
    const def = table[number]
    if (!def) {
      throw new SimError(
        'unknown-command',
        `command ${c.command}: expected one of ${table.map((d) => d.id).join(', ')}`,
      )
    }
    for (const name of Object.keys(c.args)) {
      if (!(name in def.args)) throw new SimError('unknown-command', `${c.command}.${name}: no such argument`)
    }
    out.push(number)
    for (const [name, type] of Object.entries(def.args)) out.push(packArg(type, c.args[name], `${c.command}.${name}`))
  }
}

/**
 * Reads what `packCommands` wrote at `at`; returns the commands and the index after them.
 * @throws SimError for a number that the table does not know, and for one that is missing
 */
export function unpackCommands(t: ArrayLike<number>, at: number, table: CommandTable): [Command[], number] {
  const commands: Command[] = []
  const count = t[at++] ?? -1
  if (count < 1) throw new SimError('malformed-tick', `count of commands: got ${count}, expected 1 or more`)
  for (let i = 0; i < count; i++) {
    const def = table[t[at++] ?? -1]
    if (!def) throw new SimError('malformed-tick', `command number ${t[at - 1]}: expected 0..${table.length - 1}`)
    const args: Record<string, ArgValue> = {}
    for (const [name, type] of Object.entries(def.args)) args[name] = unpackArg(type, t[at++], `${def.id}.${name}`)
    commands.push({ command: def.id, args })
  }
  return [commands, at]
}
