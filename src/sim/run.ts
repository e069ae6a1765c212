// The one function by which time passes, and the functions that look at a session without changing it.
import { EVIDENCE_VERSION_OF_SIM } from './version.ts'
import type { Channel, Evidence } from '../../scoring/evidence.ts'
import { digestHex, newDigest, type Vec3 } from '../../scoring/math/index.ts'
import { SimError } from './errors.ts'
import { PIPELINE } from './pipeline.ts'
import type { Session, TickFrame } from './session.ts'
import { clonePlain, findNonFinite, foldPlain } from './snapshot.ts'
import type { SimState } from './state.ts'
import type { PackedTick } from './tick.ts'
import { unpackTick } from './unpack.ts'

/** A digest of the whole state is kept every this many ticks. */
export const DIGEST_EVERY = 90

const sum3 = (v: Vec3): number => v[0] + v[1] + v[2]

function checkFinite(session: Session): void {
  session.state.tools.forEach((t, i) => {
    if (t.mode === 'rest') return
    // one number that is not finite makes the sum so
    if (Number.isFinite(sum3(t.p) + t.q[0] + t.q[1] + t.q[2] + t.q[3] + sum3(t.v) + sum3(t.w))) return
    const { p, q, v, w } = t
    const found = findNonFinite({ p, q, v, w }, session.procedure.instruments[i]?.id ?? `tool ${i}`)
    throw new SimError('non-finite-state', found ?? `tool ${i}`, session.state.tick)
  })
}

/**
 * Advances the session by one tick of 1/90 s from its packed input.
 * @throws SimError when the tick is malformed or a number stops being finite; the ticks before it stay valid
 */
export function stepTick(session: Session, packed: PackedTick): void {
  try {
    advance(session, packed)
  } catch (error) {
    throw named(error, session.state.tick)
  }
}

function advance(session: Session, packed: PackedTick): void {
  const input = unpackTick(packed, session.commands)
  const [left, right] = session.state.hands
  const frame: TickFrame = { transitions: [], from: [left.pose, right.pose], toolsFrom: new Map() }
  for (const [, step] of PIPELINE) step(session, input, frame)
  checkFinite(session)
  session.state.tick++
}

/** Every failure says at which tick; arithmetic that ran into the void (a direction of a zero vector) is one of ours. */
function named(error: unknown, tick: number): unknown {
  if (error instanceof SimError) return error.tick === undefined ? new SimError(error.code, error.message, tick) : error
  return error instanceof RangeError ? new SimError('non-finite-state', error.message, tick) : error
}

/** 16 hex digits over everything that a snapshot holds. @throws SimError when something in the state is not finite */
export function stateDigest(session: Session): string {
  const found = findNonFinite(session.state, 'state')
  if (found !== undefined) throw new SimError('non-finite-state', found, session.state.tick)
  const d = newDigest()
  foldPlain(d, session.state)
  return digestHex(d)
}

/** Plain data from which the session can go on as if nothing had happened. */
export interface Snapshot {
  readonly state: SimState
  readonly events: readonly Evidence['events'][number][]
  readonly channels: Readonly<Record<string, readonly number[]>>
}

export function takeSnapshot(session: Session): Snapshot {
  const channels: Record<string, readonly number[]> = {}
  for (const [name, samples] of Object.entries(session.channels)) channels[name] = samples.slice()
  return { state: clonePlain(session.state), events: session.events.slice(), channels }
}

/** Puts a session, fresh or used, into the state of a snapshot of the same attempt; the snapshot can be used again. */
export function restoreSnapshot(session: Session, snapshot: Snapshot): void {
  Object.assign(session.state, clonePlain(snapshot.state))
  session.events.length = 0
  for (const e of snapshot.events) session.events.push(e)
  for (const [name, samples] of Object.entries(session.channels)) {
    samples.length = 0
    for (const v of snapshot.channels[name] ?? []) samples.push(v)
  }
}

/** Everything that the session has testified so far. */
export function collectEvidence(session: Session): Evidence {
  const channels: Record<string, Channel> = {}
  for (const c of session.procedure.channels) {
    const perUnit = Math.round(1 / c.step)
    const samples = (session.channels[c.name] ?? []).map((n) => (perUnit >= 1 ? n / perUnit : n * c.step))
    channels[c.name] = { name: c.name, unit: c.unit, hz: c.hz, start: 0, samples }
  }
  return { version: EVIDENCE_VERSION_OF_SIM, events: session.events, channels }
}
