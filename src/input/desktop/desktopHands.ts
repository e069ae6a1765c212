// Mouse and keyboard as a pure state machine (CONTROLS section 2): plain events in, hands out.
import { rotate, type Pose } from '../../../scoring/math/index.ts'
import type { Command } from '../../sim/command.ts'
import type { Verb } from '../../sim/state.ts'
import type { DeviceSample, Side } from '../deviceSample.ts'
import type { Ray } from '../sceneQuery.ts'
import { ScreenHands } from '../screenHands.ts'
import type { DriverNote } from '../toolDriver.ts'
import { alongAxis, metresPerPixel } from '../picture.ts'
import { Cursor } from './cursor.ts'
import { ARROW_KEYS, DIAL_KEYS, FIRMNESS_KEYS, HELD_KEYS, PUSH_KEYS, REQUEST_KEYS, verbOf } from './keys.ts'
import type { RequestKind } from './keys.ts'
import { SteadyPointer } from './steadyPointer.ts'
import type { DesktopOptions, DesktopStatus, PointerMode, PointerTarget, StepKind } from './types.ts'
import { Wheel, type WheelInput } from './wheel.ts'

const PX_PER_MM = 8
const PX_PER_ML = 20
const TILT_RAD_PX = (0.25 * Math.PI) / 180
/** With S held everything is five times finer. */
const SLOW = 0.2
/** Keys that are held: px/s of pointer, mm/s along the axis. */
const [ARROW_PX_S, PUSH_MM_S] = [120, 10]
const [STEP_MM, STEP_RAD] = [1, (2 * Math.PI) / 180]

export class DesktopHands {
  /** While a list is open its digits and arrows belong to it. */
  listOpen = false
  private readonly steady = new SteadyPointer()
  private readonly hands: ScreenHands
  private readonly cursor = new Cursor()
  private readonly wheelState = new Wheel()
  private readonly keys = new Set<string>()
  private readonly latch: boolean
  private drag: PointerTarget | null = null
  private pressed = false
  private latched = false
  private requests: RequestKind[] = []
  private last: number | null = null

  constructor(options: DesktopOptions) {
    this.hands = new ScreenHands(options)
    this.latch = options.latchTrigger ?? false
  }

  /** The pointer moved to (x, y) in the pixels that `query.ray` takes. */
  pointerMove(x: number, y: number): void {
    const to = this.steady.see(x, y)
    if (to) this.follow(to.x, to.y)
  }

  /** An assist (`tremor_filter`): smooths the pointer of a trembling hand. */
  setTremorFilter(on: boolean): void {
    this.steady.on = on
  }

  private follow(x: number, y: number): void {
    const mode = this.mode()
    const glide = mode !== 'glide' || this.hands.pierced ? 0 : this.gain()
    const { dx, dy } = this.cursor.move(x, y, glide)
    if (glide > 0) this.point(Math.hypot(dx, dy))
    else this.route(mode, dx, dy)
  }

  /** The main button went down. False when the press means nothing to the hands, so that the view may turn. */
  pointerDown(x: number, y: number, target: PointerTarget): boolean {
    this.steady.snap(x, y)
    this.follow(x, y)
    if (target !== 'trigger' && this.hands.pressDocked(this.hands.query.ray(x, y))) return true
    if (target === 'hub') this.requests.push('hub')
    else if (target === 'trigger') this.pressTrigger(true)
    else if (target === 'scene') return this.pressScene(x, y)
    this.drag = target
    return true
  }

  pointerUp(): void {
    if (this.drag === 'trigger') this.pressTrigger(false)
    if (this.pressed) this.hands.driver.touch(false)
    this.drag = null
    this.pressed = false
  }

  wheel(e: WheelInput): boolean {
    if (!this.hands.query.tool(this.hands.active)?.dial) return false
    this.hands.driver.dial.turn(this.wheelState.notches(e), this.keys.has('KeyS'))
    return true
  }

  /** A key went down (`event.code`). True when it was understood: then the page must not use it too. */
  keyDown(code: string, repeat = false): boolean {
    if (this.listOpen && (verbOf(code) !== null || code in ARROW_KEYS || code === 'Enter')) return false
    if (HELD_KEYS.includes(code)) {
      if (!this.keys.has(code)) this.startHolding(code)
      this.keys.add(code)
      return true
    }
    return this.press(code, repeat)
  }

  keyUp(code: string): void {
    if (!this.keys.delete(code)) return
    if (code === 'Space') this.pressTrigger(false)
    if (code === 'Enter' || code === 'NumpadEnter') this.hands.driver.touch(false)
  }

  /** The page lost the keyboard: nothing stays pressed. */
  blur(): void {
    for (const code of this.keys) this.keyUp(code)
    this.pointerUp()
  }

  /** A step button: +1 or -1 times 1 mm, 2 degrees or a slow notch. Its own input class (`buttons`). */
  step(kind: StepKind, sign: 1 | -1): void {
    const { driver, query } = this.hands
    const px = (STEP_MM * sign) / 1000 / metresPerPixel(query, this.cursor, driver.aim.tip)
    if (kind === 'advance') driver.advance((STEP_MM * sign) / 1000)
    else if (kind === 'tilt_right') driver.tilt(query, STEP_RAD * sign, 0)
    else if (kind === 'tilt_away') driver.tilt(query, 0, STEP_RAD * sign)
    else if (kind === 'dial') driver.dial.turn(sign, true)
    else this.glideBy(kind === 'glide_right' ? px : 0, kind === 'glide_away' ? -px : 0, Infinity)
  }

  /** Moves as the pointer would with these pixels, for gamepads; `mode` as if A or D were held. */
  nudge(mode: PointerMode, dx: number, dy: number): void {
    if (mode === 'glide') this.glideBy(dx, dy)
    else this.route(mode, dx, dy)
  }

  turnDial(notches: number): void {
    this.hands.driver.dial.turn(notches, this.keys.has('KeyS'))
  }

  setTrigger(value: number): void {
    this.hands.driver.trigger = value
  }

  touch(down: boolean): void {
    this.hands.driver.touch(down)
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

  /** Opens the hand where it is: what is stuck in the patient stays there. */
  letGo(): void {
    this.hands.driver.letGo()
  }

  swapHands(): void {
    this.hands.swap()
  }

  /** Takes the syringe off its needle, puts it on the one before it, or brings it before the nearest one. */
  exchange(): void {
    this.hands.exchange()
  }

  /** A verb for the helper hand; without a place the next press chooses one. */
  helper(verb: Verb, target?: string): void {
    this.hands.helper.choose(verb, target)
  }

  setFirmness(firmness: number): void {
    this.hands.helper.setFirmness(firmness)
  }

  /** Both hands at the display time `nowMs`; call once a frame. */
  sample(nowMs: number): DeviceSample {
    const dt = this.last === null ? 0 : Math.min(nowMs - this.last, 100) / 1000
    this.last = nowMs
    this.holdKeys(dt)
    const to = this.steady.step(dt)
    if (to) this.follow(to.x, to.y)
    return this.hands.sample(nowMs)
  }

  /** Goes on from where the simulation has a hand (a resumed attempt); before the first sample. */
  startAt(side: Side, hand: Pose): void {
    this.hands.startAt(side, hand)
  }

  takeCommands(): Command[] {
    return this.hands.takeCommands()
  }

  takeRequests(): RequestKind[] {
    return this.requests.splice(0)
  }

  takeNotes(): DriverNote[] {
    return this.hands.takeNotes()
  }

  status(): DesktopStatus {
    return { ...this.hands.status(), mode: this.mode(), slow: this.keys.has('KeyS') }
  }

  private gain(): number {
    return this.keys.has('KeyS') ? SLOW : 1
  }

  private mode(): PointerMode {
    if (this.drag === 'push' || this.drag === 'tilt' || this.drag === 'plunger') return this.drag
    return this.keys.has('KeyA') ? 'tilt' : this.keys.has('KeyD') ? 'push' : 'glide'
  }

  private ray(): Ray {
    return this.hands.query.ray(this.cursor.x, this.cursor.y)
  }

  private point(px: number): void {
    this.hands.driver.point(this.hands.query, this.ray(), px)
  }

  private glideBy(dx: number, dy: number, travel = Math.hypot(dx, dy)): void {
    if (this.hands.pierced) return
    this.cursor.shift(dx, dy)
    this.point(travel)
  }

  private route(mode: PointerMode, dx: number, dy: number): void {
    const { driver, query } = this.hands
    const g = this.gain()
    if (mode === 'tilt') driver.tilt(query, dx * g * TILT_RAD_PX, -dy * g * TILT_RAD_PX)
    else if (mode === 'push') driver.advance((this.along(dx, dy) * g) / PX_PER_MM / 1000)
    else if (mode === 'plunger') driver.dial.move((-this.along(dx, dy) * g) / PX_PER_ML)
  }

  /** Pixels toward the tip: along the shaft when its handle is dragged, forward on the table when D is held. */
  private along(dx: number, dy: number): number {
    const { driver, query } = this.hands
    const byHandle = this.drag === 'push' || this.drag === 'plunger'
    return byHandle ? alongAxis(query, rotate(driver.aim.q, driver.held.axis), dx, dy) : -dy
  }

  private pressScene(x: number, y: number): boolean {
    this.cursor.snap()
    this.point(0)
    const { hands } = this
    const chosen = hands.pick(hands.query.ray(x, y))
    this.pressed = !chosen && hands.isTouchable(this.ray())
    if (this.pressed) hands.driver.touch(true)
    if (chosen || this.pressed) this.drag = 'scene'
    return chosen || this.pressed
  }

  private pressTrigger(down: boolean): void {
    if (this.latch && !down) return
    this.latched = this.latch ? !this.latched : down
    this.setTrigger(this.latched ? 1 : 0)
  }

  private startHolding(code: string): void {
    if (code === 'Space') this.pressTrigger(true)
    if (code === 'Enter' || code === 'NumpadEnter') this.hands.driver.touch(true)
  }

  private press(code: string, repeat: boolean): boolean {
    const verb = verbOf(code)
    const request = REQUEST_KEYS[code]
    const dial = DIAL_KEYS[code]
    const firmness = FIRMNESS_KEYS[code]
    if (dial !== undefined) this.turnDial(dial)
    else if (repeat) return verb !== null || request !== undefined
    else if (verb !== null) this.helper(verb)
    else if (request !== undefined) this.requests.push(request)
    else if (firmness !== undefined) this.setFirmness(this.hands.helper.firmness + firmness)
    else if (code === 'KeyG' || code === 'KeyF') this.putBack()
    else if (code === 'KeyQ') this.swapHands()
    else if (code === 'KeyX') this.exchange()
    else if (code === 'KeyZ') this.helper('hold', 'hub')
    else return false
    return true
  }

  /** Arrows and page keys act for as long as they are held. */
  private holdKeys(dt: number): void {
    const px = ARROW_PX_S * dt
    for (const [code, [right, down]] of Object.entries(ARROW_KEYS)) {
      if (!this.keys.has(code)) continue
      const mode = this.mode()
      const g = mode === 'glide' ? this.gain() : 1
      this.nudge(mode, right * px * g, down * px * g)
    }
    for (const [code, sign] of Object.entries(PUSH_KEYS)) {
      if (this.keys.has(code)) this.hands.driver.advance((sign * PUSH_MM_S * this.gain() * dt) / 1000)
    }
  }
}
