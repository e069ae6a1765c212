// How the wanted tool moves: gliding over skin, touching down, pushing, tilting, and ways that it walks by itself.
import {
  add,
  between,
  dot,
  IDENTITY,
  mad,
  multiply,
  normalize,
  rotate,
  sub,
  transform,
  type Pose,
  type Vec3,
} from '../../scoring/math/index.ts'
import type { DishHit, Dock, HeldTool, Ray, SceneQuery, SkinHit } from './sceneQuery.ts'
import { aimOf, angleBetween, onLevel, smooth, stepTip, stepTurn, tiltTurn, turnAbout, turnBy } from './toolMotion.ts'
import type { Aim, Held } from './toolMotion.ts'

/** Tip above the skin while gliding, m. */
export const HOVER_M = 0.01
/** An empty hand's finger stays farther off: what it does not press it neither feels nor soils (10 mm are felt), m. */
export const FINGER_HOVER_M = 0.02
/** The wanted tip never leads the real one by more: beyond it every coupling is at its limit, m. */
export const LEAD_M = 0.03
const GLIDE_M_S = 1.5
const TOUCH_M_S = 0.25
const CARRY_M_S = 0.7
const TURN_RAD_S = 5
const LIFT_M = 0.12
/** A glide off the skin keeps at least this height over the working surface, m. */
const LOWEST_M = 0.05
/** Pointer travel that takes a tool out of the place where it was pushed to, px. */
const UNPARK_PX = 6
/** Depth of a pressing finger at first and after a second, m. */
const FINGER_M = [0.001, 0.006] as const
/** Downward and away from the learner, the same over every part of every patient: it gives no answer away. */
const START_AXIS: Vec3 = normalize([0, -0.82, -0.57])
/** Tip of the index finger in grip space, m (design value: along -z, where a pointing finger goes). */
const FINGER: Held = { tip: [0, 0, -0.12], axis: [0, 0, -1], grasp: { p: [0, 0, 0], q: IDENTITY } }

/** A syringe comes to a hub along the needle's axis from so far, stops so far before it, and leaves it so far; m. */
const DOCK_FROM_M = 0.06
const DOCK_GAP_M = 0.001
const UNDOCK_M = 0.04
/** Over a needle that lies it stops so high, as it is turned, m. */
const DOCK_OVER_M = 0.012
const DOCK_M_S = 0.15

/** Where the tool goes by itself; slow for the last bit before a hub. */
interface Stage extends Aim {
  readonly slow?: true
}

const raised = (aim: Aim, m: number): Aim => ({ tip: add(aim.tip, [0, m, 0]), q: aim.q })

export class AimMotion {
  /** Wanted aim of the tool or finger, work frame. */
  aim: Aim
  held: Held = FINGER
  private path: Stage[] = []
  private goal: { readonly hit: SkinHit | DishHit | null; readonly point: Vec3 } | null = null
  private touchSince: number | null = null
  /** Stays where it was pushed until the pointer glides on. */
  private parked = false
  /** Parks where the path ends. */
  private stays = false
  private travel = 0

  constructor(hand: Pose) {
    this.aim = aimOf(FINGER, hand)
  }

  /** Takes over a tool that lies at `pose` in the hand: lifts it and turns it down, or keeps it where it is stuck. */
  adopt(held: Held, pose: Pose, pierced: boolean): void {
    this.held = held
    this.aim = aimOf(held, pose)
    if (pierced) this.park()
    else this.lift()
  }

  /** The same tool in a grasp that the simulation has changed: nothing moves, pushing and gliding go on from here. */
  regrasp(held: Held, wanted: Pose): void {
    this.held = held
    this.aim = aimOf(held, wanted)
  }

  /**
   * A needle came on or off: stays where it is; lifts the one that lay there (`lay`); or backs away from the hub that the
   * tool has left.
   */
  exchanged(tool: HeldTool, lay: boolean): void {
    this.park()
    if (tool.needle !== null && lay) this.walkTo([raised(this.aim, LIFT_M)])
    if (tool.needle !== null) return
    const aim = aimOf(this.held, tool.pose)
    const back: Aim = { tip: mad(aim.tip, rotate(aim.q, this.held.axis), -UNDOCK_M), q: aim.q }
    this.walkTo([back, this.turnedDown(raised(back, LIFT_M))])
  }

  /** Brings the nozzle before a hub and stays there. */
  dock({ pose, fixed }: Dock): void {
    const end = aimOf(this.held, pose)
    if (!fixed) {
      const over = { tip: raised(end, DOCK_OVER_M).tip, q: this.turnedDown(this.aim).q }
      this.walkTo([
        { tip: raised(over, LIFT_M).tip, q: over.q },
        { ...over, slow: true },
      ])
      return
    }
    const axis = rotate(end.q, this.held.axis)
    const before = (m: number): Aim => ({ tip: mad(end.tip, axis, -m), q: end.q })
    this.walkTo([before(DOCK_FROM_M), { ...before(DOCK_GAP_M), slow: true }])
  }

  /** An empty hand that stays where it is. */
  restAt(hand: Pose): void {
    this.held = FINGER
    this.aim = aimOf(FINGER, hand)
    this.park()
  }

  /** An empty hand again: the finger is the tool. */
  empty(hand: Pose): void {
    this.adopt(FINGER, hand, false)
  }

  /** Sets out for a place, over an arch. */
  carry(end: Aim): void {
    this.path = [raised(this.aim, LIFT_M), raised(end, LIFT_M), end]
    this.stays = false
  }

  /** Points at a place of the picture; `px` is how far the pointer went to get there. */
  point(query: SceneQuery, ray: Ray, px: number): void {
    const hit = query.skinUnder(ray) ?? (this.held === FINGER ? null : (query.dishUnder?.(ray) ?? null))
    const point = hit ? mad(hit.point, hit.normal, this.hover) : onLevel(ray, Math.max(this.aim.tip[1], LOWEST_M))
    if (point) this.goal = { hit, point }
    this.travel += px
    if (this.travel > UNPARK_PX) this.parked = false
  }

  /** Down to the skin from `sinceMs` on, null = up again. */
  touch(sinceMs: number | null, tool: HeldTool | null): void {
    if (sinceMs !== null && !tool?.pierced) this.parked = false
    this.touchSince = sinceMs
  }

  advance(m: number, tool: HeldTool | null): void {
    const axis = this.axis()
    const lead = tool ? dot(sub(this.aim.tip, transform(tool.pose, tool.tip)), axis) : 0
    const way = m > 0 ? Math.min(m, Math.max(0, LEAD_M - lead)) : Math.max(m, Math.min(0, -LEAD_M - lead))
    this.park()
    this.aim = { tip: mad(this.aim.tip, axis, way), q: this.aim.q }
  }

  /** Tilts about the tip, in tissue about the hole in the skin; radians as the screen shows them. */
  tilt(query: SceneQuery, tool: HeldTool | null, angles: { readonly right: number; readonly away: number }): void {
    const axis = this.axis()
    const turn = tiltTurn(axis, { right: query.cameraRight(), up: query.cameraUp() }, angles)
    this.aim = turnAbout(this.aim, mad(this.aim.tip, axis, tool?.pierced ? -tool.depth_m : 0), turn)
  }

  roll(angle: number): void {
    this.aim = turnAbout(this.aim, this.aim.tip, turnBy(this.axis(), angle))
  }

  /** One step of `dt` seconds. True when a way that it walked has come to its end. */
  step(nowMs: number, dt: number, tool: HeldTool | null): boolean {
    const stage = this.path[0]
    if (stage) return this.walk(stage, dt)
    if (tool?.pierced) this.parked = true
    else if (!this.parked) this.glide(nowMs, dt, tool)
    return false
  }

  private get hover(): number {
    return this.held === FINGER ? FINGER_HOVER_M : HOVER_M
  }

  /** How deep a touch of `seconds` goes, m. */
  private depthAt(hit: SkinHit | DishHit, seconds: number, tool: HeldTool | null): number {
    if ('dip_m' in hit) return hit.dip_m
    return tool ? tool.press_m : FINGER_M[0] + (FINGER_M[1] - FINGER_M[0]) * smooth(seconds)
  }

  private axis(): Vec3 {
    return rotate(this.aim.q, this.held.axis)
  }

  private lift(): void {
    this.parked = false
    this.stays = false
    this.path = [this.turnedDown(raised(this.aim, LIFT_M))]
  }

  private turnedDown({ tip, q }: Aim): Aim {
    return { tip, q: multiply(between(rotate(q, this.held.axis), START_AXIS), q) }
  }

  /** Goes there by itself, and stays there until the pointer glides on. */
  private walkTo(path: Stage[]): void {
    this.path = path
    this.stays = true
  }

  private park(): void {
    this.parked = true
    this.travel = 0
    this.path = []
    this.stays = false
  }

  private walk(stage: Stage, dt: number): boolean {
    const tip = stepTip(this.aim.tip, stage.tip, (stage.slow ? DOCK_M_S : CARRY_M_S) * dt)
    this.aim = { tip, q: stepTurn(this.aim.q, stage.q, TURN_RAD_S * dt) }
    if (tip !== stage.tip || angleBetween(this.aim.q, stage.q) > 1e-6) return false
    this.path.shift()
    if (this.path.length > 0) return false
    if (this.stays) this.park()
    return true
  }

  private glide(nowMs: number, dt: number, tool: HeldTool | null): void {
    if (!this.goal) return
    const { hit, point } = this.goal
    let [to, speed] = [point, GLIDE_M_S]
    if (this.touchSince !== null && hit) {
      to = mad(hit.point, hit.normal, -this.depthAt(hit, (nowMs - this.touchSince) / 1000, tool))
      if (Math.abs(dot(sub(to, this.aim.tip), hit.normal)) < 2 * this.hover) speed = TOUCH_M_S
    }
    this.aim = { tip: stepTip(this.aim.tip, to, speed * dt), q: this.aim.q }
  }
}
