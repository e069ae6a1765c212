// Absolute positions of what a hand turns or pushes on a tool: wheel, rail, stick and trigger all end here.
import type { Dial } from '../sim/tick.ts'
import type { DialKind, HeldTool } from './sceneQuery.ts'

/** Fastest that a dial moves the plunger, mL/s (design value: a firm thumb on a 20 mL syringe). */
export const PLUNGER_ML_S = 5
/** One notch of a wheel: mL, radians, share of full speed; and slow, a fifth. */
export const NOTCH: Readonly<Record<DialKind, number>> = { plunger: 0.5, twist: Math.PI / 12, speed: 0.1 }
export const SLOW_SHARE = 0.2

/** A dial at rest for so long has its plunger with it: one that moves then was moved by an act. s, mL. */
const REST_S = 0.3
const MOVED_ML = 0.05

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(v, low), high)

export class DialState {
  private kind: DialKind | null = null
  private capacity = 0
  private wanted = { plunger: 0, twist: 0, speed: 0 }
  private plunger = 0
  /** The dial when it was last compared with the plunger, for how long it has stood there, and the plunger then. */
  private last = NaN
  private rest_s = 0
  private seen = 0
  /** An act has moved the plunger since the last sample. */
  private jumped = false

  /** Starts from where the tool's plunger stands. */
  adopt(tool: Pick<HeldTool, 'dial' | 'plunger_ml' | 'capacity_ml'>): void {
    this.kind = tool.dial
    this.rest_s = 0
    this.capacity = tool.capacity_ml
    this.plunger = tool.plunger_ml
    this.wanted = { plunger: tool.plunger_ml, twist: 0, speed: 0 }
  }

  drop(): void {
    this.kind = null
  }

  /** Turns by `notches`; positive draws, turns right, runs faster. Stays where put. */
  turn(notches: number, slow: boolean): void {
    const step = notches * (slow ? SLOW_SHARE : 1)
    if (this.kind) this.move(step * NOTCH[this.kind])
  }

  /** Moves by mL, radians or share of full speed. */
  move(amount: number): void {
    const w = this.wanted
    if (this.kind === 'plunger') w.plunger = clamp(w.plunger + amount, 0, this.capacity)
    if (this.kind === 'twist') w.twist += amount
    if (this.kind === 'speed') w.speed = clamp(w.speed + amount, -1, 1)
  }

  /** Puts the plunger where a hand has it, at once: a hand that grips it sets its speed itself. */
  put(plunger_ml: number): void {
    if (this.kind !== 'plunger') return
    this.plunger = clamp(plunger_ml, 0, this.capacity)
    this.wanted.plunger = this.plunger
  }

  /**
   * An act has put the plunger elsewhere (a drug was drawn up): the dial goes on from there. While the dial turns, and
   * until the plunger has caught up with it, a plunger that moves only follows.
   */
  reconcile(tool: Pick<HeldTool, 'dial' | 'plunger_ml' | 'capacity_ml'>, dt: number): void {
    this.rest_s = this.plunger === this.last ? this.rest_s + dt : 0
    this.last = this.plunger
    if (this.rest_s < REST_S) this.seen = tool.plunger_ml
    else if (Math.abs(tool.plunger_ml - this.seen) > MOVED_ML) {
      this.adopt(tool)
      this.jumped = true
    }
  }

  /**
   * The dial after `dt` seconds; null on a tool without one, and once when an act has put the plunger elsewhere: a dial that
   * went there through all that lies between would squirt it out.
   */
  advance(dt: number): Dial | null {
    const { jumped } = this
    this.jumped = false
    if (!this.kind || jumped) return null
    const most = PLUNGER_ML_S * dt
    this.plunger += clamp(this.wanted.plunger - this.plunger, -most, most)
    return { plunger_ml: this.plunger, twist_rad: this.wanted.twist, speed: this.wanted.speed }
  }
}
