// What screen devices ask about the scene; the app answers from the camera, the ViewState and the anatomy's field.
import type { Pose, Vec3 } from '../../scoring/math/index.ts'
import type { Side } from './deviceSample.ts'

/** A ray of the camera in the work frame; `direction` is a unit vector. */
export interface Ray {
  readonly origin: Vec3
  readonly direction: Vec3
}

/** A point of the skin and its outward unit normal, work frame. */
export interface SkinHit {
  readonly point: Vec3
  readonly normal: Vec3
}

/** The mouth of a dish under the pointer: a held tool that is pressed there is dipped so far into it, m (negative = over it). */
export interface DishHit extends SkinHit {
  readonly dip_m: number
}

/** What the wheel or the left rail drives on a tool. */
export type DialKind = 'plunger' | 'twist' | 'speed'

/**
 * What the hand that holds a syringe (or the needle of one) could do about needles now: take it `off` its needle, put it
 * `on` the one before its nozzle, or bring it `near` one that is out of reach.
 */
export interface Exchange {
  readonly act: 'off' | 'on' | 'near'
  /** Id of the needle. */
  readonly needle: string
}

/** The tool in a hand, as the simulation has it now. */
export interface HeldTool {
  readonly id: string
  /** Solved pose, work frame. */
  readonly pose: Pose
  /** The tool in the hand's frame, as the simulation has it: a slip or a needle put on changes it. */
  readonly grasp: Pose
  /** Id of the needle that goes with it, its own included; null for a free nozzle and for what has none. */
  readonly needle: string | null
  /** Tip and unit axis toward it, tool's frame. */
  readonly tip: Vec3
  readonly axis: Vec3
  /** How far the tip presses into the skin on touch down, m: half a millimetre for a needle, more for a swab. */
  readonly press_m: number
  /** The skin is pierced: sideways motion is ignored until it is out again. */
  readonly pierced: boolean
  /** Depth of the tip along the axis below the skin, m; 0 outside. */
  readonly depth_m: number
  readonly dial: DialKind | null
  /** Where the plunger stands, and what the barrel holds, mL; 0 without a plunger. */
  readonly plunger_ml: number
  readonly capacity_ml: number
  /** How the plunger runs, null without one: thumb end of an empty barrel on the tool's z, m (negative = behind the grip). */
  readonly plunger: { readonly end_m: number; readonly m_per_ml: number } | null
}

/** Somewhere a held tool can be let go: a dish, a container; `at` is where its tip is brought first, work frame. */
export interface Place {
  readonly id: string
  readonly at: Vec3
}

export interface SceneQuery {
  /** The ray through a point of the picture, in the pixels of the events. */
  ray(x: number, y: number): Ray
  /** Unit vectors of the camera to the right and up, work frame. */
  cameraRight(): Vec3
  cameraUp(): Vec3
  /** Pose of the learner's eyes for the replay (the camera), work frame; null = do not record. */
  head(): Pose | null
  /** First point of the skin on the ray, null when it misses or something else lies in front. */
  skinUnder(ray: Ray): SkinHit | null
  /** The dish under the ray that no hand holds; a scene without dishes needs no answer. */
  dishUnder?(ray: Ray): DishHit | null
  /** The instrument that the ray meets first, null when skin lies in front; never one that a hand holds. */
  pickInstrument(ray: Ray): string | null
  /** Where a held tool may go: its own tray place is `{ id: 'home' }`. */
  pickPlace(ray: Ray): Place | null
  /** A place by its id; null when there is none. */
  place?(id: string): Place | null
  /** Place where the helper hand can work (`procedure.helperTargets`). */
  pickHelperTarget(ray: Ray): string | null
  /** Main grip of an instrument where it lies now, work frame; null when there is no such instrument. */
  instrumentGrip(id: string): Pose | null
  /** Rest pose of an instrument on its tray. */
  home(id: string): Pose
  tool(side: Side): HeldTool | null
  /** Id of the needle whose hub the ray meets, free or on a syringe; null when there is none or skin lies in front. */
  pickHub(ray: Ray): string | null
  /** What an exchange of needles would do for a hand now; null = nothing. */
  exchange(side: Side): Exchange | null
  /** Where the tool in a hand has its free nozzle before the hub of a needle; null without a nozzle or such a hub. */
  dock(side: Side, needle: string): Dock | null
}

/** A place before a hub. */
export interface Dock {
  /** Pose of the tool with its nozzle in the hub, work frame. */
  readonly pose: Pose
  /** The needle cannot turn (in tissue, in the other hand): the nozzle comes along its axis. */
  readonly fixed: boolean
}

/** Id of the place that stands for "back to where it was taken from". */
export const HOME = 'home'
