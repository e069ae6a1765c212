// The state of an attempt: all that the next tick depends on (SPEC S7), as plain data.
import type { Digest, Pose, Quat, Stream, Vec3 } from '../../scoring/math/index.ts'
import type { NeedleState } from './tissue/needle.ts'
import type { SyringeState } from './tools/syringe.ts'

/**
 * `rest`: out of the solver until something comes near; `loose`: moved by the solver; `held`: moved by hands or stuck in
 * tissue; `mounted`: a needle that goes where its carrier goes.
 */
export type ToolMode = 'rest' | 'loose' | 'held' | 'mounted'

export interface ToolState {
  mode: ToolMode
  p: Vec3
  q: Quat
  v: Vec3
  w: Vec3
  /** Where the rest rule began to watch, and for how many ticks the tool has not left that place. */
  anchor: Pose
  still: number
  /** Where it last lay, and whether a hand has had it since. */
  lay: Vec3
  handled: boolean
  /** Fixture that it last lay on, '' while in a hand or in the air. */
  on: string
  needle: NeedleState | null
  syringe: SyringeState | null
  /** Index of the needle on this tool's nozzle, -1 = none. */
  mount: number
  /** Of a needle in tissue: where the helper hand, which has its hub, wants it; null = it has not. */
  steady: Pose | null
}

export const VERBS = ['rest', 'hold', 'press', 'spread', 'steady', 'pass'] as const
export type Verb = (typeof VERBS)[number]

export interface HandState {
  /** Last tracked pose; while tracking is lost the hand stays here. */
  pose: Pose
  tracked: boolean
  lostTicks: number
  squeeze: number
  trigger: number
  /** Index of the held tool, -1 = empty. */
  tool: number
  grip: number
  /** The tool in the hand's frame, fixed when it was taken; slips when the grip's limit is passed. */
  grasp: Pose
  force_n: number
  saturatedTicks: number
  verb: Verb
  target: string
  firmness: number
}

export interface SimState<S = object> {
  tick: number
  /** Clinical clock, s. */
  clinical_s: number
  paused: boolean
  finished: boolean
  /** The lead-in of a drill is being played: what only a lead-in may do is obeyed. */
  lead_in: boolean
  hands: [HandState, HandState]
  tools: ToolState[]
  /** Touching pairs of the last solved tick, as sorted numbers a * 1000 + b. */
  contacts: number[]
  streams: Record<string, Stream>
  /** Running digest of every event and sample so far: what has been testified is part of what must agree. */
  testimony: Digest
  procedure: S
}
