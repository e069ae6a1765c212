// Syringes off needles and on again in a headset: a button, a pull against the hand that has the hub, a nozzle in the hub.
import { compose, dot, rotate, sub } from '../../../scoring/math/index.ts'
import type { Command } from '../../sim/command.ts'
import type { HandInput } from '../../sim/tick.ts'
import { SIDES, type Side } from '../deviceSample.ts'
import type { Exchange, HeldTool } from '../sceneQuery.ts'
import type { Sided } from './plungerPinch.ts'

/** What an exchange would do for a hand, and how far its nozzle is from the hub: m, and rad between the axes. */
export interface ExchangeNow extends Pick<Exchange, 'act'> {
  readonly gap_m: number
  readonly angle_rad: number
}

export type ExchangeTool = Pick<HeldTool, 'id' | 'pose' | 'grasp' | 'needle' | 'axis'>

export interface ExchangeFrame {
  /** Hands and poses of tools in any one space. */
  readonly hands: Sided<HandInput>
  readonly tools: Sided<ExchangeTool | null>
  readonly now: Sided<ExchangeNow | null>
  /** The exchange's button of a controller. */
  readonly pressed: Sided<boolean>
}

/** A nozzle so near to a hub, and so straight, is in it (design values: tracked hands err by some millimetres). */
export const SEAT_M = 0.012
export const SEAT_RAD = 0.35
/** It must have been so far away before it can go on again, m. */
const AWAY_M = 0.02
/** A hand so far behind its syringe, while the other has the hub, pulls it off, m: 4 N of a needle's grip. */
export const PULL_M = 0.015
/** Bare hands have no trigger: they keep the nozzle in the hub for so long, s. */
export const DWELL_S = 0.3
const TRIGGER_ON = 0.5
const TRIGGER_OFF = 0.3

interface Memory {
  pressed: boolean
  /** The nozzle has been away from every hub since the last exchange. */
  armed: boolean
  dwell_s: number
  /** The trigger that put the syringe on is still down: it draws nothing. */
  claimed: boolean
}

const fresh = (): Memory => ({ pressed: false, armed: true, dwell_s: 0, claimed: false })
const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left')

const isSeated = (now: ExchangeNow | null): boolean =>
  now?.act === 'on' && now.gap_m <= SEAT_M && now.angle_rad <= SEAT_RAD

export class ExchangeGesture {
  private readonly memory: Record<Side, Memory> = { left: fresh(), right: fresh() }

  /** Commands of this frame; call once a sample. */
  advance(frame: ExchangeFrame, dt: number): Command[] {
    return SIDES.flatMap((side) => {
      const act = this.actOf(side, frame, dt)
      if (!act) return []
      Object.assign(this.memory[side], { armed: false, dwell_s: 0 })
      return [{ command: act, args: { hand: side } }]
    })
  }

  /** The trigger of this hand belongs to the hub before its nozzle, not to the plunger. */
  claimsTrigger(side: Side): boolean {
    return this.memory[side].claimed
  }

  private actOf(side: Side, frame: ExchangeFrame, dt: number): 'mount' | 'unmount' | null {
    const m = this.memory[side]
    const [hand, now] = [frame.hands[side], frame.now[side]]
    const edge = frame.pressed[side] && !m.pressed
    m.pressed = frame.pressed[side]
    if (now?.act === 'near' || (now?.act === 'on' && now.gap_m > AWAY_M)) m.armed = true
    const seated = this.seat(m, hand, now, dt)
    if (now?.act === 'off') return edge || (m.armed && isPulled(side, frame)) ? 'unmount' : null
    return now?.act === 'on' && (edge || seated) ? 'mount' : null
  }

  private seat(m: Memory, hand: HandInput, now: ExchangeNow | null, dt: number): boolean {
    const free = m.armed && isSeated(now) && hand.pose !== null
    m.dwell_s = free && hand.curl ? m.dwell_s + dt : 0
    m.claimed = (free && !hand.curl) || (m.claimed && hand.trigger > TRIGGER_OFF)
    return free && (hand.curl ? m.dwell_s >= DWELL_S : hand.trigger >= TRIGGER_ON)
  }
}

/** The other hand has the hub, and this one wants the syringe well behind where it is. */
function isPulled(side: Side, { hands, tools }: ExchangeFrame): boolean {
  const [tool, other, hand] = [tools[side], tools[otherOf(side)], hands[side].pose]
  if (!tool || !hand || tool.needle === null || other?.id !== tool.needle || other.id === tool.id) return false
  const lag = sub(compose(hand, tool.grasp).p, tool.pose.p)
  return dot(lag, rotate(tool.pose.q, tool.axis)) < -PULL_M
}
