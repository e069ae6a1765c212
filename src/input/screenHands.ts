// Two hands behind one screen: the working hand follows the pointer or finger, the helper hand stays (CONTROLS 2 and 3).
import type { Pose, Vec3 } from '../../scoring/math/index.ts'
import type { Command } from '../sim/command.ts'
import type { DeviceSample, Side } from './deviceSample.ts'
import type { ScreenStatus } from './desktop/types.ts'
import { HelperVerbs } from './helperVerbs.ts'
import type { Exchange, Place, Ray, SceneQuery } from './sceneQuery.ts'
import { ToolDriver, type DriverNote } from './toolDriver.ts'

export interface ScreenHandsOptions {
  readonly handedness: Side
  readonly query: SceneQuery
  /** `procedure.helperTargets`. */
  readonly helperTargets: readonly string[]
}

/** Where hands wait at first: either side of the working surface, fingers forward, work frame, m. */
const WAITING: Readonly<Record<Side, Vec3>> = { left: [-0.22, 0.18, 0.28], right: [0.22, 0.18, 0.28] }
const waiting = (side: Side): Pose => ({ p: WAITING[side], q: [0, 0, 0, 1] })

export class ScreenHands {
  readonly helper: HelperVerbs
  readonly query: SceneQuery
  private readonly drivers: Readonly<Record<Side, ToolDriver>> = {
    left: new ToolDriver('left', waiting('left')),
    right: new ToolDriver('right', waiting('right')),
  }
  /** The hand that the pointer drives. */
  active: Side
  private readonly commands: Command[] = []

  constructor(options: ScreenHandsOptions) {
    this.query = options.query
    this.active = options.handedness
    this.helper = new HelperVerbs(options.helperTargets)
  }

  get driver(): ToolDriver {
    return this.drivers[this.active]
  }

  /** Lets the pointer drive the other hand; this one stays as it is, still holding what it holds. */
  swap(): void {
    this.driver.touch(false)
    this.active = this.active === 'left' ? 'right' : 'left'
  }

  /** Goes on from where the simulation has a hand (a resumed attempt); before the first sample. */
  startAt(side: Side, hand: Pose): void {
    this.drivers[side].startAt(hand)
  }

  get pierced(): boolean {
    return this.query.tool(this.active)?.pierced ?? false
  }

  /** Places, instruments and trays: what a press at this place of the picture chooses; false when there is none. */
  pick(ray: Ray): boolean {
    if (this.helper.pending !== null) {
      this.helper.place(this.query.pickHelperTarget(ray))
      return true
    }
    const hub = this.query.pickHub(ray)
    if (hub !== null && this.pressHub(hub)) return true
    if (this.isOverDish(ray)) return false
    const instrument = this.query.pickInstrument(ray)
    if (instrument !== null) {
      this.driver.take(this.query, instrument)
      return true
    }
    const place: Place | null = this.driver.phase === 'held' ? this.query.pickPlace(ray) : null
    if (place) this.driver.putBack(this.query, place)
    return place !== null
  }

  /** What is in the hand would be dipped by a press here, instead of changed for the dish. */
  private isOverDish(ray: Ray): boolean {
    return this.driver.phase === 'held' && (this.query.dishUnder?.(ray) ?? null) !== null
  }

  /** A press here brings the tip down: on skin, or with a tool into a dish. */
  isTouchable(ray: Ray): boolean {
    return this.query.skinUnder(ray) !== null || this.isOverDish(ray)
  }

  /** Puts what the hand holds into a container, by its id. */
  putInto(id: string): void {
    const place = this.query.place?.(id)
    if (place) this.driver.putBack(this.query, place)
  }

  /** What an exchange of needles would do for the working hand now. */
  get exchangeable(): Exchange | null {
    return this.driver.phase === 'held' ? this.query.exchange(this.active) : null
  }

  /** Takes the syringe off its needle, puts it on the one before it, or brings it before the nearest one. */
  exchange(): void {
    const now = this.exchangeable
    if (now?.act === 'near') this.driver.dock(this.query, now.needle)
    else if (now) this.commands.push({ command: now.act === 'on' ? 'mount' : 'unmount', args: { hand: this.active } })
  }

  /** A press on the hub before the nozzle puts the syringe on, whatever handle lies over it. */
  pressDocked(ray: Ray): boolean {
    const now = this.exchangeable
    if (now?.act !== 'on' || this.query.pickHub(ray) !== now.needle) return false
    this.exchange()
    return true
  }

  /** A press on a hub: a free nozzle is brought before it, and goes on when it is there; an empty hand takes hold of it. */
  private pressHub(needle: string): boolean {
    const now = this.exchangeable
    if (now?.act === 'on' && now.needle === needle) this.exchange()
    else if (this.driver.phase === 'held' && this.query.dock(this.active, needle)) this.driver.dock(this.query, needle)
    else if (this.driver.phase === 'empty') this.driver.take(this.query, needle)
    else return false
    return true
  }

  /** Both hands at `nowMs`. */
  sample(nowMs: number): DeviceSample {
    return {
      time_ms: nowMs,
      head: this.query.head(),
      left: this.drivers.left.update(nowMs, this.query),
      right: this.drivers.right.update(nowMs, this.query),
      foot: [0, 0],
    }
  }

  status(): ScreenStatus {
    const { driver, active, query } = this
    const { verb, target, firmness, pending } = this.helper
    const tool = query.tool(active)
    return {
      side: active,
      phase: driver.phase,
      holding: tool?.id ?? null,
      pierced: tool?.pierced ?? false,
      trigger: driver.trigger > 0,
      aim: driver.aim,
      helper: { verb, target, firmness, pending },
      exchange: this.exchangeable,
    }
  }

  takeCommands(): Command[] {
    return [...this.helper.takeCommands(), ...this.commands.splice(0)]
  }

  takeNotes(): DriverNote[] {
    return [...this.drivers.left.takeNotes(), ...this.drivers.right.takeNotes()]
  }
}
