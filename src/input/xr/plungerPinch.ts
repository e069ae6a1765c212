// The plunger of a syringe in a bare hand is moved by the other hand's pinch (CONTROLS section 4).
import { distance, untransform, type Vec3 } from '../../../scoring/math/index.ts'
import type { HandInput } from '../../sim/tick.ts'
import { SIDES, type Side } from '../deviceSample.ts'
import type { HeldTool } from '../sceneQuery.ts'
import type { DialTool } from './controllerDial.ts'

/** A pinch that begins this near to the plunger's thumb end grips it, m (design value: tracked fingers err by 10-20 mm). */
export const PLUNGER_REACH_M = 0.06
const GRIPPED = 0.5

/** A held tool with what a pinch needs of it; its pose in the space of the hands. */
export type PinchTool = DialTool & Pick<HeldTool, 'pose' | 'plunger'>

export type Sided<T> = Readonly<Record<Side, T>>

export interface PinchFrame {
  /** The hands as they were read, in any one space. */
  readonly hands: Sided<HandInput>
  readonly tools: Sided<PinchTool | null>
  /** Fingers are opening but the grip has not let go yet: the plunger stays meanwhile. */
  readonly opening: Sided<boolean>
}

interface Pull {
  /** The hand that pinches; the other one holds the syringe. */
  readonly by: Side
  readonly id: string
  /** Where the pinch and the plunger were when the grip began, or when opening fingers closed again. */
  anchor: { readonly z: number; readonly ml: number } | null
  ml: number
}

const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left')
const clamp = (v: number, high: number): number => Math.min(Math.max(v, 0), high)

/** The thumb end of the plunger where it stands now, in the tool's frame, m; null without a plunger. */
export function thumbEnd(tool: PinchTool): Vec3 | null {
  return tool.plunger && [0, 0, tool.plunger.end_m - tool.plunger_ml * tool.plunger.m_per_ml]
}

/**
 * Whether a pinch at `at` (the tool's frame) is on the plunger: near its thumb end, and nearer to it than to the main
 * grip at the origin, so that a syringe can still be handed over.
 */
function isOnPlunger(tool: PinchTool, at: Vec3): boolean {
  const end = thumbEnd(tool)
  const gap = end ? distance(end, at) : Infinity
  return gap <= PLUNGER_REACH_M && gap < distance([0, 0, 0], at)
}

/**
 * Follows which hand grips the plunger of the other's syringe. Backwards along the axis draws, forwards injects,
 * measured against the syringe itself, so that moving both hands together moves nothing. Open fingers leave the plunger
 * where it is: suction is held. A hand that is lost for a moment freezes it.
 */
export class PlungerPinch {
  private pull: Pull | null = null
  private closed: Record<Side, boolean> = { left: false, right: false }
  /** A hand that gripped a plunger grips nothing else before it has opened. */
  private spent: Side | null = null

  /** Where the plunger is pulled to, and on whose syringe; null = nobody has hold of it. Call once a sample. */
  advance(frame: PinchFrame): { readonly side: Side; readonly plunger_ml: number } | null {
    for (const side of SIDES) this.edge(side, frame)
    const { pull } = this
    if (!pull) return null
    const side = otherOf(pull.by)
    const tool = frame.tools[side]
    if (tool?.id !== pull.id) {
      this.pull = null
      return null
    }
    this.follow(pull, tool, frame)
    return { side, plunger_ml: pull.ml }
  }

  /** The hand as it goes into the sample: a plunger's grip is no grip on anything else. */
  quiet(side: Side, hand: HandInput): HandInput {
    return this.spent === side && hand.pose ? { ...hand, squeeze: 0 } : hand
  }

  private edge(side: Side, frame: PinchFrame): void {
    const hand = frame.hands[side]
    // a lost hand has let go of nothing
    if (!hand.pose) return
    const was = this.closed[side]
    const closed = (this.closed[side] = hand.curl !== null && hand.squeeze >= GRIPPED)
    if (closed && !was && !this.spent) this.begin(side, hand.pose.p, frame)
    if (closed || this.spent !== side) return
    this.spent = null
    this.pull = null
  }

  private begin(by: Side, at: Vec3, { hands, tools }: PinchFrame): void {
    const tool = tools[otherOf(by)]
    const bare = hands[otherOf(by)].curl !== null
    if (!tool || !bare || tools[by] || !isOnPlunger(tool, untransform(tool.pose, at))) return
    this.spent = by
    this.pull = { by, id: tool.id, anchor: null, ml: tool.plunger_ml }
  }

  private follow(pull: Pull, tool: PinchTool, { hands, opening }: PinchFrame): void {
    const pose = hands[pull.by].pose
    if (opening[pull.by]) pull.anchor = null
    if (!pose || !hands[otherOf(pull.by)].pose || opening[pull.by] || !tool.plunger) return
    const z = untransform(tool.pose, pose.p)[2]
    pull.anchor ??= { z, ml: pull.ml }
    pull.ml = clamp(pull.anchor.ml + (pull.anchor.z - z) / tool.plunger.m_per_ml, tool.capacity_ml)
  }
}
