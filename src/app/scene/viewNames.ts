// Reading a ViewState by name.
import type { Pose } from '../../../scoring/math/index.ts'
import type { ViewLayout, ViewState } from '../../sim/index.ts'

/** Looks names up once and reads the present values of a view. Unknown scalars read 0, unknown poses null. */
export class ViewNames {
  private readonly view: ViewState
  private readonly poses: ReadonlyMap<string, number>
  private readonly scalars: ReadonlyMap<string, number>

  constructor(layout: ViewLayout, view: ViewState) {
    this.view = view
    this.poses = new Map(layout.poses.map((name, i) => [name, i]))
    this.scalars = new Map(layout.scalars.map((s, i) => [s.name, i]))
  }

  scalar(name: string): number {
    return this.view.scalars[this.scalars.get(name) ?? -1] ?? 0
  }

  pose(name: string): Pose | null {
    const i = this.poses.get(name)
    if (i === undefined) return null
    const n = (k: number): number => this.view.poses[i * 7 + k] ?? 0
    return { p: [n(0), n(1), n(2)], q: [n(3), n(4), n(5), n(6)] }
  }

  /** Everything by name; for the debug hook. */
  all(): { tick: number; poses: Record<string, Pose | null>; scalars: Record<string, number> } {
    return {
      tick: this.view.tick,
      poses: Object.fromEntries([...this.poses.keys()].map((k) => [k, this.pose(k)])),
      scalars: Object.fromEntries([...this.scalars.keys()].map((k) => [k, this.scalar(k)])),
    }
  }
}
