// What a procedure says about its asepsis, and the numbers by which a touch counts. Lengths in metres, times in seconds.
import type { DetectionLimit } from '../../../scoring/evidence.ts'
import type { Vec3 } from '../../../scoring/math/index.ts'
import type { Session } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'

/** Where the prepared region lies: its middle on the skin and the outward normal there, work frame. */
export interface Region {
  readonly p: Vec3
  readonly n: Vec3
}

export interface AsepsisConfig<S extends PlainState> {
  /** Middle of the region to prepare: a landmark on the skin, or a function of the session. */
  readonly centre: string | ((session: Session<S>) => Region)
  /** Radius of the region on the skin, m; PREP_RADIUS_M unless told. */
  readonly radius_m?: number
  /** Instruments that carry antiseptic; touching skin is their work. */
  readonly swabs: readonly string[]
  /** Instrument that holds the antiseptic. */
  readonly bowl: string
  /** Swabs that come wet from their pack. */
  readonly soaked?: readonly string[]
  /** Instruments that are not sterile from the start (a skin marker ...). */
  readonly unsterile?: readonly string[]
  /** Instruments with a handle for bare hands (swab sticks ...): a bare hand on the grip takes nothing from them. */
  readonly bareHandled?: readonly string[]
  /** Instruments whose work is on unprepared skin (a dressing ...); swabs are so anyway. */
  readonly skinWork?: readonly string[]
  /** Fixtures that are a sterile field once the pack is open; `['tray']` unless told. */
  readonly trays?: readonly string[]
  /** A needle that has left the skin stays clean for the same patient unless told. */
  readonly usedNeedle?: 'clean' | 'unsterile'
}

/** Drying of povidone-iodine, clinical s (placeholder). */
export const DRY_S = 120
/** Region to prepare about the puncture, radius on the skin (placeholder). */
export const PREP_RADIUS_M = 0.05
/** How far the drape reaches from the middle of the region (design value). */
export const DRAPE_RADIUS_M = 0.3
export const CELL_M = 0.008
export const BRUSH_M = 0.012
/** The swab's tip paints within this distance of the skin and has left it beyond twice that. */
export const PAINT_REACH_M = 0.004
export const WET_REACH_M = 0.04
/** Growth of the painted share that is told. */
export const SHARE_STEP = 0.1
/** Touch: warned of after the first, counts after the second time, or at this overlap. */
export const WARN_S = 0.05
export const TOUCH_S = 0.3
export const TOUCH_M = 0.005
/** Less overlap is rounding, no touch. */
export const GRAZE_M = 1e-5
/** A touch that comes back within this many ticks is the same touch. */
export const GAP_TICKS = 9
/** An empty hand touches with its middle, and a bare hand's fingertip with its pad. */
export const HAND_RADIUS_M = 0.009
export const FINGER_RADIUS_M = 0.008

const limit = (id: string, value: number, unit: string): DetectionLimit => ({ id, value, unit, mark: 'placeholder' })

/** For the manifest's `words.limits`. */
export const ASEPSIS_LIMITS: readonly DetectionLimit[] = [
  limit('prep_dry', DRY_S, 's'),
  limit('prep_radius', PREP_RADIUS_M * 1e3, 'mm'),
  limit('prep_cell', CELL_M * 1e3, 'mm'),
  limit('prep_brush', BRUSH_M * 1e3, 'mm'),
  limit('prep_reach', PAINT_REACH_M * 1e3, 'mm'),
  limit('swab_wetting', WET_REACH_M * 1e3, 'mm'),
  limit('drape_radius', DRAPE_RADIUS_M * 1e3, 'mm'),
  limit('touch_warning', WARN_S, 's'),
  limit('touch_counts', TOUCH_S, 's'),
  limit('touch_overlap', TOUCH_M * 1e3, 'mm'),
  limit('touch_graze', GRAZE_M * 1e3, 'mm'),
  limit('touch_gap', GAP_TICKS, 'ticks'),
  limit('hand_radius', HAND_RADIUS_M * 1e3, 'mm'),
  limit('fingertip_radius', FINGER_RADIUS_M * 1e3, 'mm'),
]
