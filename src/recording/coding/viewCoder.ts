// Frames of a view through the range coder: most things lie still, and lying still costs almost nothing.
import { BitTable } from './bits.ts'
import { FieldCoder } from './field.ts'
import { contextOf, IntModel } from './ints.ts'
import { PoseCoder, PoseModels } from './pose.ts'
import { Predictor, toInt } from './predictor.ts'
import type { Coder } from './rangeCoder.ts'

const POSE_INTS = 7

/** One scalar that changes smoothly. */
class SmoothCoder {
  private readonly predictor = new Predictor(4)
  private size = 0
  private readonly model: IntModel

  constructor(model: IntModel) {
    this.model = model
  }

  code(c: Coder, value: number): number {
    const guess = toInt(this.predictor.guess())
    const residual = this.model.code(c, (value - guess) | 0, contextOf(this.size))
    const out = (guess + residual) | 0
    this.predictor.learn(out)
    this.size = this.size * 0.75 + Math.abs(residual) * 0.25
    return out
  }
}

/** How a scalar is foreseen: as it was, or on its way. */
export type ScalarKind = 'held' | 'smooth'

/** The adaptive state of the frames between two key frames. */
export class ViewCoder {
  private readonly models = new PoseModels()
  private readonly moved: BitTable
  private readonly poses: PoseCoder[]
  private readonly moving: Uint8Array
  private readonly heldModel = new IntModel()
  private readonly smoothModel = new IntModel()
  private readonly scalars: (FieldCoder | SmoothCoder)[]
  private readonly last: Int32Array

  constructor(poses: number, scalars: readonly ScalarKind[]) {
    this.moved = new BitTable(poses * 2)
    this.poses = Array.from({ length: poses }, () => new PoseCoder(this.models))
    this.moving = new Uint8Array(poses)
    this.scalars = scalars.map((k) =>
      k === 'held' ? new FieldCoder(this.heldModel, 'hold') : new SmoothCoder(this.smoothModel),
    )
    this.last = new Int32Array(poses * POSE_INTS + scalars.length)
  }

  /** Codes one frame in place: 7 numbers for each pose, one for each scalar. */
  code(c: Coder, v: Int32Array): void {
    this.poses.forEach((pose, i) => this.codePose(c, v, i, pose))
    const from = this.poses.length * POSE_INTS
    this.scalars.forEach((s, i) => {
      v[from + i] = s.code(c, v[from + i] ?? 0)
    })
    this.last.set(v)
  }

  private codePose(c: Coder, v: Int32Array, i: number, pose: PoseCoder): void {
    const at = i * POSE_INTS
    const was = this.moving[i] ?? 0
    const moved = c.bit(this.moved, i * 2 + was, this.differs(v, at) ? 1 : 0)
    this.moving[i] = moved
    if (moved) pose.code(c, v, at)
    else {
      if (was) pose.rest()
      for (let k = at; k < at + POSE_INTS; k++) v[k] = this.last[k] ?? 0
    }
  }

  private differs(v: Int32Array, at: number): boolean {
    for (let k = at; k < at + POSE_INTS; k++) if (v[k] !== this.last[k]) return true
    return false
  }
}
