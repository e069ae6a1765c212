// One hand of a screen device: verbs of a learner (take, point, touch, advance, tilt, put back) become a hand's pose.
//
// A held tool is where the hand puts it (grasp fixed when taken), so everything is about the wanted pose of the tool; the
// simulation decides how far it gets. An empty hand is the same with the finger for a tool.
import { compose, distance, invert, lerp, nlerp, type Pose } from '../../scoring/math/index.ts'
import type { HandInput } from '../sim/tick.ts'
import { AimMotion } from './aimMotion.ts'
import type { Side } from './deviceSample.ts'
import { DialState } from './dialState.ts'
import { HOME, type HeldTool, type Place, type Ray, type SceneQuery } from './sceneQuery.ts'
import { aimOf, handFor, smooth, type Aim, type Held } from './toolMotion.ts'

/** The hand's way to an instrument, s. */
export const REACH_S = 0.4
/** A grasp that has not come about by then has failed: ms, and at least so many samples. */
const GRASP_MS = 600
const GRASP_SAMPLES = 12
/** A longer frame moves hands no farther than this one, ms. */
const LONGEST_MS = 100

export type DriverPhase = 'empty' | 'reach' | 'grasp' | 'held' | 'carry' | 'open'
/** What the learner must be told: nothing was grasped; or the tool is in the patient and stays in the hand. */
export type DriverNote = 'missed' | 'in_tissue'

/** A grasp that differs by less is the same one, packed: m, and of a quaternion. */
const SAME_M = 0.0003
const SAME_TURN = 0.002

function isSame(held: Held, tool: HeldTool): boolean {
  const { p, q } = held.grasp
  const turn = 1 - Math.abs(q.reduce((sum, v, i) => sum + v * (tool.grasp.q[i] ?? 0), 0))
  return distance(held.tip, tool.tip) < 1e-6 && distance(p, tool.grasp.p) < SAME_M && turn < SAME_TURN * SAME_TURN
}

export class ToolDriver {
  phase: DriverPhase = 'empty'
  readonly dial = new DialState()
  trigger = 0
  private readonly side: Side
  private readonly motion: AimMotion
  private tool: HeldTool | null = null
  private toolId = ''
  /** Needle that went with the tool when last looked. */
  private needle: string | null = null
  private hand: Pose
  private squeeze = 0
  /** When the phase began, and its samples so far. */
  private since = 0
  private samples = 0
  private last: number | null = null
  private from: Pose
  private wanted = ''
  /** Instrument to go for when this hand is empty. */
  private next: string | null = null
  private notes: DriverNote[] = []

  constructor(side: Side, hand: Pose) {
    this.side = side
    this.hand = this.from = hand
    this.motion = new AimMotion(hand)
  }

  /** Goes on from where the simulation has the hand (a resumed attempt); before the first sample. */
  startAt(hand: Pose): void {
    this.hand = this.from = hand
    this.motion.restAt(hand)
  }

  /** Wanted aim of the tool or finger, work frame: what views draw the lead from. */
  get aim(): Aim {
    return this.motion.aim
  }

  get held(): Held {
    return this.motion.held
  }

  /** Points at a place of the picture; `px` is how far the pointer went to get there. Ignored in tissue. */
  point(query: SceneQuery, ray: Ray, px: number): void {
    if (!this.tool?.pierced) this.motion.point(query, ray, px)
  }

  /** Brings the tip down to the skin and keeps it there until `false`. */
  touch(down: boolean): void {
    this.motion.touch(down ? (this.last ?? 0) : null, this.tool)
  }

  /** Pushes along the axis toward the tip, or withdraws; metres. */
  advance(m: number): void {
    if (this.phase === 'held' || this.phase === 'empty') this.motion.advance(m, this.tool)
  }

  /** Tilts by radians to the right and away, as the screen shows them. */
  tilt(query: SceneQuery, right: number, away: number): void {
    this.motion.tilt(query, this.tool, { right, away })
  }

  /** Turns the tool about its own axis, rad (bevel). */
  roll(angle: number): void {
    this.motion.roll(angle)
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
    const home = aimOf(this.held, query.home(this.tool.id))
    this.motion.carry(!place || place.id === HOME ? home : { tip: place.at, q: this.aim.q })
    this.begin('carry')
  }

  /** Brings the free nozzle of the tool before the hub of a needle. */
  dock(query: SceneQuery, needle: string): void {
    const dock = this.phase === 'held' ? query.dock(this.side, needle) : null
    if (dock) this.motion.dock(dock)
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
    const dt = this.last === null ? 0 : Math.min(Math.max(nowMs - this.last, 0), LONGEST_MS) / 1000
    if (this.samples === 0) this.since = nowMs
    this.last = nowMs
    this.samples++
    this.tool = query.tool(this.side)
    this.step(nowMs, dt, query)
    if (this.tool) this.dial.reconcile(this.tool, dt)
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
    if (this.phase === 'reach') this.reach(nowMs, query)
    else if (this.phase === 'grasp') this.grasp(nowMs)
    else if (this.phase === 'open') this.open(query)
    else if (this.phase === 'empty' && this.tool) this.adopt(this.tool)
    else if (this.phase !== 'held' || this.keepsTool(nowMs, query)) this.move(nowMs, dt)
  }

  private begin(phase: DriverPhase): void {
    this.phase = phase
    this.samples = 0
    // a grip closes or opens one sample after the hand has come to rest: in between, both would be half done
    if (phase === 'held' || phase === 'carry') this.squeeze = 1
    if (phase === 'reach' || phase === 'empty') this.squeeze = 0
    if (phase === 'open') this.dial.drop()
  }

  private reach(nowMs: number, query: SceneQuery): void {
    const grip = query.instrumentGrip(this.wanted)
    if (!grip) return this.release()
    const u = (nowMs - this.since) / 1000 / REACH_S
    const f = smooth(u)
    this.hand = { p: lerp(this.from.p, grip.p, f), q: nlerp(this.from.q, grip.q, f) }
    if (u >= 1) this.begin('grasp')
  }

  private grasp(nowMs: number): void {
    this.squeeze = 1
    if (this.tool) this.adopt(this.tool)
    else if (nowMs - this.since > GRASP_MS && this.samples > GRASP_SAMPLES) {
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
    const grasp = compose(invert(this.hand), tool.pose)
    this.motion.adopt({ tip: tool.tip, axis: tool.axis, grasp }, tool.pose, tool.pierced)
    this.dial.adopt(tool)
    this.toolId = tool.id
    this.needle = tool.needle
    this.begin('held')
  }

  private release(): void {
    this.motion.empty(this.hand)
    this.dial.drop()
    this.begin('empty')
  }

  /** The simulation may take a tool out of the hand (slip, detach) or put another in its place (attach). */
  private keepsTool(nowMs: number, query: SceneQuery): boolean {
    if (this.tool?.id === this.toolId) {
      this.since = nowMs
      this.regrasp(this.tool, query)
      return true
    }
    if (this.tool) this.adopt(this.tool)
    else if (nowMs - this.since > GRASP_MS) this.release()
    return false
  }

  /** Takes over what the simulation did to the grasp (a slip, a needle put on or taken off), with the hand where it is. */
  private regrasp(tool: HeldTool, query: SceneQuery): void {
    const { held } = this.motion
    const wanted = compose(this.hand, tool.grasp)
    if (!isSame(held, tool)) this.motion.regrasp({ tip: tool.tip, axis: tool.axis, grasp: tool.grasp }, wanted)
    if (tool.needle === this.needle) return
    const inOther = query.tool(this.side === 'left' ? 'right' : 'left')?.id === tool.needle
    this.motion.exchanged(tool, !tool.pierced && !inOther)
    this.needle = tool.needle
  }

  private move(nowMs: number, dt: number): void {
    const arrived = this.motion.step(nowMs, dt, this.tool)
    this.hand = handFor(this.held, this.aim)
    if (arrived && this.phase === 'carry') this.begin('open')
  }
}
