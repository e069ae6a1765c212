// One hand of a screen device: verbs of a learner (take, point, touch, advance, tilt, put back) become a hand's pose.
//
// A held tool is where the hand puts it (grasp fixed when taken), so everything here is about the wanted pose of the
// tool; the simulation decides how far it gets. An empty hand is the same with the finger for a tool.
import {
  add,
  between,
  compose,
  dot,
  IDENTITY,
  invert,
  lerp,
  mad,
  multiply,
  nlerp,
  normalize,
  rotate,
  sub,
  transform,
  type Pose,
  type Vec3,
} from '../../scoring/math/index.ts'
import type { HandInput } from '../sim/tick.ts'
import type { Side } from './deviceSample.ts'
import { DialState } from './dialState.ts'
import { HOME, type HeldTool, type Place, type Ray, type SceneQuery, type SkinHit } from './sceneQuery.ts'
import { aimOf, angleBetween, handFor, onLevel, smooth, stepTip, stepTurn, tiltTurn, turnAbout } from './toolMotion.ts'
import type { Aim, Held } from './toolMotion.ts'

/** Tip above the skin while gliding, m. */
export const HOVER_M = 0.01
/** The hand's way to an instrument, s. */
export const REACH_S = 0.4
const GLIDE_M_S = 1.5
const TOUCH_M_S = 0.25
const CARRY_M_S = 0.7
const TURN_RAD_S = 5
const LIFT_M = 0.12
/** The wanted tip never leads the real one by more: beyond it every coupling is at its limit, m. */
export const LEAD_M = 0.03
/** A grasp that has not come about by then has failed: s, and at least so many updates. */
const GRASP_S = 0.6
const GRASP_UPDATES = 12
/** Pointer travel that takes a tool out of the place where it was pushed to, px. */
const UNPARK_PX = 6
/** Depth of a pressing finger at first and after a second, m. */
const FINGER_M = [0.001, 0.006] as const
/** Downward and away from the learner, the same over every part of every patient: it gives no answer away. */
const START_AXIS: Vec3 = normalize([0, -0.82, -0.57])
/** Tip of the index finger in grip space, m (design value: beside -z, where a pointing finger goes). */
const FINGER: Held = { tip: [0, 0, -0.12], axis: [0, 0, -1], grasp: { p: [0, 0, 0], q: IDENTITY } }

export type DriverPhase = 'empty' | 'reach' | 'grasp' | 'held' | 'carry' | 'open'
/** What the learner must be told: nothing was grasped; or the tool is in the patient and stays in the hand. */
export type DriverNote = 'missed' | 'in_tissue'

const levelAim = (held: Held, q: Pose['q']): Pose['q'] => multiply(between(rotate(q, held.axis), START_AXIS), q)

export class ToolDriver {
  phase: DriverPhase = 'empty'
  /** Wanted aim of the tool or finger, work frame: what views draw the lead from. */
  aim: Aim
  held: Held = FINGER
  readonly dial = new DialState()
  readonly side: Side
  trigger = 0
  private tool: HeldTool | null = null
  private hand: Pose
  private squeeze = 0
  private path: { aim: Aim; open?: boolean }[] = []
  private since = 0
  private updates = 0
  private from: Pose
  private wanted: string | null = null
  private next: string | null = null
  private goal: { hit: SkinHit | null; point: Vec3 } | null = null
  private touchSince: number | null = null
  private parked = false
  private travel = 0
  private last: number | null = null
  private notes: DriverNote[] = []

  constructor(side: Side, hand: Pose) {
    this.side = side
    this.hand = this.from = hand
    this.aim = aimOf(FINGER, hand)
  }

  /** Points at a place of the picture; `px` is how far the pointer went to get there. */
  point(query: SceneQuery, ray: Ray, px: number): void {
    if (this.tool?.pierced) return
    const hit = query.skinUnder(ray)
    const point = hit ? mad(hit.point, hit.normal, HOVER_M) : onLevel(ray, Math.max(this.aim.tip[1], 0.05))
    if (point) this.goal = { hit, point }
    this.travel += px
    if (this.travel > UNPARK_PX) this.parked = false
  }

  /** Brings the tip down to the skin and keeps it there until `false`. */
  touch(down: boolean): void {
    if (down && !this.tool?.pierced) this.parked = false
    this.touchSince = down ? this.last : null
  }

  /** Pushes along the axis toward the tip, or withdraws; metres. */
  advance(m: number): void {
    if (this.phase !== 'held' && this.phase !== 'empty') return
    const axis = rotate(this.aim.q, this.held.axis)
    const lead = this.tool ? dot(sub(this.aim.tip, transform(this.tool.pose, this.tool.tip)), axis) : 0
    const room = m > 0 ? Math.max(0, LEAD_M - lead) : Math.min(0, -LEAD_M - lead)
    this.park()
    this.aim = { tip: mad(this.aim.tip, axis, m > 0 ? Math.min(m, room) : Math.max(m, room)), q: this.aim.q }
  }

  /** Tilts about the tip, in tissue about the hole in the skin; radians as the screen shows them. */
  tilt(query: SceneQuery, right: number, away: number): void {
    const axis = rotate(this.aim.q, this.held.axis)
    const turn = tiltTurn(axis, { right: query.cameraRight(), up: query.cameraUp() }, { right, away })
    const depth = this.tool?.pierced ? this.tool.depth_m : 0
    this.aim = turnAbout(this.aim, mad(this.aim.tip, axis, -depth), turn)
  }

  /** Turns the tool about its own axis, rad (bevel). */
  roll(angle: number): void {
    const axis = rotate(this.aim.q, this.held.axis)
    const s = Math.sin(angle / 2)
    this.aim = turnAbout(this.aim, this.aim.tip, [axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)])
  }

  /** Goes to an instrument and takes it; what the hand holds is put back first, or left where it is stuck. */
  take(query: SceneQuery, id: string): void {
    if (this.phase === 'held' || this.phase === 'carry') {
      this.next = id
      if (this.tool?.pierced) this.letGo()
      else this.putBack(query)
    } else if (query.instrumentGrip(id)) {
      this.wanted = id
      this.from = this.hand
      this.begin('reach')
    }
  }

  /** Carries the tool to a place (its own on the tray) and opens the hand there. */
  putBack(query: SceneQuery, place?: Place): void {
    if (this.phase !== 'held' || !this.tool) return
    if (this.tool.pierced) {
      this.notes.push('in_tissue')
      return
    }
    const up = (aim: Aim, m: number): Aim => ({ tip: add(aim.tip, [0, m, 0]), q: aim.q })
    const home = aimOf(this.held, query.home(this.tool.id))
    const end = !place || place.id === HOME ? home : { tip: place.at, q: this.aim.q }
    this.path = [{ aim: up(this.aim, LIFT_M) }, { aim: up(end, LIFT_M) }, { aim: end, open: true }]
    this.begin('carry')
  }

  /** Opens the hand where it is: a needle stays where it is stuck. */
  letGo(): void {
    if (this.phase === 'held') this.begin('open')
  }

  takeNotes(): DriverNote[] {
    return this.notes.splice(0)
  }

  /** The hand at `nowMs`; call once for every sample. */
  update(nowMs: number, query: SceneQuery): HandInput {
    const dt = this.last === null ? 0 : Math.min(Math.max(nowMs - this.last, 0), 100) / 1000
    if (this.last === null || this.updates === 0) this.since = nowMs
    this.last = nowMs
    this.updates++
    this.tool = query.tool(this.side)
    this.step(nowMs, dt, query)
    return {
      pose: this.hand,
      tracked: 2,
      trigger: this.trigger,
      squeeze: this.squeeze,
      axis: [0, 0],
      dial: this.dial.advance(dt),
      index: this.phase === 'empty' ? this.aim.tip : null,
      curl: null,
    }
  }

  private step(nowMs: number, dt: number, query: SceneQuery): void {
    if (this.phase === 'reach') this.reach((nowMs - this.since) / 1000 / REACH_S, query)
    else if (this.phase === 'grasp') this.grasp(nowMs)
    else if (this.phase === 'open') this.open(query)
    else this.follow(nowMs, dt)
  }

  private begin(phase: DriverPhase): void {
    this.phase = phase
    this.updates = 0
    // a grip closes or opens one sample after the hand has come to rest: in between, both would be half done
    if (phase === 'held' || phase === 'carry') this.squeeze = 1
    if (phase === 'reach' || phase === 'empty') this.squeeze = 0
    if (phase === 'open') this.dial.drop()
  }

  private reach(u: number, query: SceneQuery): void {
    const grip = this.wanted === null ? null : query.instrumentGrip(this.wanted)
    if (!grip) return this.release()
    const f = smooth(u)
    this.hand = { p: lerp(this.from.p, grip.p, f), q: nlerp(this.from.q, grip.q, f) }
    if (u >= 1) this.begin('grasp')
  }

  private grasp(nowMs: number): void {
    this.squeeze = 1
    if (this.tool) this.adopt(this.tool)
    else if (nowMs - this.since > GRASP_S * 1000 && this.updates > GRASP_UPDATES) {
      this.notes.push('missed')
      this.release()
    }
  }

  private open(query: SceneQuery): void {
    this.squeeze = 0
    if (this.tool) return
    this.release()
    const next = this.next
    this.next = null
    if (next !== null) this.take(query, next)
  }

  private adopt(tool: HeldTool): void {
    this.held = { tip: tool.tip, axis: tool.axis, grasp: compose(invert(this.hand), tool.pose) }
    this.aim = aimOf(this.held, tool.pose)
    this.dial.adopt(tool)
    this.begin('held')
    this.heldId = tool.id
    this.path = tool.pierced ? [] : [this.lifted()]
    if (tool.pierced) this.park()
    else this.parked = false
  }
  private heldId = ''

  private release(): void {
    this.held = FINGER
    this.aim = aimOf(FINGER, this.hand)
    this.dial.drop()
    this.begin('empty')
    this.parked = false
    this.path = [this.lifted()]
  }

  private lifted(): { aim: Aim } {
    return { aim: { tip: add(this.aim.tip, [0, LIFT_M, 0]), q: levelAim(this.held, this.aim.q) } }
  }

  private park(): void {
    this.parked = true
    this.travel = 0
    this.path = []
  }

  private follow(nowMs: number, dt: number): void {
    if (this.phase === 'held' && !this.keepsTool(nowMs)) return
    if (this.phase === 'empty' && this.tool) return this.adopt(this.tool)
    const stage = this.path[0]
    if (stage) this.walk(stage, dt)
    else if (this.tool?.pierced) this.parked = true
    else if (this.goal && !this.parked) this.glide(this.goal, nowMs, dt)
    this.hand = handFor(this.held, this.aim)
  }

  /** The simulation may take a tool out of the hand (slip, detach) or put another in its place (attach). */
  private keepsTool(nowMs: number): boolean {
    if (this.tool?.id === this.heldId) {
      this.since = nowMs
      return true
    }
    if (this.tool) this.adopt(this.tool)
    else if (nowMs - this.since > GRASP_S * 1000) this.release()
    return false
  }

  private walk(stage: { aim: Aim; open?: boolean }, dt: number): void {
    const tip = stepTip(this.aim.tip, stage.aim.tip, CARRY_M_S * dt)
    this.aim = { tip, q: stepTurn(this.aim.q, stage.aim.q, TURN_RAD_S * dt) }
    if (tip !== stage.aim.tip || angleBetween(this.aim.q, stage.aim.q) > 1e-6) return
    this.path.shift()
    if (stage.open) this.begin('open')
  }

  private glide(goal: { hit: SkinHit | null; point: Vec3 }, nowMs: number, dt: number): void {
    let to = goal.point
    let speed = GLIDE_M_S
    if (this.touchSince !== null && goal.hit) {
      to = mad(goal.hit.point, goal.hit.normal, -this.pressDepth(nowMs))
      speed = Math.abs(dot(sub(to, this.aim.tip), goal.hit.normal)) < 2 * HOVER_M ? TOUCH_M_S : GLIDE_M_S
    }
    this.aim = { tip: stepTip(this.aim.tip, to, speed * dt), q: this.aim.q }
  }

  private pressDepth(nowMs: number): number {
    if (this.tool) return this.tool.press_m
    const s = smooth((nowMs - (this.touchSince ?? nowMs)) / 1000)
    return FINGER_M[0] + (FINGER_M[1] - FINGER_M[0]) * s
  }
}
