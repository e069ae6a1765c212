// The `do` of a sample, checked against the commands that the procedure knows.
import type { ArgType, ArgValue, Command, CommandTable } from '../../sim/index.ts'
import { badInput } from '../fail.ts'
import { inside, list, mismatch, number, record, text, whole, type Place } from './json.ts'

function readArg(place: Place, value: unknown, type: ArgType): ArgValue {
  if (type.kind === 'int') return whole(place, value, type.min, type.max)
  if (type.kind === 'number') return number(place, value, type.min, type.max)
  const option = type.options.find((o) => o === value || (typeof value === 'number' && o === String(value)))
  return option ?? mismatch(place, value, `one of ${type.options.join(', ')}`)
}

function readCommand(place: Place, value: unknown, table: CommandTable): Command {
  const given = record(place, value, ['command', 'args'])
  const id = text(inside(place, 'command'), given['command'])
  const def = table.find((d) => d.id === id)
  if (!def) {
    return badInput(
      `${place.at}: ${place.path}.command: no command "${id}"; there are ${table.map((d) => d.id).join(', ')}`,
    )
  }
  const at = inside(place, 'args')
  const args = record(at, given['args'] ?? {}, Object.keys(def.args))
  const read = Object.entries(def.args).map(([name, type]) => [name, readArg(inside(at, name), args[name], type)])
  return { command: id, args: Object.fromEntries(read) as Record<string, ArgValue> }
}

/** @throws CliError (1) naming the command or argument that is unknown, missing or out of range */
export function readCommands(place: Place, value: unknown, table: CommandTable): Command[] {
  return list(place, value).map((v, i) => readCommand(inside(place, i), v, table))
}
