// One attempt as displays of different rates would deliver it: is it still the same attempt?
import { grade, parseProtocol, type Device, type Evidence } from '../../scoring/index.ts'
import { mad, normalizeQuat, type Pose, type Quat, type Vec3 } from '../../scoring/math/index.ts'
import { collectEvidence, unpackTick, type HandInput, type Session, type TickInput } from '../../src/sim/index.ts'
import { perform } from '../../scenes/common/performing/perform.ts'
import { calmExpert } from '../../scenes/orthopedic/knee-aspiration/performers.ts'
import type { Knee } from './knees.ts'
import { motionOf, playLive, steadyFrames, type Motion } from './liveDevice.ts'
import { protocolOf } from '../../scenes/protocols.ts'

/** Half width of the window and deviation of the smoothing, ticks: 6 Hz is cut to 70 %, 20 Hz to 2 %. */
const HALF = 8
const SIGMA = 2

const WEIGHTS = Array.from({ length: 2 * HALF + 1 }, (_, i) => Math.exp(-(((i - HALF) / SIGMA) ** 2) / 2))
const TOTAL = WEIGHTS.reduce((a, b) => a + b, 0)

function smoothPose(poses: readonly (Pose | null)[], at: number): Pose | null {
  const middle = poses[at]
  if (!middle) return null
  let p: Vec3 = [0, 0, 0]
  let q: Quat = [0, 0, 0, 0]
  WEIGHTS.forEach((w, i) => {
    const pose = poses[Math.min(Math.max(at + i - HALF, 0), poses.length - 1)] ?? middle
    p = mad(p, pose.p, w / TOTAL)
    const d = pose.q.reduce((sum, v, k) => sum + v * (middle.q[k] ?? 0), 0)
    q = q.map((v, k) => v + (d < 0 ? -w : w) * (pose.q[k] ?? 0)) as unknown as Quat
  })
  return { p, q: normalizeQuat(q) }
}

/** The same hands without anything faster than some 6 Hz. */
export function bandLimited(inputs: readonly TickInput[]): TickInput[] {
  const poses = (side: 'left' | 'right'): (Pose | null)[] => inputs.map((t) => t[side].pose)
  const [left, right] = [poses('left'), poses('right')]
  return inputs.map((t, i) => {
    const hand = (h: HandInput, all: readonly (Pose | null)[]): HandInput => ({ ...h, pose: smoothPose(all, i) })
    return { ...t, left: hand(t.left, left), right: hand(t.right, right) }
  })
}

/** The motion of an expert without tremor, and without anything faster than some 6 Hz. */
export function calmMotion(knee: Knee, seed: number): Motion {
  const session = knee.make(seed)
  const ticks = perform(session, calmExpert, seed)
  return motionOf(bandLimited(ticks.map((t) => unpackTick(t, session.commands))))
}

const DEVICE: Device = {
  input_class: 'controllers',
  assists: [],
  jitter_mm: 0.3,
  jitter_deg: 0.1,
  reaction_ms: 300,
  clock_lost: 0,
}

export interface DisplayRun {
  readonly evidence: Evidence
  /** Outcome of every criterion, by id. */
  readonly outcomes: Readonly<Record<string, string>>
}

/** Plays the motion as a display at `hz` delivers it, and grades what came of it. */
export function displayRun(knee: Knee, motion: Motion, hz: number, seed: number): DisplayRun {
  const session: Session = knee.make(seed)
  playLive(session, motion, steadyFrames(hz, motion.seconds))
  const evidence = collectEvidence(session)
  const report = grade(parseProtocol(protocolOf(knee.procedure.id)), session.case.facts, evidence, DEVICE)
  return {
    evidence,
    outcomes: Object.fromEntries(report.criteria.map((c) => [c.id, c.outcome])),
  }
}

/** Largest difference between two evidences by unit; `kinds` tells whether the same things happened in the same order. */
export interface Difference {
  readonly kinds: boolean
  readonly mm: number
  readonly deg: number
  readonly n: number
}

export function differenceOf(a: Evidence, b: Evidence, words: Knee['procedure']['words']): Difference {
  const key = (e: Evidence): string[] => e.events.map((x) => [x.kind, x.subject, x.object, x.site].join(' '))
  const kinds = key(a).join('\n') === key(b).join('\n')
  const most: Record<string, number> = { mm: 0, deg: 0, N: 0 }
  a.events.forEach((e, i) => {
    for (const [name, value] of Object.entries(e.values)) {
      const other = b.events[i]?.values[name]
      const unit = words.values[name]?.unit ?? ''
      if (typeof value !== 'number' || typeof other !== 'number' || most[unit] === undefined) continue
      most[unit] = Math.max(most[unit], Math.abs(value - other))
    }
  })
  return { kinds, mm: most['mm'] ?? 0, deg: most['deg'] ?? 0, n: most['N'] ?? 0 }
}

/** The events before the first of `kind`: what a motion alone brought about, before fluid and time have their say. */
export function before(evidence: Evidence, kind: string): Evidence {
  const end = evidence.events.findIndex((e) => e.kind === kind)
  return { ...evidence, events: end < 0 ? evidence.events : evidence.events.slice(0, end) }
}
