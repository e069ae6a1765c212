// Vital signs on arrival, by procedure and case: what the monitor shows when the attempt begins (a test compares them).

export interface ArrivalVitals {
  readonly temperature_c: number
  readonly pulse_bpm: number
  readonly systolic_mmhg: number
  readonly diastolic_mmhg: number
  readonly breaths_per_min: number
  readonly spo2_percent: number
}

type Row = readonly [
  temperature: number,
  pulse: number,
  systolic: number,
  diastolic: number,
  breaths: number,
  spo2: number,
]

const TABLE: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'knee-aspiration': {
    'hot-knee': [38.1, 96, 138, 82, 18, 98],
    'tense-oa': [36.6, 74, 142, 84, 16, 98],
    'dry-tap': [37.8, 88, 146, 90, 18, 98],
    cellulitis: [38.6, 104, 126, 76, 20, 98],
    prosthetic: [37.9, 92, 134, 78, 18, 98],
    'first-hour': [39.2, 124, 86, 50, 28, 94],
  },
}

/** Null for a case whose vital signs are not written down here. */
export function vitalsOf(procedure: string, caseId: string): ArrivalVitals | null {
  const row = TABLE[procedure]?.[caseId]
  if (!row) return null
  const [temperature_c, pulse_bpm, systolic_mmhg, diastolic_mmhg, breaths_per_min, spo2_percent] = row
  return { temperature_c, pulse_bpm, systolic_mmhg, diastolic_mmhg, breaths_per_min, spo2_percent }
}
