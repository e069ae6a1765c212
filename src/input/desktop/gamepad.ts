// A gamepad drives the same acts: sticks glide and tilt, triggers push and withdraw, bumpers turn the plunger.
import type { DesktopHands } from './desktopHands.ts'

/** The part of the DOM's `Gamepad` that is read (standard mapping). */
export interface GamepadState {
  readonly axes: readonly number[]
  readonly buttons: readonly { readonly value: number; readonly pressed: boolean }[]
}

const DEAD = 0.12
const GLIDE_PX_S = 400
const TILT_PX_S = 160
const PUSH_PX_S = 160
const NOTCHES_S = 4

/** A stick's deflection without its dead zone, gentle near the middle. */
function eased(v: number | undefined): number {
  const a = Math.abs(v ?? 0)
  return a < DEAD ? 0 : Math.sign(v ?? 0) * ((a - DEAD) / (1 - DEAD)) ** 2
}

/** Applies one frame of `dt` seconds; the cross button touches down. Returns whether it is held. */
export function applyGamepad(hands: DesktopHands, pad: GamepadState, dt: number, touching = false): boolean {
  const button = (i: number): number => pad.buttons[i]?.value ?? 0
  const [lx, ly, rx, ry] = [0, 1, 2, 3].map((i) => eased(pad.axes[i])) as [number, number, number, number]
  if (lx !== 0 || ly !== 0) hands.nudge('glide', lx * GLIDE_PX_S * dt, ly * GLIDE_PX_S * dt)
  if (rx !== 0 || ry !== 0) hands.nudge('tilt', rx * TILT_PX_S * dt, ry * TILT_PX_S * dt)
  const push = button(7) - button(6)
  if (push !== 0) hands.nudge('push', 0, -push * PUSH_PX_S * dt)
  const dial = button(5) - button(4)
  if (dial !== 0) hands.turnDial(dial * NOTCHES_S * dt)
  const cross = button(0) > 0.5
  if (cross !== touching) hands.touch(cross)
  return cross
}
