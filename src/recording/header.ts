// What an attempt says about itself (SPEC R8). Plain JSON at the head of the file, so that a person can read it too.
import type { AttemptSetup } from '../sim/index.ts'
import { choice, list, number, shape, table, text, whole, type Check } from './check.ts'

export interface AttemptHeader {
  /** Chosen by the device that recorded it; the same attempt sent twice is one attempt. */
  readonly id: string
  readonly procedure: string
  readonly procedure_version: number
  readonly protocol_version: number
  readonly sim_version: number
  /** Meaning of the packed ticks (TICK_FORMAT of the simulation). */
  readonly tick_format: number
  /** SHA-256 of the engine file in hexadecimal, or 'dev' for a development build. */
  readonly engine: string
  /** SHA-256 by name of the grids that the engine read. */
  readonly grids: Readonly<Record<string, string>>
  readonly setup: AttemptSetup
  /** When it began, by the device's clock, ISO 8601 UTC; given by the caller, because nothing in here has a clock. */
  readonly created_utc: string
  /** True when it was sealed from a journal after the app went away. */
  readonly interrupted: boolean
  /** An exam's one-time number from the server; null outside exams. */
  readonly nonce: string | null
}

const name = text(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/, 'a name')
const hash = text(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')

const setup = shape<AttemptSetup>({
  procedure: name,
  case: name,
  seed: whole(-2147483648, 4294967295),
  drill: { optional: name },
  mode: choice(['guided', 'practice', 'exam']),
  input_class: choice(['controllers', 'hands', 'mouse', 'touch', 'buttons']),
  assists: list(name, 64),
  aids: list(name, 64),
  profile: choice(['CN', 'WHO']),
  handedness: choice(['left', 'right']),
  jitter_mm: number(0, 1000),
  jitter_deg: number(0, 360),
  reaction_ms: number(0, 100000),
  display_hz: number(0, 1000),
})

const nonce: Check<string | null> = (value, path) =>
  value === null ? null : text(/^[A-Za-z0-9_-]{8,128}$/, 'null or 8 to 128 letters and digits')(value, path)

/** Reads a header; refuses with 'bad-header' and the path of what is wrong. */
export const checkHeader: Check<AttemptHeader> = shape<AttemptHeader>({
  id: text(/^[A-Za-z0-9_-]{8,64}$/, '8 to 64 letters and digits'),
  procedure: name,
  procedure_version: whole(0, 1e6),
  protocol_version: whole(0, 1e6),
  sim_version: whole(0, 1e6),
  tick_format: whole(0, 255),
  engine: text(/^(dev|[0-9a-f]{64})$/, "a SHA-256 in hexadecimal or 'dev'"),
  grids: table(/^[a-zA-Z0-9_./-]{1,100}$/, hash, 64),
  setup,
  created_utc: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, 'a time like 2026-01-31T08:00:00Z'),
  interrupted: choice([true, false]),
  nonce,
})
