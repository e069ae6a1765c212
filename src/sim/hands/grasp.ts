// Taking and letting go (SPEC S9): squeeze rising through 0.5 within 30 mm of a grip takes; falling through 0.3 releases.
import { compose, distance, invert, transform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Instrument, Transition } from '../procedure.ts'
import type { HandState, ToolState } from '../state.ts'
import type { HandInput } from '../tick.ts'
import { bodyOf, isPierced } from '../tools/mounted.ts'
import { wake } from '../world/rest.ts'

export const TAKE_SQUEEZE = 0.5
export const RELEASE_SQUEEZE = 0.3
export const TAKE_DISTANCE_M = 0.03
/** A hand counts as lost after this many ticks without tracking. */
export const LOST_TICKS = 9

export const HAND_NAMES = ['left', 'right'] as const

export function freshHand(): HandState {
  return {
    pose: { p: [0, 0.4, 0.3], q: [0, 0, 0, 1] },
    tracked: false,
    lostTicks: 0,
    squeeze: 0,
    trigger: 0,
    tool: -1,
    grip: 0,
    grasp: { p: [0, 0, 0], q: [0, 0, 0, 1] },
    force_n: 0,
    saturatedTicks: 0,
    verb: 'rest',
    target: '',
    firmness: 0,
  }
}

interface Reach {
  readonly tool: number
  readonly grip: number
  readonly gap: number
}

/** The hub of a mounted needle is for the second hand: its carrier is in a hand, or it is in tissue (SPEC S21.5). */
function isOpen({ tools, hands }: Scene, tool: number): boolean {
  if (tools[tool]?.mode !== 'mounted') return true
  const body = bodyOf(tools, tool)
  return isPierced(tools, tool) || hands.some((h) => h.tool === body)
}

/** Nearest grip within reach; ties go to the lower index, so that the order of the tray decides. */
function nearestGrip(at: Vec3, scene: Scene): Reach | undefined {
  let best: Reach | undefined
  scene.instruments.forEach((instrument, tool) => {
    const state = scene.tools[tool]
    if (!state || !isOpen(scene, tool)) return
    instrument.grips.forEach((g, grip) => {
      const gap = distance(transform(state, g.p), at)
      if (gap <= TAKE_DISTANCE_M && (!best || gap < best.gap)) best = { tool, grip, gap }
    })
  })
  return best
}

/** The tool's pose in the hand's frame. */
export function graspOf(hand: Pose, tool: Pose): Pose {
  return compose(invert(hand), tool)
}

export interface Scene {
  readonly hands: readonly [HandState, HandState]
  readonly tools: readonly ToolState[]
  readonly instruments: readonly Instrument[]
}

/** The other hand holds it too, or what it is mounted on, or what is mounted on it. */
function isShared({ hands, tools }: Scene, side: 0 | 1, tool: number): boolean {
  const other = hands[side === 0 ? 1 : 0].tool
  return other >= 0 && bodyOf(tools, other) === bodyOf(tools, tool)
}

function take(scene: Scene, side: 0 | 1): Transition[] {
  const hand = scene.hands[side]
  const reach = nearestGrip(hand.pose.p, scene)
  const tool = reach && scene.tools[reach.tool]
  const instrument = reach && scene.instruments[reach.tool]
  const body = reach && scene.tools[bodyOf(scene.tools, reach.tool)]
  if (!reach || !tool || !instrument || !body) return []
  const shared = isShared(scene, side, reach.tool)
  hand.tool = reach.tool
  hand.grip = reach.grip
  hand.grasp = graspOf(hand.pose, tool)
  body.mode = 'held'
  body.handled = true
  body.on = ''
  return [{ kind: 'take', subject: HAND_NAMES[side], object: instrument.id, values: { grip: reach.grip, shared } }]
}

/** Lets go; the tool stays in the other hand, sticks in tissue, or becomes loose. */
export function release(scene: Scene, side: 0 | 1): Transition[] {
  const hand = scene.hands[side]
  const tool = scene.tools[hand.tool]
  const instrument = scene.instruments[hand.tool]
  const body = scene.tools[bodyOf(scene.tools, hand.tool)]
  if (!tool || !instrument || !body) return []
  const shared = isShared(scene, side, hand.tool)
  const stuck = isPierced(scene.tools, hand.tool)
  hand.tool = -1
  hand.force_n = 0
  hand.saturatedTicks = 0
  if (!shared && !stuck) wake(body)
  else if (!shared) {
    body.v = [0, 0, 0]
    body.w = [0, 0, 0]
  }
  const values = { shared, stuck }
  return [{ kind: 'detach', subject: HAND_NAMES[side], object: instrument.id, values }]
}

/** Takes over the hand's input; a lost hand stays where it was last seen, still holding what it held. */
export function updateHand(scene: Scene, side: 0 | 1, input: HandInput): Transition[] {
  const hand = scene.hands[side]
  if (!input.pose) return lose(hand, side)
  const out: Transition[] = []
  const returned = hand.lostTicks >= LOST_TICKS
  hand.tracked = true
  hand.lostTicks = 0
  hand.pose = input.pose
  hand.trigger = input.trigger
  if (returned) out.push({ kind: 'control_trouble', subject: HAND_NAMES[side], values: { trouble: 'tracking_back' } })
  const rising = input.squeeze >= TAKE_SQUEEZE && hand.squeeze < TAKE_SQUEEZE
  const falling = input.squeeze <= RELEASE_SQUEEZE && hand.squeeze > RELEASE_SQUEEZE
  if (hand.tool < 0 && rising) out.push(...take(scene, side))
  else if (hand.tool >= 0 && falling) out.push(...release(scene, side))
  hand.squeeze = input.squeeze
  return out
}

function lose(hand: HandState, side: 0 | 1): Transition[] {
  const wasTracked = hand.tracked || hand.lostTicks > 0
  if (!wasTracked) return []
  hand.tracked = false
  hand.lostTicks++
  if (hand.lostTicks !== LOST_TICKS) return []
  return [{ kind: 'control_trouble', subject: HAND_NAMES[side], values: { trouble: 'tracking_lost' } }]
}
