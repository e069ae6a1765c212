// Samples of a device become ticks on the 1/90 s grid (DESIGN section 1, resampling).
import type { Command } from '../sim/command.ts'
import { EMPTY_TICK, TICK_HZ, type HandInput, type TickInput } from '../sim/tick.ts'
import { mixHand, mixPose } from './blend.ts'
import { SIDES, type DeviceSample, type Side } from './deviceSample.ts'
import { PressEdges } from './pressEdges.ts'
import { handToWork, SAME_FRAME, toWork, type WorkFrame } from './workFrame.ts'

const PERIOD_MS = 1000 / TICK_HZ
/** More ticks than this in one frame are never run: the debt is dropped and noted. */
export const MAX_TICKS = 9
const HEAD_EVERY = 3
/** Grid times are compared with display times; their rounding must not cost a tick. */
const SLACK = 1e-6

export type TickMode = 'real' | `frames:${number}`

export interface TickSourceOptions {
  /** `real`: by display time. `frames:N`: every `take` that has a new sample runs N ticks (slow machines, tests). */
  readonly mode?: TickMode
  /** Number of the next tick to be stepped, when an attempt is resumed. */
  readonly firstTick?: number
  readonly workFrame?: WorkFrame
}

/** Noted once for every second of recording; the simulation never reads it. The shape is that of recordings. */
export interface ClockRemark {
  /** How many ticks were made when it was noted. */
  readonly tick: number
  /** Wall clock since the last remark, pauses left out, ms. */
  readonly wall_ms: number
  /** Clock debt dropped in it, ms. */
  readonly dropped_ms: number
}

export interface TickSource {
  /** A snapshot from the device; samples not newer than the last are ignored. */
  sample(sample: DeviceSample): void
  /** The ticks that are due, oldest first; call once a frame, with the frame's time stamp (ms). */
  take(nowMs: number): TickInput[]
  /** Queues a command for the next tick; commands outlive a pause. */
  command(command: Command): void
  /** Stops time: waiting press edges and clock debt are dropped. */
  pause(nowMs: number): void
  /** Time goes on with the next sample. Returns the wall seconds paused, for the `pause` command. */
  resume(nowMs: number): number
  readonly paused: boolean
  /** Moves the work frame (recentre, height, seat) from the next tick on. */
  setWorkFrame(frame: WorkFrame): void
  /** The remark of the last whole second, once; null until another second is recorded. */
  takeRemark(): ClockRemark | null
  /** Number of the next tick. */
  readonly tick: number
}

function ticksPerFrame(mode: TickMode): number | null {
  if (mode === 'real') return null
  const n = Number(mode.slice('frames:'.length))
  if (Number.isInteger(n) && n >= 1 && n <= MAX_TICKS) return n
  throw new RangeError(`tick mode: got "${mode}", expected "real" or "frames:N" with N from 1 to ${MAX_TICKS}`)
}

type Buttons = Readonly<Record<Side, { readonly trigger: PressEdges; readonly squeeze: PressEdges }>>

class Source implements TickSource {
  tick: number
  paused = false
  private readonly perFrame: number | null
  private frame: WorkFrame
  private samples: DeviceSample[] = []
  private commands: Command[] = []
  /** The grid: `slot` periods after `base` is the time of the last tick. */
  private base = 0
  private slot = 0
  /** Wall clock and tick at the last remark, and the frame that came last. */
  private remarkMs: number | null = null
  private remarkTick: number
  private pausedAt = 0
  private wallNow = 0
  private readonly buttons: Buttons = {
    left: { trigger: new PressEdges(), squeeze: new PressEdges() },
    right: { trigger: new PressEdges(), squeeze: new PressEdges() },
  }
  private readonly feet = [new PressEdges(), new PressEdges()] as const

  constructor(options: TickSourceOptions) {
    this.perFrame = ticksPerFrame(options.mode ?? 'real')
    this.frame = options.workFrame ?? SAME_FRAME
    this.tick = this.remarkTick = options.firstTick ?? 0
  }

  sample(s: DeviceSample): void {
    if (this.paused) return
    const newest = this.samples.at(-1)
    if (newest && s.time_ms <= newest.time_ms) return
    if (!newest) {
      this.base = s.time_ms
      this.slot = 0
    }
    this.samples.push(s)
    this.feet[0].sample(s.time_ms, s.foot[0])
    this.feet[1].sample(s.time_ms, s.foot[1])
    for (const side of SIDES) {
      // A lost hand's buttons say nothing: losing sight of it must not let go of a tool.
      if (!s[side].pose) continue
      this.buttons[side].trigger.sample(s.time_ms, s[side].trigger)
      this.buttons[side].squeeze.sample(s.time_ms, s[side].squeeze)
    }
  }

  take(nowMs: number): TickInput[] {
    const newest = this.samples.at(-1)
    if (!newest || this.paused) return []
    this.remarkMs ??= nowMs
    this.wallNow = nowMs
    return this.timesDue(newest.time_ms).map((t) => this.tickAt(t))
  }

  /**
   * Times of the ticks up to the newest sample. When more are due than may run, their motion is spread evenly over
   * those that do: the hand goes faster, but no single tick has to jump.
   */
  private timesDue(until: number): number[] {
    const from = this.base + this.slot * PERIOD_MS
    if (this.perFrame !== null) {
      const n = this.perFrame
      this.base = until
      return until > from ? Array.from({ length: n }, (_, k) => from + ((until - from) * (k + 1)) / n) : []
    }
    const due = Math.floor((until - from) / PERIOD_MS + SLACK)
    if (due <= 0) return []
    this.slot += due
    const n = Math.min(due, MAX_TICKS)
    return Array.from({ length: n }, (_, k) => from + (due * PERIOD_MS * (k + 1)) / n)
  }

  private tickAt(time: number): TickInput {
    while (this.samples.length > 2 && (this.samples[1]?.time_ms ?? Infinity) < time) this.samples.shift()
    const a = this.samples[0]
    const b = this.samples[1] ?? a
    if (!a || !b) return EMPTY_TICK
    const gap = b.time_ms - a.time_ms
    const f = gap > 0 ? Math.min((time - a.time_ms) / gap, 1) : 1
    const commands = this.commands
    this.commands = []
    const head = this.tick++ % HEAD_EVERY === 0 && a.head && b.head ? mixPose(a.head, b.head, f) : null
    return {
      head: head && toWork(this.frame, head),
      left: this.hand('left', time, mixHand(a.left, b.left, f)),
      right: this.hand('right', time, mixHand(a.right, b.right, f)),
      foot: [this.foot(0, time, (f < 1 ? a : b).foot[0]), this.foot(1, time, (f < 1 ? a : b).foot[1])],
      commands,
    }
  }

  private hand(side: Side, time: number, hand: HandInput): HandInput {
    if (!hand.pose) return hand
    const { trigger, squeeze } = this.buttons[side]
    return handToWork(this.frame, {
      ...hand,
      trigger: trigger.take(time, hand.trigger),
      squeeze: squeeze.take(time, hand.squeeze),
    })
  }

  private foot(i: 0 | 1, time: number, level: 0 | 1): 0 | 1 {
    return this.feet[i].take(time, level) > 0 ? 1 : 0
  }

  command(command: Command): void {
    this.commands.push(command)
  }

  pause(nowMs: number): void {
    if (this.paused) return
    this.paused = true
    this.pausedAt = nowMs
    this.samples = []
    for (const b of [...SIDES.flatMap((s) => [this.buttons[s].trigger, this.buttons[s].squeeze]), ...this.feet])
      b.clear()
  }

  resume(nowMs: number): number {
    if (!this.paused) return 0
    this.paused = false
    const ms = Math.max(0, nowMs - this.pausedAt)
    if (this.remarkMs !== null) this.remarkMs += ms
    return ms / 1000
  }

  setWorkFrame(frame: WorkFrame): void {
    this.frame = frame
  }

  takeRemark(): ClockRemark | null {
    const whole = Math.floor(this.tick / TICK_HZ) > Math.floor(this.remarkTick / TICK_HZ)
    if (!whole || this.remarkMs === null) return null
    const wall_ms = Math.max(0, this.wallNow - this.remarkMs)
    // The ticks end up to one behind the frame: less than that is no debt.
    const debt = wall_ms - (this.tick - this.remarkTick) * PERIOD_MS
    this.remarkMs = this.wallNow
    this.remarkTick = this.tick
    return { tick: this.tick, wall_ms, dropped_ms: debt > PERIOD_MS ? debt : 0 }
  }
}

/**
 * Makes the source of ticks for one attempt. Ticks are interpolated between the samples before and after them, so they
 * never run ahead of the newest sample and end at most one tick before it; nothing is held, extrapolated or invented.
 * @throws RangeError for a mode that does not exist
 */
export function createTickSource(options: TickSourceOptions = {}): TickSource {
  return new Source(options)
}
