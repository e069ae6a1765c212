// One attempt in the room: devices, loop, journal and what the page shows of them. No React, no three.
import type { Pose } from '../../../scoring/math/index.ts'
import {
  createTickSource,
  DesktopHands,
  type DeviceSample,
  type DriverNote,
  type RequestKind,
  SAME_FRAME,
  type Side,
  TouchHands,
  toWork,
} from '../../input/index.ts'
import type { Command, ViewState } from '../../sim/index.ts'
import type { ViewFeed } from '../../view/index.ts'
import { createLook, type Look } from '../scene/look.ts'
import { RoomQuery } from '../scene/sceneQuery.ts'
import { ViewNames } from '../scene/viewNames.ts'
import type { Begun } from './begin.ts'
import { LiveRun } from './liveRun.ts'

export type ScreenDevice = DesktopHands | TouchHands

export interface ControllerOptions {
  readonly begun: Begun
  /** Ticks a frame instead of the wall clock; null = the wall clock. Refused in an exam. */
  readonly ticksPerFrame: number | null
  /** A tap of Space switches the trigger instead of holding it. */
  readonly latchTrigger?: boolean
}

const MS_PER_TICK = 1000 / 90
/** Frames that bring a finish about without a headset: one to begin the clock again, one for the tick. */
const FINISH_FRAMES = 3

export class RoomController {
  readonly begun: Begun
  readonly run: LiveRun
  readonly look: Look = createLook()
  readonly names: ViewNames
  readonly query: RoomQuery
  readonly device: ScreenDevice
  readonly touch: boolean
  /** Hands come from a headset; without its samples no time passes. */
  readonly headset: boolean
  /** What the room is drawn from. */
  readonly feed: ViewFeed
  /** Requests of keys and handles that the page answers (lists, views, pause). */
  readonly requests: RequestKind[] = []
  readonly notes: DriverNote[] = []
  private readonly ticksPerFrame: number | null
  private virtualMs = 0
  /** Pose of the work frame in the device's space; screens work in it already. */
  workFrame: Pose = SAME_FRAME
  private newest: DeviceSample | null = null

  constructor(options: ControllerOptions) {
    const { begun, ticksPerFrame } = options
    const { session, bench, keeper, header } = begun
    if (ticksPerFrame !== null && header.setup.mode === 'exam') {
      throw new RangeError('clock=frames: an exam runs by the wall clock; remove it from the address')
    }
    this.begun = begun
    const { input_class } = header.setup
    this.touch = input_class === 'touch'
    this.headset = input_class === 'controllers' || input_class === 'hands'
    this.ticksPerFrame = ticksPerFrame
    const mode = ticksPerFrame === null ? ('real' as const) : (`frames:${ticksPerFrame}` as const)
    const source = createTickSource({ mode, firstTick: session.state.tick })
    this.run = new LiveRun({ engine: bench.engine, session, source, sink: keeper })
    this.names = new ViewNames(session.layout, this.run.view)
    this.query = new RoomQuery({ session, names: this.names, look: this.look, engine: bench.engine })
    this.feed = {
      layout: session.layout,
      latest: (): ViewState => this.run.view,
      newestHand: (side) => this.newestHand(side),
    }
    this.device = this.createDevice(options.latchTrigger === true)
    if (session.state.tick > 0) this.putHands()
  }

  private createDevice(latchTrigger: boolean): ScreenDevice {
    const { header, session } = this.begun
    const { handedness, assists } = header.setup
    const options = { handedness, query: this.query, helperTargets: session.procedure.helperTargets }
    if (this.touch) return new TouchHands(options)
    const hands = new DesktopHands({ ...options, latchTrigger })
    hands.setTremorFilter(assists.includes('tremor_filter'))
    return hands
  }

  /** A resumed attempt goes on with the hands where they were: else the first tick would tear the tool along. */
  private putHands(): void {
    const [left, right] = this.begun.session.state.hands
    this.device.startAt('left', left.pose)
    this.device.startAt('right', right.pose)
  }

  private newestHand(side: Side): Pose | undefined {
    const pose = this.newest?.[side].pose
    return pose ? toWork(this.workFrame, pose) : undefined
  }

  setWorkFrame(frame: Pose): void {
    this.workFrame = frame
    this.run.setWorkFrame(frame)
  }

  /** One animation frame; `now` in ms on its clock. A headset gives its own sample, else the screen's hands do. */
  frame(now: number, headset: DeviceSample | null): void {
    if (this.ticksPerFrame !== null) this.virtualMs += this.ticksPerFrame * MS_PER_TICK
    const at = this.ticksPerFrame === null ? (headset?.time_ms ?? now) : this.virtualMs
    const sample = headset ? { ...headset, time_ms: at } : this.device.sample(at)
    this.newest = sample
    for (const c of this.device.takeCommands()) this.run.command(c)
    this.notes.push(...this.device.takeNotes())
    if (this.device instanceof DesktopHands) this.requests.push(...this.device.takeRequests())
    this.run.frame(at, sample)
  }

  /** While a list is open, digits and arrows are the list's. */
  setListOpen(open: boolean): void {
    if (this.device instanceof DesktopHands) this.device.listOpen = open
  }

  command(command: string, args: Command['args'] = {}): void {
    this.run.command({ command, args })
  }

  /**
   * Ends the attempt. A headset that was taken off gives no more samples: the last tick is then made with the hands
   * where they were, in one frame of its own.
   */
  finish(): void {
    this.resume()
    this.command('finish')
    const still = this.newest
    if (!this.headset || !still) return
    for (let i = 1; i <= FINISH_FRAMES; i++)
      this.frame(still.time_ms + i * 2 * MS_PER_TICK, { ...still, time_ms: still.time_ms + i * 2 * MS_PER_TICK })
  }

  pause(): void {
    this.run.pause(this.now())
  }

  resume(): void {
    this.run.resume(this.now())
  }

  private now(): number {
    return this.ticksPerFrame === null ? performance.now() : this.virtualMs
  }
}
