// Words between the page and the desktop's hands.
import type { Verb } from '../../sim/state.ts'
import type { Side } from '../deviceSample.ts'
import type { Exchange } from '../sceneQuery.ts'
import type { ScreenHandsOptions } from '../screenHands.ts'
import type { DriverPhase } from '../toolDriver.ts'
import type { Aim } from '../toolMotion.ts'

/** What was pressed: the picture itself, or a handle that the app draws over it. */
export type PointerTarget = 'scene' | 'push' | 'tilt' | 'plunger' | 'hub' | 'trigger'
export type PointerMode = 'glide' | 'push' | 'tilt' | 'plunger'
/** One press of a step button. */
export type StepKind = 'advance' | 'tilt_right' | 'tilt_away' | 'glide_right' | 'glide_away' | 'dial'

export interface DesktopOptions extends ScreenHandsOptions {
  /** A tap of Space switches the trigger instead of holding it. */
  readonly latchTrigger?: boolean
}

/** What the helper hand does and waits for. */
export interface HelperStatus {
  readonly verb: Verb
  readonly target: string
  readonly firmness: number
  readonly pending: Verb | null
}

/** What bar, badges and handles of a screen show. */
export interface ScreenStatus {
  /** The hand that the pointer drives. */
  readonly side: Side
  readonly phase: DriverPhase
  readonly holding: string | null
  readonly pierced: boolean
  readonly trigger: boolean
  /** Wanted aim, work frame; the line from it to the tool is the force. */
  readonly aim: Aim
  readonly helper: HelperStatus
  /** What an exchange of needles would do now; null = nothing. */
  readonly exchange: Exchange | null
}

export interface DesktopStatus extends ScreenStatus {
  readonly mode: PointerMode
  readonly slow: boolean
}
