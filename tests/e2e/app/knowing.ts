// What an expert knows of this patient before the needle goes in: the portal, the way to the fluid, how deep it lies. Worked
// out beside the page from the same patient, as the scripted expert does it; nothing of it goes into the page.
import { add, distance, dot, mad, normalize, scale, sub, type Vec3 } from '../../../scoring/math/index.ts'
import { kneeAspiration } from '../../../scenes/orthopedic/knee-aspiration/index.ts'
import { wayIn } from '../../../scenes/orthopedic/knee-aspiration/performers/scene.ts'
import { expertPlan, type Plan } from '../../../scenes/orthopedic/knee-aspiration/performers/plan.ts'
import type { KneeState } from '../../../scenes/orthopedic/knee-aspiration/state.ts'
import { createSession, packTick, stepTick, type Command, type Session } from '../../../src/sim/index.ts'
import { skinNormal } from '../../../src/sim/tools/contact.ts'
import { LOST_HAND } from '../../../src/sim/index.ts'
import { adultKnee } from '../../builders/realKnee.ts'
import { kneeSetup } from '../../builders/knee.ts'

/** A way to the fluid: where through the skin, along what, how far. Work frame, m. */
export interface Way {
  readonly entry: Vec3
  readonly normal: Vec3
  readonly axis: Vec3
  /** Path along the axis to where the tip should come to lie. */
  readonly length_m: number
}

export class Knowing {
  readonly plan: Plan
  readonly session: Session

  constructor(caseId: string, seed: number) {
    this.plan = expertPlan(caseId)
    this.session = createSession(kneeAspiration, adultKnee(), kneeSetup({ case: caseId, seed }))
    this.pass([{ command: 'flex', args: { degrees: this.plan.flexion } }])
  }

  /** Fluid before anything was drawn, mL. */
  get initial_ml(): number {
    return (this.session.state.procedure as KneeState).initial_ml
  }

  /** Two seconds with these commands, hands away. */
  pass(commands: readonly Command[]): void {
    for (let i = 0; i < 180; i++) {
      const input = {
        head: null,
        left: LOST_HAND,
        right: LOST_HAND,
        foot: [0, 0] as const,
        commands: i ? [] : commands,
      }
      stepTick(this.session, packTick({ ...input, foot: [0, 0] }, this.session.commands))
    }
  }

  /** The helper pushes the kneecap aside: the fluid lies otherwise then. */
  steady(): void {
    this.pass([{ command: 'helper', args: { verb: 'steady', target: 'patella', firmness: 2 } }])
  }

  way(): Way {
    const { entry, target } = wayIn(this.session, this.plan.portal, this.plan.aim)
    const axis = normalize(sub(target, entry))
    return { entry, normal: skinNormal(this.session.anatomy, entry).n, axis, length_m: distance(entry, target) }
  }

  /** The layer at so many metres along a way. */
  layerAt(way: Way, m: number): string {
    const { anatomy } = this.session
    return anatomy.layers[anatomy.layerAt(mad(way.entry, way.axis, m))] ?? ''
  }

  /** The skin straight over a point. */
  over(name: string): Vec3 {
    const p = this.session.anatomy.landmarks[name]
    if (!p) throw new RangeError(`the patient has no landmark "${name}"`)
    let y = p[1] - 0.02
    while (y < p[1] + 0.05 && this.session.anatomy.distance(0, [p[0], y, p[2]]) < 0) y += 5e-4
    return [p[0], y, p[2]]
  }

  /** Where to point so that a tip that rides `hover` over the skin lies on the needle's way. */
  aimFrom(way: Way, hover: number): Vec3 {
    const back = hover / Math.max(0.3, -dot(way.axis, way.normal))
    return add(mad(way.entry, way.axis, -back), scale(way.normal, -hover))
  }

  /** Strokes over the field, to and fro along the limb, as the expert lays them: rows of points on the skin. */
  strokes(rows: readonly number[], half_m = 0.055): Vec3[][] {
    const { entry } = this.way()
    return rows.map((z) => [-1, -0.6, -0.2, 0.2, 0.6, 1].map((k) => this.onField(entry, k * half_m, z)))
  }

  private onField(entry: Vec3, x: number, z: number): Vec3 {
    const axis: Vec3 = [0, -0.894, entry[2] < 0 ? 0.447 : -0.447]
    const from: Vec3 = [entry[0] + x, entry[1] + 0.06, entry[2] + z - 0.067 * axis[2]]
    for (let d = 0; d < 0.16; d += 5e-4) {
      const p = mad(from, axis, d)
      if (this.session.anatomy.distance(0, p) <= 0.001) return p
    }
    return entry
  }
}
