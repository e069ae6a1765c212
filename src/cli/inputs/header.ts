// First line of INPUTS.jsonl: how the attempt is set up.
import type { AttemptSetup } from '../../sim/index.ts'
import { choice, inside, list, number, record, text, whole, type Place } from './json.ts'

export const MODES = ['guided', 'practice', 'exam'] as const

/** The setup of scripted and hand-written attempts where nothing else is said: controllers without noise or delay. */
export const PLAIN_SETUP: Omit<AttemptSetup, 'procedure' | 'case' | 'seed'> = {
  mode: 'practice',
  input_class: 'controllers',
  assists: [],
  aids: [],
  profile: 'CN',
  handedness: 'right',
  jitter_mm: 0,
  jitter_deg: 0,
  reaction_ms: 0,
  display_hz: 90,
}
const KEYS = ['procedure', 'case', 'seed', 'drill', ...Object.keys(PLAIN_SETUP)]

/**
 * Reads the header line; `procedure`, `case` and `seed` must be there, the rest has plain values.
 * @throws CliError (1) with the path of what is wrong
 */
export function readSetup(place: Place, value: unknown): AttemptSetup {
  const given = record(place, value, KEYS)
  const setup = { ...PLAIN_SETUP, ...given }
  const at = (key: string): Place => inside(place, key)
  const texts = (key: 'assists' | 'aids'): string[] =>
    list(at(key), setup[key]).map((v, i) => text(inside(at(key), i), v))
  const size = (key: 'jitter_mm' | 'jitter_deg' | 'reaction_ms' | 'display_hz', max: number): number =>
    number(at(key), setup[key], 0, max)
  return {
    procedure: text(at('procedure'), given['procedure']),
    case: text(at('case'), given['case']),
    seed: whole(at('seed'), given['seed'], -2147483648, 4294967295),
    ...(given['drill'] === undefined ? {} : { drill: text(at('drill'), given['drill']) }),
    mode: choice(at('mode'), setup.mode, MODES),
    input_class: choice(at('input_class'), setup.input_class, ['controllers', 'hands', 'mouse', 'touch', 'buttons']),
    assists: texts('assists'),
    aids: texts('aids'),
    profile: choice(at('profile'), setup.profile, ['CN', 'WHO']),
    handedness: choice(at('handedness'), setup.handedness, ['left', 'right']),
    jitter_mm: size('jitter_mm', 1000),
    jitter_deg: size('jitter_deg', 360),
    reaction_ms: size('reaction_ms', 100_000),
    display_hz: size('display_hz', 1000),
  }
}
