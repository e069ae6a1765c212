// From transitions to evidence: where the skin was pierced, and under what suction.
import { sub, unrotate, type Vec3 } from '../../../scoring/math/index.ts'
import type { Session, Transition } from '../../../src/sim/index.ts'
import type { KneeState } from './state.ts'

/** The portal is a zone: from the superolateral corner of the patella to 15 mm above and lateral of it (placeholder). */
export const PORTAL_ZONE_MM = 15
/** The patch of cellulitis on the anteromedial side: radius, mm (fictional case). */
export const CELLULITIS_RADIUS_MM = 28

/** Outside distance of x from the interval 0..most. */
const outside = (x: number, most: number): number => (x < 0 ? -x : x > most ? x - most : 0)

/** Superior and lateral distance of a skin point from the superolateral corner, mm. */
export function fromCorner(session: Session<KneeState>, p: Vec3): { superior: number; lateral: number } {
  const corner = session.anatomy.landmarks['patella_superolateral'] ?? [0, 0, 0]
  // anatomical axes of the placed limb: x lateral, z superior
  const d = unrotate(session.anatomy.placement.q, sub(p, corner))
  const outward = session.case.facts['side'] === 'left' ? -1 : 1
  return { lateral: d[0] * outward * 1e3, superior: d[2] * 1e3 }
}

/** Distance of a skin point from the portal zone, mm; 0 inside. */
export function portalDistance(session: Session<KneeState>, p: Vec3): number {
  const { superior, lateral } = fromCorner(session, p)
  const [s, l] = [outside(superior, PORTAL_ZONE_MM), outside(lateral, PORTAL_ZONE_MM)]
  return Math.sqrt(s * s + l * l)
}

/** How far inside the edge of the cellulitis a skin point lies, mm; negative outside. */
export function insideCellulitis(session: Session<KneeState>, p: Vec3): number {
  const centre = session.anatomy.landmarks['portal_anteromedial'] ?? [9, 9, 9]
  const d = sub(p, centre)
  return CELLULITIS_RADIUS_MM - Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) * 1e3
}

function needleOf(session: Session<KneeState>, id: string): number {
  return session.procedure.instruments.findIndex((i) => i.id === id)
}

function enrich(session: Session<KneeState>, t: Transition): Transition {
  const tool = session.state.tools[needleOf(session, t.subject)]
  if (t.kind !== 'enter' || !tool?.needle) return t
  const suction_kpa = tool.syringe?.suction_kpa ?? 0
  if (t.site !== 'skin') return { ...t, values: { ...t.values, suction_kpa } }
  const { entry } = tool.needle
  const lesion_mm = insideCellulitis(session, entry)
  const patella_held = session.state.procedure.patella_m > 0.004
  const values = { ...t.values, portal_mm: portalDistance(session, entry), patella_held, lesion_mm }
  return { ...t, object: lesion_mm > 0 ? 'cellulitis' : 'intact_skin', values }
}

export function rules(session: Session<KneeState>, transitions: readonly Transition[]): readonly Transition[] {
  return transitions.map((t) => enrich(session, t))
}
