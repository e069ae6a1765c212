// Fingers on a screen as a pure state machine (CONTROLS section 3): touch points in, hands out.
import type { Pose } from '../../scoring/math/index.ts'
import type { Command } from '../sim/command.ts'
import type { Verb } from '../sim/state.ts'
import type { DeviceSample, Side } from './deviceSample.ts'
import type { ScreenStatus } from './desktop/types.ts'
import type { Ray } from './sceneQuery.ts'
import { ScreenHands, type ScreenHandsOptions } from './screenHands.ts'
import type { DriverNote } from './toolDriver.ts'

/** Where a finger came down: the picture, or a rail or button that the app draws. */
export type TouchTarget = 'scene' | 'pushRail' | 'dialRail' | 'trigger'

/** The tip is drawn so far above the fingertip, px. */
export const OFFSET_PX = 60
const PX_PER_MM = 10
const PX_PER_NOTCH = 10
const TILT_RAD_PX = (0.25 * Math.PI) / 180
/** A finger that stays within so many pixels for so long touches down. */
const DWELL_PX = 10
const DWELL_S = 0.3

interface Finger {
  readonly target: TouchTarget
  /** With a tool in the hand a short tap chooses what lies under the finger; a finger that stays or moves leads the tip. */
  tap: boolean
  x: number
  y: number
  /** Where and when it came to rest; null until a sample has seen it there. */
  restX: number
  restY: number
  restMs: number | null
}

export class TouchHands {
  private readonly hands: ScreenHands
  private readonly fingers = new Map<number, Finger>()
  private touching = false

  constructor(options: ScreenHandsOptions) {
    this.hands = new ScreenHands(options)
  }

  /** A finger came down. False when it means nothing to the hands, so that the view may turn. */
  touchStart(id: number, x: number, y: number, target: TouchTarget): boolean {
    const tap = target === 'scene' && this.onScene().length === 0 && this.mayTap()
    if (target === 'scene' && !(tap ? this.meansSomething(x, y) : this.startOnScene(x, y))) return false
    if (target === 'trigger') this.setTrigger(1)
    this.fingers.set(id, { target, tap, x, y, restX: x, restY: y, restMs: null })
    if (this.onScene().length < 2) return true
    for (const finger of this.onScene()) finger.tap = false
    this.lift()
    return true
  }

  touchMove(id: number, x: number, y: number): void {
    const finger = this.fingers.get(id)
    if (!finger) return
    const [dx, dy] = [x - finger.x, y - finger.y]
    const { driver, query } = this.hands
    if (finger.target === 'pushRail') driver.advance(-dy / PX_PER_MM / 1000)
    else if (finger.target === 'dialRail') this.turnDial(dy / PX_PER_NOTCH)
    else if (finger.target === 'scene' && this.onScene().length > 1) this.twoFingers(finger, dx, dy)
    else if (finger.target === 'scene' && !this.staysTap(finger, x, y))
      driver.point(query, this.aim(x, y), Math.hypot(dx, dy))
    finger.x = x
    finger.y = y
    if (Math.hypot(x - finger.restX, y - finger.restY) < DWELL_PX) return
    Object.assign(finger, { restX: x, restY: y, restMs: null })
  }

  touchEnd(id: number): void {
    const finger = this.fingers.get(id)
    if (!this.fingers.delete(id) || !finger) return
    if (finger.target === 'trigger') this.setTrigger(0)
    if (finger.tap) this.startOnScene(finger.x, finger.y)
    // the finger that stays must come to rest anew, where it is
    for (const rest of this.onScene()) Object.assign(rest, { restX: rest.x, restY: rest.y, restMs: null })
    if (finger.target === 'scene') this.lift()
  }

  /** Both hands at the display time `nowMs`; call once a frame. */
  sample(nowMs: number): DeviceSample {
    const [finger, second] = this.onScene()
    if (finger && !second && !this.touching) {
      finger.restMs ??= nowMs
      if (nowMs - finger.restMs >= DWELL_S * 1000) {
        this.touching = true
        if (finger.tap) this.hands.driver.point(this.hands.query, this.aim(finger.x, finger.y), Infinity)
        finger.tap = false
        this.hands.driver.touch(true)
      }
    }
    return this.hands.sample(nowMs)
  }

  /** Turns plunger, twist or speed by notches; positive draws. */
  turnDial(notches: number): void {
    this.hands.driver.dial.turn(notches, false)
  }

  setTrigger(value: number): void {
    this.hands.driver.trigger = value
  }

  take(id: string): void {
    this.hands.driver.take(this.hands.query, id)
  }

  putBack(): void {
    this.hands.driver.putBack(this.hands.query)
  }

  /** Puts what the hand holds into a container, by its id. */
  putInto(id: string): void {
    this.hands.putInto(id)
  }

  letGo(): void {
    this.hands.driver.letGo()
  }

  swapHands(): void {
    this.lift()
    this.hands.swap()
  }

  /** Takes the syringe off its needle, puts it on the one before it, or brings it before the nearest one. */
  exchange(): void {
    this.hands.exchange()
  }

  helper(verb: Verb, target?: string): void {
    this.hands.helper.choose(verb, target)
  }

  setFirmness(firmness: number): void {
    this.hands.helper.setFirmness(firmness)
  }

  /** Goes on from where the simulation has a hand (a resumed attempt); before the first sample. */
  startAt(side: Side, hand: Pose): void {
    this.hands.startAt(side, hand)
  }

  takeCommands(): Command[] {
    return this.hands.takeCommands()
  }

  takeNotes(): DriverNote[] {
    return this.hands.takeNotes()
  }

  status(): ScreenStatus {
    return this.hands.status()
  }

  private aim(x: number, y: number): Ray {
    return this.hands.query.ray(x, y - OFFSET_PX)
  }

  private onScene(): Finger[] {
    return [...this.fingers.values()].filter((f) => f.target === 'scene')
  }

  private mayTap(): boolean {
    return this.hands.driver.phase === 'held' && this.hands.helper.pending === null
  }

  private staysTap(finger: Finger, x: number, y: number): boolean {
    if (Math.hypot(x - finger.restX, y - finger.restY) >= DWELL_PX) finger.tap = false
    return finger.tap
  }

  /** A finger here leads the tool, or would choose something by a tap. */
  private meansSomething(x: number, y: number): boolean {
    const { query } = this.hands
    const ray = query.ray(x, y)
    if (this.isOnBody(x, y) || query.pickHub(ray) !== null) return true
    return query.pickInstrument(ray) !== null || query.pickPlace(ray) !== null
  }

  private isOnBody(x: number, y: number): boolean {
    const { hands } = this
    return hands.isTouchable(this.aim(x, y)) || hands.isTouchable(hands.query.ray(x, y))
  }

  private lift(): void {
    if (this.touching) this.hands.driver.touch(false)
    this.touching = false
  }

  private startOnScene(x: number, y: number): boolean {
    // a second finger belongs to the tool wherever it lands
    if (this.onScene().length > 0) return true
    const { hands } = this
    if (hands.pick(hands.query.ray(x, y))) return true
    const onBody = this.isOnBody(x, y)
    if (onBody) hands.driver.point(hands.query, this.aim(x, y), Infinity)
    return onBody
  }

  /** Both fingers together tilt the tool, one round the other turns it about its axis. */
  private twoFingers(finger: Finger, dx: number, dy: number): void {
    const { driver, query } = this.hands
    driver.tilt(query, (dx * TILT_RAD_PX) / 2, (-dy * TILT_RAD_PX) / 2)
    const other = this.onScene().find((f) => f !== finger)
    if (!other) return
    const [rx, ry] = [finger.x - other.x, finger.y - other.y]
    const apart = rx * rx + ry * ry
    if (apart > 1) driver.roll((rx * dy - ry * dx) / apart)
  }
}
