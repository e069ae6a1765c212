// Numbers that mostly do not change: analog values, sticks, dials, fingers, scalars of the view.
import { contextOf, type IntModel } from './ints.ts'
import type { Coder } from './rangeCoder.ts'

/** How the next value is foreseen: as it was, or going on as it went. */
export type Trend = 'hold' | 'line'

/** One number stream whose context is the size of its own recent changes: at rest it costs a thousandth of a bit. */
export class FieldCoder {
  private last = 0
  private step = 0
  private size = 0
  private readonly model: IntModel
  private readonly trend: Trend

  constructor(model: IntModel, trend: Trend) {
    this.model = model
    this.trend = trend
  }

  /** Returns the value written or read. */
  code(c: Coder, value: number): number {
    const guess = this.trend === 'line' ? (this.last + this.step) | 0 : this.last
    const residual = this.model.code(c, (value - guess) | 0, contextOf(this.size))
    const out = (guess + residual) | 0
    this.step = (out - this.last) | 0
    this.last = out
    this.size = this.size * 0.75 + Math.abs(residual) * 0.25
    return out
  }
}
