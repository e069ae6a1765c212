// Where the needle may go in: three zones on the skin, each from its own landmark, and the diseased skin that must be spared.
import { distance, sub, unrotate, type Vec3 } from '../../../scoring/math/index.ts'
import type { Anatomy, Session } from '../../../src/sim/index.ts'
import type { Lesion } from './patients.ts'

/** What is asked about a place on the skin: the patient alone. */
type Seen = Pick<Session, 'anatomy' | 'case'>

export type Portal = 'superolateral' | 'lateral' | 'medial'

/** A zone in anatomical axes from its landmark, mm: outward (away from the midline of the patella) and superior. */
interface Zone {
  readonly landmark: string
  /** +1 lateral, -1 medial of the landmark. */
  readonly outward: 1 | -1
  readonly out_mm: readonly [number, number]
  readonly up_mm: readonly [number, number]
}

/**
 * Superolateral: from the corner where the upper and the outer line of the patella cross, which some texts mark, to 15 mm
 * above and lateral of it, which holds the point 1 cm above and 1 cm lateral (Zuber 2002; StatPearls NBK470229).
 * Lateral and medial: beside the patella, from 1 cm beside its upper third (NEJM 354:e19; UCSF) to 3-4 mm below the
 * middle of its edge (Medscape 79994). How wide the zones are is a placeholder.
 */
export const ZONES: Readonly<Record<Portal, Zone>> = {
  superolateral: { landmark: 'patella_superolateral', outward: 1, out_mm: [0, 15], up_mm: [0, 15] },
  lateral: { landmark: 'patella_lateral', outward: 1, out_mm: [0, 15], up_mm: [-6, 10] },
  medial: { landmark: 'patella_medial', outward: -1, out_mm: [0, 15], up_mm: [-6, 10] },
}
const PORTALS = Object.keys(ZONES) as Portal[]
/** Beyond this distance from every zone a point belongs to none of them, mm (placeholder). */
export const ELSEWHERE_MM = 15
/** What `insideLesion` says of sound skin, mm. */
const SOUND_MM = -99

const outside = (x: number, [low, high]: readonly [number, number]): number =>
  x < low ? low - x : x > high ? x - high : 0

/** Distance of a skin point from a zone, seen from above the skin, mm; 0 inside. */
export function zoneDistance(session: Seen, p: Vec3, portal: Portal): number {
  const zone = ZONES[portal]
  const origin = session.anatomy.landmarks[zone.landmark] ?? [0, 0, 0]
  // anatomical axes of the placed limb: x lateral on the right, z superior
  const d = unrotate(session.anatomy.placement.q, sub(p, origin))
  const lateral = (session.case.facts['side'] === 'left' ? -1 : 1) * zone.outward
  const out = outside(d[0] * lateral * 1e3, zone.out_mm)
  const up = outside(d[2] * 1e3, zone.up_mm)
  return Math.sqrt(out * out + up * up)
}

/** The zone that a skin point belongs to, and how far outside of it the point lies, mm. */
export function zoneOf(session: Seen, p: Vec3): { zone: Portal | 'elsewhere'; portal_mm: number } {
  let best: { zone: Portal; portal_mm: number } = { zone: 'superolateral', portal_mm: Infinity }
  for (const portal of PORTALS) {
    const portal_mm = zoneDistance(session, p, portal)
    if (portal_mm < best.portal_mm) best = { zone: portal, portal_mm }
  }
  return best.portal_mm <= ELSEWHERE_MM ? best : { zone: 'elsewhere', portal_mm: best.portal_mm }
}

/** How far inside the edge of diseased skin a skin point lies, mm; negative outside, -99 when the skin is sound. */
export function insideLesion(anatomy: Anatomy, lesion: Lesion | null, p: Vec3): number {
  const at = lesion && anatomy.landmarks[lesion.at]
  return at ? lesion.radius_mm - distance(p, at) * 1e3 : SOUND_MM
}
