// One packed tick after the other through the range coder; the same code writes and reads.
import { BitTable } from './bits.ts'
import { FieldCoder } from './field.ts'
import { IntModel } from './ints.ts'
import { fieldsEnd, HEAD_INTS, isRegular, partsOf, STREAMS, type Part } from './layout.ts'
import { PointCoder, PoseCoder, PoseModels } from './pose.ts'
import type { Coder } from './rangeCoder.ts'
import { CODED_FORMAT, MASK, MASK_BITS } from './tickFormat.ts'

/** Longest packed tick: no device and no learner gives more than a few commands in 1/90 s. */
export const MAX_TICK_INTS = 1024

function list<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}

/** The adaptive state of a stream of ticks; fresh at the beginning of every block. */
export class TickCoder {
  private readonly irregular = new BitTable(1)
  private readonly newMask = new BitTable(1)
  private readonly maskBits = new BitTable(MASK_BITS * 2)
  private readonly poseModels = new PoseModels()
  private readonly poses = list(STREAMS.pose, () => new PoseCoder(this.poseModels))
  private readonly pointModel = new IntModel()
  private readonly points = list(STREAMS.point, () => new PointCoder(this.pointModel))
  private readonly analogModel = new IntModel()
  private readonly analogs = list(STREAMS.analog, () => new FieldCoder(this.analogModel, 'hold'))
  private readonly dialModel = new IntModel()
  private readonly dials = list(STREAMS.dial, () => new FieldCoder(this.dialModel, 'line'))
  private readonly plains = list(STREAMS.plain, () => new FieldCoder(this.analogModel, 'hold'))
  private readonly numbers = new IntModel(2)
  /** Masks of the last three ticks, newest first: the head comes in every third. */
  private masks: [number, number, number] = [0, 0, 0]
  private readonly v = new Int32Array(MAX_TICK_INTS)

  /**
   * Writes `tick`, or with a decoder reads one (then give undefined). Returns undefined when what was read cannot be a
   * tick. @throws RangeError for a tick of more than MAX_TICK_INTS numbers
   */
  code(c: Coder, tick: Int32Array | undefined): Int32Array | undefined {
    if (tick) this.load(tick)
    const irregular = c.bit(this.irregular, 0, tick && !isRegular(tick) ? 1 : 0)
    const length = irregular ? this.codeRaw(c, 0, tick?.length ?? 0) : this.codeRegular(c, tick?.length ?? 0)
    return length < 0 ? undefined : this.v.slice(0, length)
  }

  private load(tick: Int32Array): void {
    if (tick.length > MAX_TICK_INTS) {
      throw new RangeError(`packed tick: got ${tick.length} numbers, expected at most ${MAX_TICK_INTS}`)
    }
    this.v.set(tick)
  }

  private codeRegular(c: Coder, length: number): number {
    const v = this.v
    const mask = this.codeMask(c, v[1] ?? 0)
    v[0] = CODED_FORMAT
    v[1] = mask
    let at = HEAD_INTS
    for (const part of partsOf(mask)) {
      this.codePart(c, part, at)
      at += part.ints
    }
    return mask & MASK.commands ? this.codeRaw(c, fieldsEnd(mask), length) : at
  }

  /** The length, then number by number from `at`; -1 when the length read is none. */
  private codeRaw(c: Coder, at: number, length: number): number {
    const end = at + this.numbers.code(c, length - at, 0)
    if (end < at || end > MAX_TICK_INTS) return -1
    for (let i = at; i < end; i++) this.v[i] = this.numbers.code(c, this.v[i] ?? 0, 1)
    return end
  }

  private codeMask(c: Coder, mask: number): number {
    const [last, , third] = this.masks
    const expected = (last & ~MASK.head) | (third & MASK.head)
    let out = expected
    if (c.bit(this.newMask, 0, mask === expected ? 0 : 1)) {
      out = 0
      for (let k = 0; k < MASK_BITS; k++) {
        out |= c.bit(this.maskBits, k * 2 + ((expected >>> k) & 1), (mask >>> k) & 1) << k
      }
    }
    this.masks = [out, last, this.masks[1]]
    return out
  }

  private codePart(c: Coder, part: Part, at: number): void {
    const v = this.v
    if (part.kind === 'pose') this.poses[part.stream]?.code(c, v, at)
    else if (part.kind === 'point') this.points[part.stream]?.code(c, v, at)
    else {
      const fields = part.kind === 'dial' ? this.dials : part.kind === 'analog' ? this.analogs : this.plains
      for (let i = 0; i < part.ints; i++) v[at + i] = fields[part.stream + i]?.code(c, v[at + i] ?? 0) ?? 0
    }
  }
}
