// What the seed may vary in each case; ranges are design values inside what the warp was measured for (fictional patients).
export interface PatientRanges {
  /** Subcutaneous fat at the superolateral portal, muscle girth, mm; effusion, mL. */
  readonly fat_mm: readonly [number, number]
  readonly girth_mm: readonly [number, number]
  readonly effusion_ml: readonly [number, number]
  readonly fluid: 'clear' | 'cloudy' | 'purulent' | 'bloody'
  /** 0 flat .. 1 sitting; pain before anybody touches, 0..10. */
  readonly upright: number
  readonly resting_pain: number
}

const HOT: PatientRanges = {
  fat_mm: [5, 11],
  girth_mm: [-3, 5],
  effusion_ml: [34, 48],
  fluid: 'cloudy',
  upright: 0.2,
  resting_pain: 3,
}

const PATIENTS: Readonly<Record<string, PatientRanges>> = {
  'hot-knee': HOT,
  'tense-oa': { ...HOT, effusion_ml: [44, 58], fluid: 'clear', resting_pain: 1 },
  'dry-tap': { ...HOT, fat_mm: [12, 16], girth_mm: [3, 8], effusion_ml: [14, 20], fluid: 'clear', resting_pain: 1 },
  cellulitis: { ...HOT, fluid: 'cloudy' },
  prosthetic: { ...HOT, fluid: 'cloudy' },
  'first-hour': { ...HOT, fluid: 'purulent', resting_pain: 5 },
}

/** @throws RangeError for a case that has no patient */
export function patientRanges(caseId: string): PatientRanges {
  const found = PATIENTS[caseId]
  if (found) return found
  throw new RangeError(`patient: got case "${caseId}", expected one of ${Object.keys(PATIENTS).join(', ')}`)
}
