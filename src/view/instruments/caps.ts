// Caps of needles: on until the needle was first moved from where it lay, and never on again.
import type { Instrument } from '../../sim/procedure.ts'
import { Matrix4, Vector3 } from 'three'
import { bodyIn } from '../frame/assembly.ts'
import type { Frame } from '../frame/reader.ts'

/** A needle that was moved so far has been handled, m. */
const MOVED_M = 0.002

const M = new Matrix4()
const AT = new Vector3()
const REST = new Vector3()

/** Follows a feed; a feed that goes back in time begins anew. */
export class Caps {
  private readonly instruments: readonly Instrument[]
  private readonly off = new Set<number>()
  private tick = 0

  constructor(instruments: readonly Instrument[]) {
    this.instruments = instruments
  }

  read(frame: Frame): void {
    if (frame.tick < this.tick) this.off.clear()
    this.tick = frame.tick
    this.instruments.forEach((tool, i) => {
      if (!tool.needle || tool.syringe || this.off.has(i)) return
      const moved =
        frame.matrix(tool.id, M) && AT.setFromMatrixPosition(M).distanceTo(REST.set(...tool.rest.p)) > MOVED_M
      const held = frame.index('left.holding') === i || frame.index('right.holding') === i
      if (moved || held || bodyIn(frame, this.instruments, i) !== i) this.off.add(i)
    })
  }

  isOn(index: number): boolean {
    return !this.off.has(index)
  }
}
