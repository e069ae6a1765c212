// What a view is driven by: the same for live play, replay of a track, a ghost and remote observation.
import type { Pose } from '../../../scoring/math/index.ts'
import type { ViewLayout, ViewState } from '../../sim/viewState.ts'

export type Side = 'left' | 'right'

/** Source of ViewStates. All members are asked once per drawn frame and must not allocate. */
export interface ViewFeed {
  readonly layout: ViewLayout
  /** The newest state. */
  latest(): ViewState
  /** The state before it; with `alpha` the frame is drawn between the two. */
  previous?(): ViewState
  /** 0 = previous, 1 = latest (default). */
  alpha?(): number
  /** Newest pose of a hand in the work frame, newer than the last tick: the drawn hand leads, never lags. */
  newestHand?(side: Side): Pose | undefined
}
