// Attempts for tests: made-up motion through the fake engine, or any header over given ticks.
import type { Attempt, AttemptHeader, Remark } from '../../src/recording/index.ts'
import { type AttemptSetup, SIM_VERSION, TICK_FORMAT } from '../../src/sim/index.ts'
import { fakeRuntime } from './fakeEngine.ts'
import { makePackedMotion, type MotionOptions } from './motion.ts'

export const SETUP: AttemptSetup = {
  procedure: 'fake',
  case: 'plain',
  seed: 7,
  mode: 'practice',
  input_class: 'controllers',
  assists: [],
  aids: [],
  profile: 'CN',
  handedness: 'right',
  jitter_mm: 0.3,
  jitter_deg: 0.1,
  reaction_ms: 250,
  display_hz: 90,
}

export const HEADER: AttemptHeader = {
  id: 'attempt-0001',
  procedure: 'fake',
  procedure_version: 1,
  protocol_version: 1,
  sim_version: SIM_VERSION,
  tick_format: TICK_FORMAT,
  engine: 'dev',
  grids: { knee: 'ab'.repeat(32) },
  setup: SETUP,
  created_utc: '2026-01-31T08:00:00Z',
  interrupted: false,
  nonce: null,
}

/** Digests of the fake engine over these ticks. */
export function fakeDigests(ticks: readonly Int32Array[]): string[] {
  const { engine, makeSession } = fakeRuntime()
  const session = makeSession()
  const digests: string[] = []
  ticks.forEach((tick, i) => {
    engine.stepTick(session, tick)
    if ((i + 1) % engine.DIGEST_EVERY === 0) digests.push(engine.stateDigest(session))
  })
  return digests
}

/** One remark at each full second: no clock debt but in every tenth second. */
export function plainRemarks(ticks: number): Remark[] {
  return Array.from({ length: Math.floor(ticks / 90) }, (_, i) => ({
    tick: (i + 1) * 90,
    wall_ms: i % 10 === 9 ? 1100 : 1000,
    dropped_ms: i % 10 === 9 ? 100 : 0,
  }))
}

export function buildAttempt(motion: Partial<MotionOptions> = {}, header: Partial<AttemptHeader> = {}): Attempt {
  const ticks = makePackedMotion({ seconds: 12, seed: 5, ...motion })
  return { header: { ...HEADER, ...header }, ticks, digests: fakeDigests(ticks), remarks: plainRemarks(ticks.length) }
}

/** A copy with one byte set. */
export function setByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const out = bytes.slice()
  out[at] = value
  return out
}
