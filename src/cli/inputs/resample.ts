// Samples onto the tick grid: poses are interpolated, everything else holds from its sample on, commands fire once.
import { lerp, nlerp, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Command, HandInput, TickInput } from '../../sim/index.ts'
import { NO_HAND, type HandSample } from './hand.ts'
import type { Sample } from './parse.ts'

/** A sample this much after a tick's time still belongs to it, ticks: decimal times are not exact in binary. */
const SAME_TIME = 1e-6

function mix(a: Pose, b: Pose, share: number): Pose {
  return share <= 0 ? a : { p: lerp(a.p, b.p, share), q: nlerp(a.q, b.q, share) }
}

function mixIndex(a: Vec3 | null, b: Vec3 | null, share: number): Vec3 | null {
  return a && b && share > 0 ? lerp(a, b, share) : a
}

function handAt(a: HandSample, b: HandSample, share: number): HandInput {
  const { p: _p, q: _q, tracked, ...rest } = a
  if (tracked === 0) return { ...rest, pose: null, tracked: 0 }
  // Towards a sample without tracking there is nothing to move to: the hand stays until it is lost.
  const to = b.tracked === 0 ? a : b
  return { ...rest, pose: mix(a, to, share), tracked, index: mixIndex(a.index, b.index, share) }
}

function inputAt(a: Sample, b: Sample, share: number, commands: TickInput['commands']): TickInput {
  return {
    head: a.head && b.head ? mix(a.head, b.head, share) : a.head,
    left: handAt(a.left, b.left, share),
    right: handAt(a.right, b.right, share),
    foot: a.foot,
    commands,
  }
}

/** The tick at whose time a sample first holds. */
function tickOf(sample: Sample, hz: number): number {
  return Math.ceil(sample.t * hz - SAME_TIME)
}

const NOTHING_YET: Sample = {
  place: { at: '', path: '' },
  t: 0,
  head: null,
  left: NO_HAND,
  right: NO_HAND,
  foot: [0, 0],
  commands: [],
}

/** A tick in which nobody is there. */
export const NOBODY: TickInput = inputAt(NOTHING_YET, NOTHING_YET, 0, [])

export interface TimedInput {
  readonly input: TickInput
  /** The sample that it follows, so that a failure can name its line; undefined before the first. */
  readonly sample: Sample | undefined
}

/** One input for each tick from time 0 to the last sample. Before the first sample nothing is tracked. */
export function* resample(samples: readonly Sample[], hz: number): Generator<TimedInput> {
  const last = samples.at(-1)
  const ticks = last ? tickOf(last, hz) + 1 : 0
  let next = 0
  for (let tick = 0; tick < ticks; tick++) {
    const commands: Command[] = []
    for (let s = samples[next]; s && tickOf(s, hz) <= tick; s = samples[++next]) commands.push(...s.commands)
    const sample = samples[next - 1]
    const [a, b] = [sample ?? NOTHING_YET, samples[next]]
    const share = sample && b && b.t > a.t ? (tick / hz - a.t) / (b.t - a.t) : 0
    yield { input: inputAt(a, b ?? a, share, commands), sample }
  }
}
