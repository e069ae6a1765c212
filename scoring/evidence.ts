// THE contract between simulation and judgement (SPEC G1): the grammar is closed, the words are open.

/** Version of the grammar below; raised when a kind or a field changes its meaning. */
export const EVIDENCE_VERSION = 1

/** Everything that a simulation can testify; a procedure adds words (subjects, sites, values), never kinds. */
export const KINDS = [
  'take',
  'place',
  'drop',
  'contact',
  'enter',
  'exit',
  'fill',
  'empty',
  'dispense',
  'measure',
  'choose',
  'say',
  'order',
  'image',
  'cover',
  'contaminate',
  'move_limb',
  'attach',
  'detach',
  'complication',
  'control_trouble',
  'wait',
  'phase',
] as const
export type Kind = (typeof KINDS)[number]

/** One thing that happened. `values` are rounded by the units that the procedure's manifest declares. */
export interface EvidenceEvent {
  readonly tick: number
  /** Clinical clock at this tick, s: runs with the ticks and jumps by waits and act costs. */
  readonly clinical_s: number
  readonly kind: Kind
  /** What acts: an instrument, a hand, the learner, the patient. */
  readonly subject: string
  /** What it acts on. */
  readonly object?: string
  /** Where: a region or structure. */
  readonly site?: string
  readonly values: Readonly<Record<string, number | string | boolean>>
}

/** A quantity sampled while the attempt ran; NaN never occurs, an absent sample is left out by its tick. */
export interface Channel {
  readonly name: string
  readonly unit: string
  readonly hz: number
  /** Tick of the first sample. */
  readonly start: number
  readonly samples: ArrayLike<number>
}

export interface Evidence {
  readonly version: number
  readonly events: readonly EvidenceEvent[]
  readonly channels: Readonly<Record<string, Channel>>
}

export type InputClass = 'controllers' | 'hands' | 'mouse' | 'touch' | 'buttons'

/** The header's device fields plus the share of wall clock that was lost (0..1). */
export interface Device {
  readonly input_class: InputClass
  readonly assists: readonly string[]
  readonly jitter_mm: number
  readonly jitter_deg: number
  readonly reaction_ms: number
  readonly clock_lost: number
}

/** Rounding of a value: 0.01 mm, 0.1 deg, 0.01 N ... */
export interface ValueWord {
  readonly unit: string
  readonly step: number
}

/** A number that only decides whether something happened; reported, never part of a criterion's mark. */
export interface DetectionLimit {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly mark: 'source' | 'placeholder'
  readonly source?: string
}

/** The words a procedure may use in evidence; anything else is refused by the validator. */
export interface EvidenceWords {
  readonly subjects: readonly string[]
  readonly objects: readonly string[]
  readonly sites: readonly string[]
  /** Numbers. */
  readonly values: Readonly<Record<string, ValueWord>>
  /** Words with a closed list of texts. */
  readonly texts: Readonly<Record<string, readonly string[]>>
  /** Yes or no. */
  readonly flags: readonly string[]
  readonly limits: readonly DetectionLimit[]
}
