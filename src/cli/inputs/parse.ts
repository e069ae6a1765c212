// INPUTS.jsonl: the header line, then one sample a line in time order. Unknown keys are refused by name.
import type { Pose } from '../../../scoring/math/index.ts'
import type { AttemptSetup, Command, CommandTable, TickInput } from '../../sim/index.ts'
import { badInput } from '../fail.ts'
import { readCommands } from './commands.ts'
import { NO_HAND, readHand, readHead, type HandSample } from './hand.ts'
import { readSetup } from './header.ts'
import { choice, inside, list, mismatch, number, record, type Place } from './json.ts'

const SAMPLE_KEYS = ['t', 'head', 'left', 'right', 'foot', 'do']
/** Two hours: longer attempts are refused by the file format. */
const LONGEST_S = 7200

/** Everything that holds at time `t`, whether the line said it or an earlier one. */
export interface Sample {
  readonly place: Place
  /** s. */
  readonly t: number
  readonly head: Pose | null
  readonly left: HandSample
  readonly right: HandSample
  readonly foot: TickInput['foot']
  /** Of this line only. */
  readonly commands: readonly Command[]
}

export interface InputFile {
  readonly setup: AttemptSetup
  /** Reads the samples; the commands that the procedure knows must be given. @throws CliError (1) */
  samples(table: CommandTable): Sample[]
}

interface Line {
  readonly place: Place
  readonly value: unknown
}

function readLines(name: string, content: string): Line[] {
  const lines: Line[] = []
  for (const [i, raw] of content.split('\n').entries()) {
    if (raw.trim() === '') continue
    const place = { at: `${name}:${i + 1}`, path: '' }
    try {
      lines.push({ place, value: JSON.parse(raw) as unknown })
    } catch (error) {
      badInput(`${place.at}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return lines
}

function readFoot(place: Place, value: unknown): TickInput['foot'] {
  const given = list(place, value)
  if (given.length !== 2) mismatch(place, value, 'two of 0, 1')
  const pedal = (i: 0 | 1): 0 | 1 => choice(inside(place, i), given[i], [0, 1])
  return [pedal(0), pedal(1)]
}

function readTime(place: Place, value: unknown, last: Sample | undefined): number {
  const t = number(place, value, 0, LONGEST_S)
  return last && t < last.t ? mismatch(place, t, `at least ${last.t}: samples stand in time order`) : t
}

function readSample(line: Line, last: Sample | undefined, table: CommandTable): Sample {
  const { place } = line
  const given = record(place, line.value, SAMPLE_KEYS)
  const at = (key: string): Place => inside(place, key)
  const hand = (side: 'left' | 'right'): HandSample =>
    side in given ? readHand(at(side), given[side], last?.[side] ?? NO_HAND) : (last?.[side] ?? NO_HAND)
  return {
    place,
    t: readTime(at('t'), given['t'], last),
    head: 'head' in given ? readHead(at('head'), given['head'], last?.head ?? null) : (last?.head ?? null),
    left: hand('left'),
    right: hand('right'),
    foot: 'foot' in given ? readFoot(at('foot'), given['foot']) : (last?.foot ?? [0, 0]),
    commands: 'do' in given ? readCommands(at('do'), given['do'], table) : [],
  }
}

/** Reads the header at once and the samples when asked. `name` stands before line numbers in messages. */
export function parseInputs(name: string, content: string): InputFile {
  const [first, ...rest] = readLines(name, content)
  if (!first) return badInput(`${name}: empty; expected a header line, then samples`)
  const setup = readSetup(first.place, first.value)
  if (rest.length === 0) return badInput(`${name}: no samples after the header line`)
  return {
    setup,
    samples(table) {
      const samples: Sample[] = []
      for (const line of rest) samples.push(readSample(line, samples.at(-1), table))
      return samples
    },
  }
}
