// Trigger and stick of a controller turn a tool's dial: absolute positions out of rates.
import type { Dial } from '../../sim/tick.ts'
import { DialState, PLUNGER_ML_S } from '../dialState.ts'
import type { HeldTool } from '../sceneQuery.ts'

const DEAD = 0.15
const TWIST_RAD_S = 3

/** What a dial needs to know of a held tool. */
export type DialTool = Pick<HeldTool, 'id' | 'dial' | 'plunger_ml' | 'capacity_ml'>

export interface Thumb {
  readonly trigger: number
  /** Stick right, and towards the learner. */
  readonly axis: readonly [number, number]
  /** Where another hand has the plunger, mL; null or left out = nowhere. */
  readonly put_ml?: number | null
}

/** Deflection beyond the dead zone, 0..1 with its sign. */
const eased = (v: number): number => (Math.abs(v) < DEAD ? 0 : (Math.sign(v) * (Math.abs(v) - DEAD)) / (1 - DEAD))

/**
 * Syringe: the trigger draws, the stick pushed forward injects, both by rate; letting go leaves the plunger where it is,
 * so suction is kept. Twist: the stick sideways. Drill: the trigger is the speed, the stick drawn back reverses it.
 */
export class ControllerDial {
  private readonly state = new DialState()
  private id: string | null = null

  advance(tool: DialTool | null, thumb: Thumb, dt: number): Dial | null {
    if (!tool?.dial) {
      this.id = null
      return null
    }
    if (tool.id !== this.id) this.state.adopt(tool)
    else this.state.reconcile(tool, dt)
    this.id = tool.id
    if (typeof thumb.put_ml === 'number') this.state.put(thumb.put_ml)
    const forward = -eased(thumb.axis[1])
    if (tool.dial === 'plunger') this.state.move((eased(thumb.trigger) - Math.max(forward, 0)) * PLUNGER_ML_S * dt)
    if (tool.dial === 'twist') this.state.move(eased(thumb.axis[0]) * TWIST_RAD_S * dt)
    const dial = this.state.advance(dt)
    const speed = eased(thumb.trigger) * (forward < 0 ? -1 : 1)
    return dial && tool.dial === 'speed' ? { ...dial, speed } : dial
  }

  /** From a list of words: notches, positive draws. */
  turn(notches: number): void {
    this.state.turn(notches, false)
  }
}
