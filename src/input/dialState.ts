// Absolute positions of what a hand turns or pushes on a tool: wheel, rail, stick and trigger all end here.
import type { Dial } from '../sim/tick.ts'
import type { DialKind, HeldTool } from './sceneQuery.ts'

/** Fastest that a dial moves the plunger, mL/s (design value: a firm thumb on a 20 mL syringe). */
export const PLUNGER_ML_S = 5
/** One notch of a wheel: mL, radians, share of full speed; and slow, a fifth. */
export const NOTCH: Readonly<Record<DialKind, number>> = { plunger: 0.5, twist: Math.PI / 12, speed: 0.1 }
export const SLOW_SHARE = 0.2

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(v, low), high)

export class DialState {
  private kind: DialKind | null = null
  private capacity = 0
  private wanted = { plunger: 0, twist: 0, speed: 0 }
  private plunger = 0

  /** Starts from where the tool's plunger stands. */
  adopt(tool: Pick<HeldTool, 'dial' | 'plunger_ml' | 'capacity_ml'>): void {
    this.kind = tool.dial
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

  /** The dial after `dt` seconds; null on a tool without one. */
  advance(dt: number): Dial | null {
    if (!this.kind) return null
    const most = PLUNGER_ML_S * dt
    this.plunger += clamp(this.wanted.plunger - this.plunger, -most, most)
    return { plunger_ml: this.plunger, twist_rad: this.wanted.twist, speed: this.wanted.speed }
  }
}
