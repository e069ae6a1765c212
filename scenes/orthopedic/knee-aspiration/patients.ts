// What the seed may vary in each case. All ranges are design values of fictional patients, inside what the warp was
// measured for.
import { stream, uniform } from '../../../scoring/math/index.ts'

type Range = readonly [low: number, high: number]

/** What the seed draws a case's patient from; within LIMITS of src/sim/tissue/patient.ts. */
export interface PatientRanges {
  readonly fat_mm: Range
  readonly girth_mm: Range
  readonly effusion_ml: Range
  readonly fluid: 'clear' | 'cloudy' | 'purulent' | 'bloody'
  /** Pus and inflamed fluid run easily, the fluid of osteoarthritis draws threads. */
  readonly viscosity: 'thin' | 'medium' | 'thick'
  /** Diseased skin: the landmark at its middle and its radius. */
  readonly lesion: { readonly kind: 'cellulitis' | 'plaque'; readonly at: string; readonly radius_mm: Range } | null
  /** A straight midline scar. */
  readonly scar: boolean
  /** 0 flat .. 1 sitting up; pain before anybody touches, 0..10. */
  readonly upright: number
  readonly resting_pain: number
}

const BODY = {
  fat_mm: [5, 10],
  girth_mm: [-2, 4],
  viscosity: 'medium',
  lesion: null,
  scar: false,
  upright: 0.2,
  resting_pain: 3,
} as const

const PATIENTS: Readonly<Record<string, PatientRanges>> = {
  'hot-knee': {
    ...BODY,
    effusion_ml: [34, 48],
    fluid: 'cloudy',
    lesion: { kind: 'cellulitis', at: 'portal_anteromedial', radius_mm: [24, 28] },
  },
  'tense-oa': { ...BODY, resting_pain: 1, effusion_ml: [44, 58], fluid: 'clear', viscosity: 'thick' },
  'dry-tap': {
    ...BODY,
    fat_mm: [12, 14],
    girth_mm: [5, 8],
    effusion_ml: [7, 11],
    fluid: 'cloudy',
    lesion: { kind: 'plaque', at: 'portal_anteromedial', radius_mm: [18, 22] },
  },
  // covers the superolateral zone and ends short of the lateral mid-patellar portal, 25 mm away
  cellulitis: {
    ...BODY,
    effusion_ml: [30, 44],
    fluid: 'purulent',
    lesion: { kind: 'cellulitis', at: 'portal_superolateral', radius_mm: [14, 16] },
  },
  prosthetic: { ...BODY, fat_mm: [4, 8], effusion_ml: [28, 40], fluid: 'purulent', scar: true },
  'first-hour': {
    ...BODY,
    fat_mm: [3.5, 7],
    girth_mm: [-5, 0],
    effusion_ml: [36, 50],
    fluid: 'purulent',
    viscosity: 'thin',
    resting_pain: 5,
  },
}

/** @throws RangeError for a case that has no patient */
export function patientRanges(caseId: string): PatientRanges {
  const found = PATIENTS[caseId]
  if (found) return found
  throw new RangeError(`patient: got case "${caseId}", expected one of ${Object.keys(PATIENTS).join(', ')}`)
}

/** Diseased skin of one patient: kind, landmark in its middle, radius in mm. */
export interface Lesion {
  kind: string
  at: string
  radius_mm: number
}

/** Draws the diseased skin of a seed; null when the skin is sound. */
export function lesionFor(caseId: string, seed: number): Lesion | null {
  const { lesion } = patientRanges(caseId)
  if (!lesion) return null
  const radius_mm = uniform(stream(seed, 'lesion'), lesion.radius_mm[0], lesion.radius_mm[1])
  return { kind: lesion.kind, at: lesion.at, radius_mm }
}
