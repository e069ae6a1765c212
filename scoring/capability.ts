// What counts on which device (SPEC G41). A criterion names what it needs; the input class says whether it has it.
import type { Device, InputClass } from './evidence.ts'

const SOME: Readonly<Record<string, readonly InputClass[]>> = {
  place: ['controllers', 'hands', 'mouse'],
  depth: ['controllers', 'hands', 'mouse'],
  angle: ['controllers', 'mouse'],
  steadiness: ['controllers'],
  hub: ['controllers'],
  redirection: ['controllers', 'mouse'],
  asepsis_fine: ['controllers'],
  asepsis_gross: ['controllers', 'hands', 'mouse', 'touch', 'buttons'],
  reaction: ['controllers', 'hands', 'mouse', 'touch', 'buttons'],
  force: [],
  plunge: [],
  torque: [],
  feel: [],
  gaze: [],
}

/** Names of all capabilities. `force`, `plunge`, `torque`, `feel` and `gaze` are shown and never judged, on any device. */
export const CAPABILITIES: readonly string[] = Object.keys(SOME)

/** Needs that rest on the pose of a hand-held thing, so that the device's jitter matters. */
const POSE: readonly string[] = ['place', 'depth', 'angle', 'steadiness', 'hub', 'redirection']
/** A pose is trusted from this many times the device's jitter. */
export const JITTERS = 3
/** Above this share of lost wall clock the report says so; above the second one reactions are not judged. */
export const CLOCK_LOST_SAID = 0.05
export const CLOCK_LOST_LIMIT = 0.2

export function restsOnPose(needs: readonly string[]): boolean {
  return needs.some((n) => POSE.includes(n))
}

/** Why a device cannot judge a criterion with these needs; null when it can. */
export function cannotMeasure(needs: readonly string[], device: Device): 'device' | 'clock' | null {
  if (needs.some((n) => !(SOME[n] ?? []).includes(device.input_class))) return 'device'
  return needs.includes('reaction') && device.clock_lost > CLOCK_LOST_LIMIT ? 'clock' : null
}

/** Jitter of the device in a criterion's unit; null for units that no jitter is known in. */
export function jitterIn(unit: string, device: Device): number | null {
  if (unit === 'mm') return device.jitter_mm
  return unit === 'deg' ? device.jitter_deg : null
}
