// A device that shows a prepared motion at any display times: polls go through the real tick source, as in the page.
import { lerp, slerp, type Pose } from '../../scoring/math/index.ts'
import type { DeviceSample } from '../../src/input/deviceSample.ts'
import { createTickSource, type TickSource } from '../../src/input/tickSource.ts'
import {
  createViewState,
  LOST_HAND,
  packTick,
  readView,
  stepTick,
  TICK_HZ,
  type Command,
  type HandInput,
  type PackedTick,
  type Session,
  type TickInput,
} from '../../src/sim/index.ts'

/** What a device would show: hands by time, and commands by the tick at which they were given. */
export interface Motion {
  readonly seconds: number
  at(seconds: number): Omit<DeviceSample, 'time_ms'>
  readonly commands: readonly { readonly at: number; readonly command: Command }[]
}

function mix(a: Pose | null, b: Pose | null, f: number): Pose | null {
  return a && b ? { p: lerp(a.p, b.p, f), q: slerp(a.q, b.q, f) } : a
}

function mixHand(a: HandInput, b: HandInput, f: number): HandInput {
  const part = (x: number, y: number): number => x + (y - x) * f
  const dial =
    a.dial && b.dial
      ? {
          plunger_ml: part(a.dial.plunger_ml, b.dial.plunger_ml),
          twist_rad: part(a.dial.twist_rad, b.dial.twist_rad),
          speed: a.dial.speed,
        }
      : a.dial
  return {
    ...a,
    pose: mix(a.pose, b.pose, f),
    squeeze: part(a.squeeze, b.squeeze),
    trigger: part(a.trigger, b.trigger),
    dial,
  }
}

/** The motion behind the inputs of a performer: straight between its ticks. */
export function motionOf(inputs: readonly TickInput[]): Motion {
  const head = inputs[0]?.head ?? null
  const commands = inputs.flatMap((t, i) => t.commands.map((command) => ({ at: i / TICK_HZ, command })))
  return {
    seconds: (inputs.length - 1) / TICK_HZ,
    commands,
    at(seconds) {
      const k = Math.min(Math.max(seconds * TICK_HZ, 0), inputs.length - 1)
      const i = Math.floor(k + 1e-9)
      const [a, b] = [inputs[i], inputs[Math.min(i + 1, inputs.length - 1)]]
      const hand = (side: 'left' | 'right'): HandInput =>
        a && b ? mixHand(a[side], b[side], Math.max(0, k - i)) : LOST_HAND
      return { head, left: hand('left'), right: hand('right'), foot: [0, 0] }
    },
  }
}

/** Display times (ms) of a device at `hz` from 0 to the end. */
export function steadyFrames(hz: number, seconds: number): number[] {
  return Array.from({ length: Math.floor(seconds * hz) + 2 }, (_, i) => (i * 1000) / hz)
}

/**
 * Plays a motion live: at each frame the device is polled, due ticks are packed, recorded and stepped, and the view is
 * read as the page reads it.
 * @param frames display times, ms, rising
 */
export function playLive(
  session: Session,
  motion: Motion,
  frames: readonly number[],
  onTick?: () => void,
): PackedTick[] {
  const source: TickSource = createTickSource()
  const view = createViewState(session.layout)
  const packed: PackedTick[] = []
  let given = 0
  for (const ms of frames) {
    source.sample({ ...motion.at(ms / 1000), time_ms: ms })
    for (; (motion.commands[given]?.at ?? Infinity) * 1000 <= ms; given++) {
      const c = motion.commands[given]
      if (c) source.command(c.command)
    }
    for (const input of source.take(ms)) {
      const tick = packTick(input, session.commands)
      packed.push(tick)
      stepTick(session, tick)
      onTick?.()
    }
    readView(session, view)
  }
  return packed
}
