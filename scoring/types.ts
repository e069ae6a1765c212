// What the parts of a protocol share: numbers with marks, the window and scope of an evaluation, and its verdict.
import type { Channel, EvidenceEvent } from './evidence.ts'

/** Who set a number. `rule` = the number is part of the rule itself (none, once, both). */
export type NumberMark = 'source' | 'panel' | 'placeholder' | 'rule'

/** One number of a protocol with its mark; `path` leads to it in the JSON. */
export interface MarkedNumber {
  readonly path: string
  readonly mark: NumberMark
  /** Keys of the protocol's sources, or the panel. */
  readonly source: string
  /** As the protocol has it: a number, a formula or the name of a profile's value. */
  readonly written: string
  resolve(scope: Scope): number
}

/** What a parser knows while it reads one criterion. */
export interface Context {
  readonly sources: ReadonlyMap<string, string>
  readonly panels: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  readonly profiles: ReadonlySet<string>
  /** Marks of a profile's value over all profiles. */
  readonly profileValues: ReadonlyMap<string, readonly NumberMark[]>
  /** Every number read so far, in order. */
  readonly numbers: MarkedNumber[]
  /** How deep checks and conditions are nested. */
  depth: number
}

/** What an evaluation may ask about case, profile and device. */
export interface Scope {
  readonly profile: string
  fact(name: string, at: string): number | string | boolean
  /** A profile's value, a device fact or a numeric case fact. @throws RangeError with the path when there is none */
  number(name: string, at: string): number
}

/** The part of the evidence that a check sees. */
export interface Window {
  readonly events: readonly EvidenceEvent[]
  /** First and last tick, inclusive; for channels. */
  readonly start: number
  readonly end: number
  readonly channels: Readonly<Record<string, Channel>>
}

/** `absent` = the thing to be judged never occurred; a criterion turns it into missed or not-applicable. */
export type VerdictOutcome = 'met' | 'partly' | 'missed' | 'absent' | 'not-applicable' | 'not-measurable'

export interface Verdict {
  readonly outcome: VerdictOutcome
  readonly measured: number | string | boolean | null
  readonly expected: string | null
  /** Tick and event that decided; null when nothing did. */
  readonly tick: number | null
  readonly event: EvidenceEvent | null
  /** Distance of the measured value from the nearest bound, in its unit. */
  readonly margin: number | null
  /** Half the width of a two-sided expectation. */
  readonly halfWidth: number | null
}

/** What one kind of criterion can do: judge a window, and (when it measures) a number. */
export interface Check {
  readonly kind: string
  readonly unit: string
  evaluate(window: Window, scope: Scope): Verdict
  /** Judges a value that was averaged over repeats; null for kinds that measure nothing. */
  readonly judge: ((value: number, scope: Scope) => Verdict) | null
}

export type CheckParser = (value: unknown, at: string, ctx: Context) => Check

export const ABSENT: Verdict = {
  outcome: 'absent',
  measured: null,
  expected: null,
  tick: null,
  event: null,
  margin: null,
  halfWidth: null,
}
