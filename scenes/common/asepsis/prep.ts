// Painting the skin: wet swabs cover cells of the chart; the cells dry on the clinical clock.
import { distance, transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { Instrument, Session, ToolState, Transition } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { cellsWithin, spotOf, type Layout } from './chart.ts'
import { BRUSH_M, DRY_S, PAINT_REACH_M, SHARE_STEP, WET_REACH_M, type AsepsisConfig } from './config.ts'
import type { AsepsisState } from './state.ts'
import type { Place } from './zones.ts'

/** Slack for sums of shares: 0.3 - 0.2 is less than 0.1. */
const TINY = 1e-9

/** Painted share of the region, 0..1. */
export function shareOf(state: AsepsisState): number {
  return state.cells.filter((t) => t >= 0).length / state.cells.length
}

export interface Prepped {
  /** Painted share of the skin within a brush of the point, 0..1. */
  readonly share: number
  /** Clinical seconds since the youngest paint there, -1 when there is none. */
  readonly dry_s: number
  /** Everything there is painted and dry. */
  readonly clean: boolean
}

/** How the skin about a point is prepared; `height` metres off the skin. */
export function preppedAt(place: Place, state: AsepsisState, point: Vec3, height: number): Prepped {
  const near = cellsWithin(place.layout, spotOf(place.region, point, height), BRUSH_M)
  let [painted, latest] = [0, -1]
  for (const cell of near) {
    const at = state.cells[cell] ?? -1
    if (at < 0) continue
    painted++
    latest = Math.max(latest, at)
  }
  const share = near.length === 0 ? 0 : painted / near.length
  const dry_s = painted === 0 ? -1 : place.now - latest
  return { share, dry_s, clean: share === 1 && dry_s >= DRY_S }
}

interface Swab {
  readonly index: number
  readonly instrument: Instrument
  readonly tool: ToolState
}

function paint(layout: Layout, state: AsepsisState, place: Place, at: { p: Vec3; height: number }): void {
  for (const cell of cellsWithin(layout, spotOf(place.region, at.p, at.height), BRUSH_M)) state.cells[cell] = place.now
}

function tell(state: AsepsisState, subject: string, transitions: Transition[]): void {
  const share = shareOf(state)
  state.told = share
  transitions.push({ kind: 'cover', subject, site: 'prep', values: { share } })
}

function wetSwab<S extends PlainState>(session: Session<S>, state: AsepsisState, swab: Swab, bowl: number): void {
  const pot = session.state.tools[bowl]
  if (pot && distance(transform(swab.tool, swab.instrument.tip), pot.p) <= WET_REACH_M) state.wet[swab.index] = true
}

function stroke(state: AsepsisState, place: Place, at: { p: Vec3; height: number }, swab: Swab): Transition[] {
  const out: Transition[] = []
  const on = state.strokes.includes(swab.index)
  if (at.height <= PAINT_REACH_M) {
    if (!on) state.strokes.push(swab.index)
    paint(place.layout, state, place, at)
    // what was soiled since takes the told share back with it
    state.told = Math.min(state.told, shareOf(state))
    if (shareOf(state) - state.told >= SHARE_STEP - TINY) tell(state, swab.instrument.id, out)
  } else if (on && at.height > 2 * PAINT_REACH_M) {
    state.strokes = state.strokes.filter((i) => i !== swab.index)
    tell(state, swab.instrument.id, out)
  }
  return out
}

/** One tick of every swab in a hand; a swab that was let go has left the skin. */
export function advancePrep<S extends PlainState>(
  session: Session<S>,
  state: AsepsisState,
  config: AsepsisConfig<S>,
  place: () => Place,
): Transition[] {
  const { instruments } = session.procedure
  const bowl = instruments.findIndex((i) => i.id === config.bowl)
  const out: Transition[] = []
  instruments.forEach((instrument, index) => {
    const tool = session.state.tools[index]
    if (!tool || !config.swabs.includes(instrument.id)) return
    const swab = { index, instrument, tool }
    if (tool.mode === 'held') {
      wetSwab(session, state, swab, bowl)
      if (!state.wet[index]) return
      const p = transform(tool, instrument.tip)
      const height = session.anatomy.distance(0, p)
      if (height <= PAINT_REACH_M || state.strokes.includes(index))
        out.push(...stroke(state, place(), { p, height }, swab))
    } else if (state.strokes.includes(index)) {
      state.strokes = state.strokes.filter((i) => i !== index)
      tell(state, instrument.id, out)
    }
  })
  return out
}
