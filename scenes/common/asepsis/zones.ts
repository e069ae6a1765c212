// What a point of the skin is to something that touches it.
import type { Vec3 } from '../../../scoring/math/index.ts'
import { length } from '../../../scoring/math/index.ts'
import { cellAt, spotOf, type Layout, type Spot } from './chart.ts'
import { DRAPE_RADIUS_M, DRY_S, type Region } from './config.ts'
import { SOILED, type AsepsisState } from './state.ts'

/** `wet`: painted, not yet dry; `clean`: painted and dry; `soiled`: painted, then touched; `drape`: the sterile sheet. */
export type Zone = 'skin' | 'wet' | 'clean' | 'soiled' | 'drape'

/** The chart as it lies now. */
export interface Place {
  readonly layout: Layout
  readonly region: Region
  /** Clinical clock, s. */
  readonly now: number
}

/** Zone of a spot of the chart. */
export function zoneAt(place: Place, state: AsepsisState, spot: Spot): Zone {
  const cell = cellAt(place.layout, spot)
  const painted = state.cells[cell]
  if (painted === undefined) {
    const far = length([spot.u, spot.v, 0])
    // inside the window of the drape lies bare skin, also where the last square of the chart ends
    return state.draped && far > place.layout.radius_m && far <= DRAPE_RADIUS_M ? 'drape' : 'skin'
  }
  if (painted === SOILED) return 'soiled'
  if (painted < 0) return 'skin'
  return place.now - painted >= DRY_S ? 'clean' : 'wet'
}

/** Zone under a work-frame point that is `height` metres off the skin. */
export function zoneUnder(place: Place, state: AsepsisState, p: Vec3, height: number): Zone {
  return zoneAt(place, state, spotOf(place.region, p, height))
}

/**
 * What an unsterile zone is called in evidence; undefined for a sterile one. Wet antiseptic makes nothing unsterile: that a
 * needle must wait until it is dry is judged where the needle goes in.
 */
export function unsterileBy(zone: Zone, state: AsepsisState): 'skin' | 'field' | undefined {
  if (zone === 'skin') return 'skin'
  if (zone === 'soiled') return 'field'
  return zone === 'drape' && !state.drapeClean ? 'field' : undefined
}

/** Parts of the field: what something unsterile soils. */
export function isField(zone: Zone): boolean {
  return zone !== 'skin'
}
