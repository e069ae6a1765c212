// The shape of a report; key names are those of the command line's JSON.
import type { DetectionLimit, InputClass } from './evidence.ts'
import type { Mark, Part, Skill } from './criterion.ts'
import type { Text } from './parse.ts'
import type { Review } from './standing.ts'

export type Outcome = 'met' | 'partly' | 'missed' | 'not-applicable' | 'not-measurable' | 'to-confirm'
export type Band = 'needs-work' | 'developing' | 'competent' | 'not-set'

/** Why an outcome is not-applicable or not-measurable. */
export type Reason = 'condition' | 'absent' | 'device' | 'clock' | 'assist' | 'jitter' | 'channel'

export interface CriterionRow {
  readonly id: string
  readonly step: string
  readonly title: Text
  readonly part: Part
  readonly skill: Skill
  readonly weight: number
  readonly critical: boolean
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly measured: number | string | boolean | null
  readonly unit: string
  readonly expected: string | null
  /** Motion time of what decided, s (tick / 90); null when nothing did. */
  readonly t: number | null
  readonly mark: Mark
  /** The mark is placeholder: shown as provisional, never counts for a band that is set. */
  readonly provisional: boolean
  readonly source: string
  readonly feedback: Text | null
}

export interface BandReport {
  readonly band: Band
  readonly provisional_band: Band
  /** 0..100; null when nothing could be measured. */
  readonly score: number | null
  /** Share of the applicable weight that this device could measure, 0..1. */
  readonly measurable: number
}

export interface MotionRow {
  readonly value: number | null
  readonly unit: string
  readonly metric: string
  readonly filter: string
}

export interface Report {
  readonly procedure: string
  readonly case: string | null
  readonly seed: number | null
  readonly input_class: InputClass
  readonly profile: string
  readonly protocol_version: number
  readonly score: number | null
  readonly result: number | null
  readonly conduct: number | null
  readonly band: Band
  readonly provisional_band: Band
  readonly passed: boolean | null
  readonly bands: { readonly decisions: BandReport; readonly hand: BandReport }
  readonly parts: { readonly result: BandReport; readonly conduct: BandReport }
  readonly critical_errors: readonly { readonly id: string; readonly t: number | null; readonly title: Text }[]
  readonly to_confirm: readonly { readonly id: string; readonly t: number | null }[]
  readonly criteria: readonly CriterionRow[]
  readonly motion: Readonly<Record<string, MotionRow>>
  readonly detection_limits: readonly DetectionLimit[]
  /** Things that the reader must know: clock_lost with its share, control_trouble with its count. */
  readonly notes: readonly { readonly code: 'clock_lost' | 'control_trouble'; readonly value: number }[]
  readonly review: { readonly state: Review['state']; readonly by: Review['by']; readonly text: Text }
  /** Lowest level of care that performs this procedure. */
  readonly scope: string
}
