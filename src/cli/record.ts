// Making an attempt: pack, record, step the packed tick; then the file.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { encodeAttempt, type AttemptHeader } from '../recording/index.ts'
import type { AttemptSetup, PackedTick, Session, TickInput } from '../sim/index.ts'
import type { Answer } from './commands.ts'
import type { Bench, Engine } from './engine.ts'
import { badInput } from './fail.ts'
import { protocolOf } from '../../scenes/protocols.ts'

/** Ticks, digests and the session that they led to. */
export interface Recording {
  readonly session: Session
  readonly ticks: PackedTick[]
  readonly digests: string[]
}

export function beginRecording(bench: Bench): Recording {
  return { session: bench.makeSession(), ticks: [], digests: [] }
}

/** The simulation sees only what the packed tick holds. @throws SimError when it refuses the tick */
export function recordTick(engine: Engine, recording: Recording, input: TickInput): void {
  const packed = engine.packTick(input, recording.session.commands)
  recording.ticks.push(packed)
  engine.stepTick(recording.session, packed)
  if (recording.ticks.length % engine.DIGEST_EVERY === 0) recording.digests.push(engine.stateDigest(recording.session))
}

/** Version of a protocol's text; 0 when it names none. */
export function protocolVersion(protocol: unknown): number {
  const version = (protocol as { version?: unknown } | null | undefined)?.version
  return typeof version === 'number' ? version : 0
}

function headerOf(bench: Bench, setup: AttemptSetup): AttemptHeader {
  const { engine, procedure } = bench
  return {
    id: randomUUID(),
    procedure: procedure.id,
    procedure_version: procedure.version,
    protocol_version: protocolVersion(protocolOf(procedure.id, setup.drill)),
    sim_version: engine.SIM_VERSION,
    tick_format: engine.TICK_FORMAT,
    engine: engine.id,
    grids: bench.grids,
    setup,
    created_utc: new Date().toISOString(),
    interrupted: false,
    nonce: null,
  }
}

/** Writes what a command made. @throws CliError (1) when the place cannot be written */
export function writeOut(out: string, body: string | Uint8Array): number {
  try {
    writeFileSync(out, body)
  } catch (error) {
    badInput(`${out}: cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
  return typeof body === 'string' ? Buffer.byteLength(body) : body.length
}

/** The answer of every command that makes a file. */
export function madeFile(out: string, bytes: number, ticks: number): Answer {
  return { json: { out, bytes, ticks }, lines: [`${out}: ${bytes} bytes, ${ticks} ticks`] }
}

/** Seals the recording into an attempt file at `out`. */
export function sealRecording(bench: Bench, setup: AttemptSetup, recording: Recording, out: string): Answer {
  const { ticks, digests } = recording
  const bytes = encodeAttempt({ header: headerOf(bench, setup), ticks, digests, remarks: [] })
  return madeFile(out, writeOut(out, bytes), ticks.length)
}
