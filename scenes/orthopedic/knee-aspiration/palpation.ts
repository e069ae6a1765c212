// The empty hand feels, the marker marks: what was felt where, and the point that was set (never with what pressure).
import { distance, transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { Session, System, Transition } from '../../../src/sim/index.ts'
import { fingertipOf } from '../../common/hands/fingertip.ts'
import { insideLesion, zoneOf } from './portals.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** A finger feels within this distance of the skin, a marker writes within that one, m (detection limits). */
const FEEL_M = 0.01
const MARK_M = 0.002
/** How long a finger must stay, and how long a marker must touch, ticks (0.5 s, 0.1 s; detection limits). */
const FEEL_TICKS = 45
const MARK_TICKS = 9
/** A structure is felt within this distance of its point, m (detection limit). */
const REGION_M = 0.03

/** Points that stand for what can be felt. */
const FELT: Readonly<Record<string, readonly string[]>> = {
  patella: ['patella_front', 'patella_superolateral', 'patella_lateral', 'patella_medial', 'patella_superior_pole'],
  pouch: ['pouch_middle'],
  joint_line: ['joint_line_lateral', 'joint_line_medial'],
}

export interface PalpationState {
  /** What each hand is feeling and for how many ticks; '' = nothing. */
  fingers: [{ site: string; ticks: number }, { site: string; ticks: number }]
  /** Ticks during which the marker has touched the skin. */
  markTicks: number
  /** Last mark, work frame; null = none yet. */
  mark: Vec3 | null
}

export function freshPalpation(): PalpationState {
  return {
    fingers: [
      { site: '', ticks: 0 },
      { site: '', ticks: 0 },
    ],
    markTicks: 0,
    mark: null,
  }
}

function siteAt(session: KneeSession, p: Vec3): string {
  if (Math.abs(session.anatomy.distance(0, p)) > FEEL_M) return ''
  if (insideLesion(session.anatomy, session.state.procedure.lesion, p) > 0) return 'lesion'
  let best = { site: '', gap: REGION_M }
  for (const [site, names] of Object.entries(FELT)) {
    for (const name of names) {
      const at = session.anatomy.landmarks[name]
      const gap = at ? distance(at, p) : Infinity
      if (gap < best.gap) best = { site, gap }
    }
  }
  return best.site
}

function feel(session: KneeSession, side: 0 | 1, index: Vec3 | null, transitions: Transition[]): void {
  const hand = session.state.hands[side]
  const finger = session.state.procedure.palpation.fingers[side]
  const tip = fingertipOf(hand, index)
  const site = tip ? siteAt(session, tip) : ''
  finger.ticks = site !== '' && site === finger.site ? finger.ticks + 1 : 0
  finger.site = site
  if (finger.ticks !== FEEL_TICKS) return
  const values = { seconds: FEEL_TICKS / 90 }
  transitions.push({ kind: 'contact', subject: side === 0 ? 'left' : 'right', object: 'palpation', site, values })
}

function markerTip(session: KneeSession): Vec3 | null {
  const index = session.procedure.instruments.findIndex((i) => i.id === 'marker')
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  return tool?.mode === 'held' && instrument ? transform(tool, instrument.tip) : null
}

function write(session: KneeSession, transitions: Transition[]): void {
  const s = session.state.procedure.palpation
  const tip = markerTip(session)
  const touching = tip !== null && session.anatomy.distance(0, tip) < MARK_M
  s.markTicks = touching ? s.markTicks + 1 : 0
  if (!tip || s.markTicks !== MARK_TICKS) return
  s.mark = tip
  const { zone, portal_mm } = zoneOf(session, tip)
  const values = { portal_mm, lesion_mm: insideLesion(session.anatomy, session.state.procedure.lesion, tip) }
  transitions.push({ kind: 'measure', subject: 'marker', object: 'mark', site: zone, values })
}

export const palpation: System<KneeState> = {
  id: 'palpation',
  advance(session, input, transitions) {
    feel(session, 0, input.left.index, transitions)
    feel(session, 1, input.right.index, transitions)
    write(session, transitions)
  },
}
