// A scene small enough to reason about: flat skin, a syringe and a swab on a tray, a camera, and hands that take and let
// go by the simulation's rules (squeeze through 0.5 within 30 mm of a grip, release through 0.3).
import {
  add,
  compose,
  distance,
  IDENTITY,
  invert,
  mad,
  normalize,
  rotate,
  transform,
  type Pose,
  type Vec3,
} from '../../scoring/math/index.ts'
import { SIDES, type DeviceSample, type Side } from '../../src/input/deviceSample.ts'
import { HOME, type DishHit, type HeldTool, type Place, type Ray, type SceneQuery } from '../../src/input/sceneQuery.ts'
import { createTickSource } from '../../src/input/tickSource.ts'
import type { HandInput, TickInput } from '../../src/sim/tick.ts'

export const SKIN_Y = 0.1
/** The picture: 1000 px over 1 m at the working surface, seen straight from above with the learner below the edge. */
export const EYE: Vec3 = [0, 1.1, 0]
const TIP: Vec3 = [0, 0, 0.12]
const GRIP: Pose = { p: [0, 0, 0.01], q: [0, 0, Math.SQRT1_2, Math.SQRT1_2] }
const lying = (x: number): Pose => ({ p: [x, 0.03, 0.3], q: [0, 1, 0, 0] })

/** Pixel over a point of the plane at height `y`. */
export const over = (x: number, z: number, y = SKIN_Y): [number, number] => {
  const k = EYE[1] / (EYE[1] - y)
  return [500 + x * 1000 * k, 500 + z * 1000 * k]
}

interface Thing {
  readonly home: Pose
  pose: Pose
  readonly needle: boolean
  plunger_ml: number
}
interface Hand {
  holding: string | null
  grasp: Pose
  squeeze: number
  pose: Pose | null
}

export class FakeScene implements SceneQuery {
  readonly things: Record<string, Thing> = {
    syringe: { home: lying(0.3), pose: lying(0.3), needle: true, plunger_ml: 0 },
    swab: { home: lying(0.4), pose: lying(0.4), needle: false, plunger_ml: 0 },
  }
  readonly hands: Record<Side, Hand> = {
    left: { holding: null, grasp: { p: [0, 0, 0], q: IDENTITY }, squeeze: 0, pose: null },
    right: { holding: null, grasp: { p: [0, 0, 0], q: IDENTITY }, squeeze: 0, pose: null },
  }
  readonly ticks: TickInput[] = []

  step(input: TickInput): void {
    this.ticks.push(input)
    for (const side of SIDES) this.moveHand(this.hands[side], input[side])
  }

  private moveHand(hand: Hand, input: HandInput): void {
    if (!input.pose) return
    hand.pose = input.pose
    if (input.squeeze >= 0.5 && hand.squeeze < 0.5 && !hand.holding) this.take(hand, input.pose)
    if (input.squeeze <= 0.3 && hand.squeeze > 0.3) hand.holding = null
    hand.squeeze = input.squeeze
    const thing = hand.holding ? this.things[hand.holding] : undefined
    if (thing) thing.pose = compose(input.pose, hand.grasp)
    if (thing && input.dial) thing.plunger_ml = input.dial.plunger_ml
  }

  private take(hand: Hand, pose: Pose): void {
    for (const [id, thing] of Object.entries(this.things)) {
      if (distance(transform(thing.pose, GRIP.p), pose.p) > 0.03) continue
      hand.holding = id
      hand.grasp = compose(invert(pose), thing.pose)
      return
    }
  }

  ray(x: number, y: number): Ray {
    const at: Vec3 = [(x - 500) / 1000, 0, (y - 500) / 1000]
    return { origin: EYE, direction: normalize(add(at, [0, -EYE[1], 0])) }
  }
  cameraRight(): Vec3 {
    return [1, 0, 0]
  }
  cameraUp(): Vec3 {
    return [0, 0, -1]
  }
  head(): Pose | null {
    return { p: EYE, q: IDENTITY }
  }
  private onPlane(ray: Ray, y: number): Vec3 {
    return mad(ray.origin, ray.direction, (y - ray.origin[1]) / ray.direction[1])
  }
  /** The patient lies within 0.2 m of the middle. */
  skinUnder(ray: Ray): { point: Vec3; normal: Vec3 } | null {
    const point = this.onPlane(ray, SKIN_Y)
    return Math.abs(point[0]) < 0.2 && Math.abs(point[2]) < 0.2 ? { point, normal: [0, 1, 0] } : null
  }
  /** Middle of a dish's mouth; null = there is none. */
  dish: Vec3 | null = null
  dishUnder(ray: Ray): DishHit | null {
    const at = this.dish && this.onPlane(ray, this.dish[1])
    const near = this.dish && at && distance(at, this.dish) < 0.03
    return near ? { point: at, normal: [0, 1, 0], dip_m: 0.01 } : null
  }
  place(id: string): Place | null {
    return id === 'sharps' ? { id, at: [-0.4, 0.15, 0] } : null
  }
  pickInstrument(ray: Ray): string | null {
    const at = this.onPlane(ray, 0.03)
    const held = SIDES.map((s) => this.hands[s].holding)
    const hit = Object.entries(this.things).find(([id, t]) => !held.includes(id) && distance(t.pose.p, at) < 0.02)
    return hit?.[0] ?? null
  }
  pickPlace(ray: Ray): { id: string; at: Vec3 } | null {
    const at = this.onPlane(ray, 0.03)
    if (at[2] > 0.25 && at[0] > 0.2) return { id: HOME, at }
    return at[0] < -0.3 ? { id: 'sharps', at: [at[0], 0.15, at[2]] } : null
  }
  pickHelperTarget(ray: Ray): string | null {
    return this.skinUnder(ray) ? 'knee' : null
  }
  instrumentGrip(id: string): Pose | null {
    const thing = this.things[id]
    return thing ? compose(thing.pose, GRIP) : null
  }
  home(id: string): Pose {
    return this.things[id]?.home ?? { p: [0, 0, 0], q: IDENTITY }
  }
  tool(side: Side): HeldTool | null {
    const id = this.hands[side].holding
    const thing = id ? this.things[id] : undefined
    if (!id || !thing) return null
    const axis = rotate(thing.pose.q, [0, 0, 1])
    const tip = transform(thing.pose, TIP)
    const overPatient = Math.abs(tip[0]) < 0.2 && Math.abs(tip[2]) < 0.2
    const depth = overPatient ? Math.max(0, (SKIN_Y - tip[1]) / Math.max(-axis[1], 0.1)) : 0
    return {
      id,
      pose: thing.pose,
      grasp: this.hands[side].grasp,
      needle: thing.needle ? id : null,
      tip: TIP,
      axis: [0, 0, 1],
      press_m: thing.needle ? 0.0005 : 0.002,
      pierced: thing.needle && depth > 0.002,
      depth_m: depth,
      dial: thing.needle ? 'plunger' : null,
      plunger_ml: thing.plunger_ml,
      capacity_ml: 20,
      plunger: thing.needle ? { end_m: -0.055, m_per_ml: 0.0035 } : null,
    }
  }
  pickHub(): null {
    return null
  }
  exchange(): null {
    return null
  }
  dock(): null {
    return null
  }
  tip(id: string): Vec3 {
    return transform(this.things[id]?.pose ?? { p: [0, 0, 0], q: IDENTITY }, TIP)
  }
  axis(id: string): Vec3 {
    return rotate(this.things[id]?.pose.q ?? IDENTITY, [0, 0, 1])
  }
}

/** Runs frames of `hands` through a tick source into the scene, as the app does. */
export class Rig {
  ms = 0
  private readonly source = createTickSource()
  readonly scene: FakeScene
  private readonly hands: { sample(nowMs: number): DeviceSample }

  constructor(scene: FakeScene, hands: { sample(nowMs: number): DeviceSample }) {
    this.scene = scene
    this.hands = hands
  }

  run(ms: number, hz = 60, each?: (frame: number) => void): void {
    const frames = Math.round((ms * hz) / 1000)
    for (let i = 0; i < frames; i++) {
      each?.(i)
      this.ms += 1000 / hz
      this.source.sample(this.hands.sample(this.ms))
      for (const input of this.source.take(this.ms)) this.scene.step(input)
    }
  }
}
