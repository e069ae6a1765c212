// Answers what the hands of a screen ask about the scene: from the camera, the view and the anatomy's field.
import {
  add,
  compose,
  IDENTITY,
  length,
  mad,
  normalize,
  sub,
  type Pose,
  type Vec3,
} from '../../../scoring/math/index.ts'
import {
  type DishHit,
  type Dock,
  type Exchange,
  type HeldTool,
  HOME,
  type Place,
  type Ray,
  type SceneQuery,
  type SkinHit,
} from '../../input/index.ts'
import type { Fixture, Instrument, Session } from '../../sim/index.ts'
import type { ExchangeRules } from '../engine/loadBench.ts'
import { hitBoxes } from './boxes.ts'
import { alongAndBeside, type Look, lookPose, lookRight, lookUp, rayAt } from './look.ts'
import { Needles } from './needles.ts'
import type { ViewNames } from './viewNames.ts'

/** How far a ray is followed, m. */
const REACH = 2.5
const SURFACE = 0.0002
/** A press this near to an instrument takes it, m: a needle is 1 mm thick, a finger or a mouse is not. */
const NEAR_TOOL = 0.008
/** A press this near to a place of the helper hand means it, m. */
const NEAR_TARGET = 0.06
/** Names of the landmark that stands for a whole place. */
const TARGET_MARKS = ['', '_front', '_middle', '_centre']
const BIN_ABOVE: Vec3 = [0, 0.2, 0]
/** Dishes by their ids, as they are drawn: a tool in the hand is dipped into them. */
const DISH = /^bowl(-|$)/
/** A dipped tip stays so far over the rim (the solver knows a dish as a block) and so near to the middle, m. */
const DIP_OVER_M = 0.004
const DIP_RADIUS_M = 0.02
const GRADIENT = 0.0005
/** From the barrel's back to the thumb's disc of a plunger that is all the way in, m. */
const THUMB_M = 0.01

type Side = 'left' | 'right'

export interface SceneParts {
  readonly session: Session
  readonly names: ViewNames
  readonly look: Look
  /** The engine that runs the session; without one no exchange of needles is offered. */
  readonly engine?: ExchangeRules
}

/** The barrel is the first box; its plunger stands out behind it, as it is drawn. */
function plungerOf({ syringe, boxes: [barrel] }: Instrument): HeldTool['plunger'] {
  if (!syringe || !barrel) return null
  return { end_m: barrel.at[2] - barrel.half[2] - THUMB_M, m_per_ml: syringe.m_per_ml }
}

function placeOf(f: Fixture): Place {
  return f.bin === true ? { id: f.id, at: add(f.at, BIN_ABOVE) } : { id: HOME, at: f.at }
}

/** The room's answers for one attempt. */
export class RoomQuery implements SceneQuery {
  private readonly parts: SceneParts
  private readonly skin: number
  private readonly needles: Needles

  constructor(parts: SceneParts) {
    this.parts = parts
    this.needles = new Needles(parts)
    this.skin = Math.max(0, parts.session.anatomy.structures.indexOf('skin'))
  }

  ray(x: number, y: number): Ray {
    return rayAt(this.parts.look, x, y)
  }

  cameraRight(): Vec3 {
    return lookRight(this.parts.look)
  }

  cameraUp(): Vec3 {
    return lookUp(this.parts.look)
  }

  head(): Pose {
    return lookPose(this.parts.look)
  }

  private skinDistance(p: Vec3): number {
    return this.parts.session.anatomy.distance(this.skin, p)
  }

  /** Sphere tracing in the field; the field is clamped, so that a step is at most its band. */
  private traceSkin(ray: Ray): number | null {
    for (let t = 0.05; t < REACH;) {
      const d = this.skinDistance(mad(ray.origin, ray.direction, t))
      if (d < SURFACE) return t
      t += Math.max(d * 0.9, SURFACE)
    }
    return null
  }

  private traceFixtures(ray: Ray, which: (f: Fixture) => boolean): [number, Fixture] | null {
    let best: [number, Fixture] | null = null
    for (const f of this.parts.session.procedure.fixtures) {
      if (!which(f)) continue
      const t = hitBoxes(ray, { p: f.at, q: IDENTITY }, f.boxes)
      if (t !== null && (best === null || t < best[0])) best = [t, f]
    }
    return best
  }

  skinUnder(ray: Ray): SkinHit | null {
    const t = this.traceSkin(ray)
    if (t === null) return null
    const wall = this.traceFixtures(ray, (f) => f.body !== true)
    if (wall && wall[0] < t - 0.02) return null
    const point = mad(ray.origin, ray.direction, t)
    return { point, normal: this.normalAt(point) }
  }

  private normalAt([x, y, z]: Vec3): Vec3 {
    const d = (p: Vec3): number => this.skinDistance(p)
    const e = GRADIENT
    return normalize([
      d([x + e, y, z]) - d([x - e, y, z]),
      d([x, y + e, z]) - d([x, y - e, z]),
      d([x, y, z + e]) - d([x, y, z - e]),
    ])
  }

  dishUnder(ray: Ray): DishHit | null {
    for (const [i, dish] of this.parts.session.procedure.instruments.entries()) {
      const pose = DISH.test(dish.id) && !this.needles.isHeld(i) ? this.parts.names.pose(dish.id) : null
      const [body] = dish.boxes
      if (!pose || !body || hitBoxes(ray, pose, dish.boxes) === null) continue
      const rim: Vec3 = add(pose.p, [0, body.half[1], 0])
      const at = mad(ray.origin, ray.direction, (rim[1] - ray.origin[1]) / ray.direction[1])
      const aside = sub(at, rim)
      const far = length(aside)
      return {
        point: far > DIP_RADIUS_M ? mad(rim, aside, DIP_RADIUS_M / far) : at,
        normal: [0, 1, 0],
        dip_m: -DIP_OVER_M,
      }
    }
    return null
  }

  private nearestTool(ray: Ray, grow: number): [number, Instrument] | null {
    let best: [number, Instrument] | null = null
    const { instruments } = this.parts.session.procedure
    for (const [i, tool] of instruments.entries()) {
      // a press on a mounted needle means what carries it
      const body = this.needles.carrierOf(i)
      const pose = this.needles.isHeld(body) ? null : this.parts.names.pose(tool.id)
      const t = pose && hitBoxes(ray, pose, tool.boxes, grow)
      if (t !== null && (best === null || t < best[0])) best = [t, instruments[body] ?? tool]
    }
    return best
  }

  pickInstrument(ray: Ray): string | null {
    const found = this.nearestTool(ray, 0) ?? this.nearestTool(ray, NEAR_TOOL)
    if (!found) return null
    const skin = this.traceSkin(ray)
    return skin !== null && skin < found[0] - NEAR_TOOL ? null : found[1].id
  }

  pickPlace(ray: Ray): Place | null {
    const hit = this.traceFixtures(ray, (f) => f.bin === true || f.id === 'tray')
    const skin = this.traceSkin(ray)
    if (!hit || (skin !== null && skin < hit[0])) return null
    return placeOf(hit[1])
  }

  place(id: string): Place | null {
    const found = this.parts.session.procedure.fixtures.find((f) => f.bin === true && f.id === id)
    return found ? placeOf(found) : null
  }

  /** Named points of the patient, work frame. */
  landmarks(): Readonly<Record<string, Vec3>> {
    return this.parts.session.anatomy.landmarks
  }

  /** Where a place of the helper hand is: a landmark of its name, or the tool that is stuck in the patient. */
  targetAt(target: string): Vec3 | null {
    const { landmarks } = this.parts.session.anatomy
    const mark = TARGET_MARKS.map((suffix) => landmarks[`${target}${suffix}`]).find((p) => p !== undefined)
    if (mark) return mark
    const stuck = this.parts.session.procedure.instruments.find((i) => this.parts.names.scalar(`${i.id}.inserted`) > 0)
    return target === 'hub' && stuck ? (this.parts.names.pose(stuck.id)?.p ?? null) : null
  }

  pickHelperTarget(ray: Ray): string | null {
    let best: { id: string; beside: number } | null = null
    for (const id of this.parts.session.procedure.helperTargets) {
      const at = this.targetAt(id)
      const beside = at ? alongAndBeside(ray, at)[1] : Infinity
      if (beside < NEAR_TARGET && beside < (best?.beside ?? Infinity)) best = { id, beside }
    }
    return best?.id ?? null
  }

  private instrument(id: string): Instrument | undefined {
    return this.parts.session.procedure.instruments.find((i) => i.id === id)
  }

  instrumentGrip(id: string): Pose | null {
    const grip = this.instrument(id)?.grips[0]
    const pose = this.parts.names.pose(id)
    return grip && pose ? compose(pose, grip) : null
  }

  home(id: string): Pose {
    const found = this.instrument(id)
    if (!found) throw new RangeError(`scene: got instrument "${id}", which this procedure does not have`)
    return found.rest
  }

  tool(side: Side): HeldTool | null {
    const { names, session } = this.parts
    const found = session.procedure.instruments[names.scalar(`${side}.holding`)]
    const pose = found && names.pose(found.id)
    if (!found || !pose) return null
    const mounted = session.procedure.instruments[this.needles.mountOf(found)]
    const needle = mounted ?? found
    const hand = session.state.hands[side === 'left' ? 0 : 1]
    return {
      id: found.id,
      pose,
      grasp: hand.grasp,
      needle: needle.needle ? needle.id : null,
      tip: mounted && found.nozzle ? add(found.nozzle, mounted.tip) : found.tip,
      axis: found.axis,
      press_m: needle.needle ? 0.0005 : 0.002,
      pierced: names.scalar(`${needle.id}.layer`) > 0,
      depth_m: names.scalar(`${needle.id}.depth_mm`) / 1000,
      dial: found.syringe ? 'plunger' : null,
      plunger_ml: names.scalar(`${found.id}.plunger_ml`),
      capacity_ml: found.syringe?.capacity_ml ?? 0,
      plunger: plungerOf(found),
    }
  }

  pickHub(ray: Ray): string | null {
    return this.needles.pickHub(ray, () => this.traceSkin(ray))
  }

  exchange(side: Side): Exchange | null {
    return this.needles.exchange(side)
  }

  dock(side: Side, needle: string): Dock | null {
    return this.needles.dock(side, needle)
  }
}
