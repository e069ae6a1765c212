// Poses as packed by the tick contract: x y z, place of the largest quaternion component, the other three.
import { BitTable } from './bits.ts'
import { contextOf, IntModel } from './ints.ts'
import { Predictor, toInt } from './predictor.ts'
import type { Coder } from './rangeCoder.ts'
import { QUAT_LIMIT, QUAT_STEP } from './tickFormat.ts'

const POSE_INTS = 7

/** What all the pose streams of a block learn together. */
export class PoseModels {
  readonly position = new IntModel()
  readonly rotation = new IntModel()
  readonly sameChart = new BitTable(1)
}

/** A running mean of residual sizes that chooses the coder's context. */
class Size {
  private mean = 0
  private local = 0

  begin(): number {
    this.local = this.mean
    return contextOf(this.local)
  }

  context(residual: number): number {
    this.local = this.local * 0.75 + Math.abs(residual) * 0.25
    return contextOf(this.local)
  }

  end(sum: number): void {
    this.mean = this.mean * 0.6 + (sum / 3) * 0.4
  }
}

/** Three numbers of a point, each predicted from its own past. */
export class PointCoder {
  private readonly axes = [new Predictor(4), new Predictor(4), new Predictor(4)]
  private readonly size = new Size()
  private readonly model: IntModel

  constructor(model: IntModel) {
    this.model = model
  }

  /** Codes `v[at..at+2]` in place. */
  code(c: Coder, v: Int32Array, at: number): void {
    let context = this.size.begin()
    let sum = 0
    this.axes.forEach((axis, j) => {
      const guess = toInt(axis.guess())
      const residual = this.model.code(c, ((v[at + j] ?? 0) - guess) | 0, context)
      const value = (guess + residual) | 0
      v[at + j] = value
      axis.learn(value)
      sum += Math.abs(residual)
      context = this.size.context(residual)
    })
    this.size.end(sum)
  }

  rest(): void {
    for (const axis of this.axes) axis.rest()
  }
}

/** A rotation: predicted as a continuous quaternion, coded in the chart of its largest component. */
export class RotationCoder {
  private readonly parts: Predictor[]
  private readonly size = new Size()
  private readonly models: PoseModels
  private readonly guess = new Float64Array(4)
  private readonly last = new Float64Array(4)
  private chart = 3

  constructor(models: PoseModels) {
    this.models = models
    const floor = 4 * QUAT_STEP * QUAT_STEP
    this.parts = Array.from({ length: 4 }, () => new Predictor(floor))
  }

  /** Codes `v[at..at+3]` (place of the largest, then the others) in place. */
  code(c: Coder, v: Int32Array, at: number): void {
    const chart = this.codeChart(c, v[at] ?? 0)
    v[at] = chart
    const toSteps = this.guessSteps(chart)
    let context = this.size.begin()
    let sum = 0
    for (let j = 0, k = at + 1; j < 4; j++) {
      if (j === chart) continue
      const wished = toInt((this.guess[j] ?? 0) * toSteps)
      const guess = wished > QUAT_LIMIT ? QUAT_LIMIT : wished < -QUAT_LIMIT ? -QUAT_LIMIT : wished
      const residual = this.models.rotation.code(c, ((v[k] ?? 0) - guess) | 0, context)
      v[k++] = (guess + residual) | 0
      sum += Math.abs(residual)
      context = this.size.context(residual)
    }
    this.size.end(sum)
    this.learn(v, at, chart)
  }

  private codeChart(c: Coder, chart: number): number {
    if (c.bit(this.models.sameChart, 0, chart === this.chart ? 0 : 1)) this.chart = c.raw(2, chart)
    return this.chart
  }

  /** Fills `guess`; returns what turns a component into steps of the given chart. */
  private guessSteps(chart: number): number {
    let square = 0
    this.parts.forEach((part, j) => {
      const g = part.guess()
      this.guess[j] = g
      square += g * g
    })
    const size = square > 1e-12 && square < 1e12 ? 1 / Math.sqrt(square) : 0
    return ((this.guess[chart] ?? 0) < 0 ? -size : size) / QUAT_STEP
  }

  private learn(v: Int32Array, at: number, chart: number): void {
    const q = this.guess
    let rest = 1
    for (let j = 0, k = at + 1; j < 4; j++) {
      if (j === chart) continue
      const x = (v[k++] ?? 0) * QUAT_STEP
      q[j] = x
      rest -= x * x
    }
    q[chart] = Math.sqrt(rest > 0 ? rest : 0)
    let along = 0
    for (let j = 0; j < 4; j++) along += (q[j] ?? 0) * (this.last[j] ?? 0)
    const sign = along < 0 ? -1 : 1
    this.parts.forEach((part, j) => {
      const x = (q[j] ?? 0) * sign
      this.last[j] = x
      part.learn(x)
    })
  }

  rest(): void {
    for (const part of this.parts) part.rest()
  }
}

/** One moving thing: a head, a hand, an instrument. */
export class PoseCoder {
  readonly point: PointCoder
  private readonly rotation: RotationCoder

  constructor(models: PoseModels) {
    this.point = new PointCoder(models.position)
    this.rotation = new RotationCoder(models)
  }

  /** Codes the 7 numbers of `v` from `at` in place; returns the place after them. */
  code(c: Coder, v: Int32Array, at: number): number {
    this.point.code(c, v, at)
    this.rotation.code(c, v, at + 3)
    return at + POSE_INTS
  }

  rest(): void {
    this.point.rest()
    this.rotation.rest()
  }
}
