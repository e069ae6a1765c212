// What a track says about itself: whose view it is, and in which order its numbers stand.
import type { ScalarWord, ViewLayout } from '../sim/index.ts'
import { list, number, shape, text, whole, type Check } from './check.ts'
import type { ScalarKind } from './coding/viewCoder.ts'

export interface TrackHeader {
  /** Id of the attempt. */
  readonly attempt: string
  readonly procedure: string
  /** Engine that made the track: tracks are kept under (attempt, engine). */
  readonly engine: string
  readonly sim_version: number
  readonly layout: ViewLayout
}

const word: Check<string> = text(/^[\w.:/% -]{0,100}$/, 'a name of at most 100 letters')

const layout = shape<ViewLayout>({
  version: whole(0, 1e6),
  poses: list(word, 256),
  scalars: list(shape<ScalarWord>({ name: word, unit: text(/^.{0,20}$/, 'a unit'), step: number(1e-9, 1e9) }), 2048),
})

export const checkTrackHeader: Check<TrackHeader> = shape<TrackHeader>({
  attempt: text(/^[A-Za-z0-9_-]{8,64}$/, '8 to 64 letters and digits'),
  procedure: word,
  engine: text(/^(dev|[0-9a-f]{64})$/, "a SHA-256 in hexadecimal or 'dev'"),
  sim_version: whole(0, 1e6),
  layout,
})

/** Scalars that count or name something (step 1 or more) are held between frames, measures are interpolated. */
export function scalarKinds(layout: ViewLayout): ScalarKind[] {
  return layout.scalars.map((s) => (s.step >= 1 ? 'held' : 'smooth'))
}
