// What a decoder answers: the whole thing, or a reason from a closed list with a sentence for people (SPEC R6).
import { Refusal } from './bytes.ts'

export const REASONS = [
  /** The first bytes are not those of such a file. */
  'not-this-file',
  /** The checksum does not fit: bytes were changed or lost on the way. */
  'checksum',
  /** Written by a newer version of the product. */
  'too-new',
  /** Longer than any honest recording. */
  'too-large',
  /** The header lacks something or holds something that it must not. */
  'bad-header',
  /** The parts contradict each other or end early, although the checksum fits. */
  'damaged',
] as const
export type Reason = (typeof REASONS)[number]

export interface Failure {
  readonly type: 'error'
  readonly reason: Reason
  readonly message: string
}

/** Runs a decoder; a refusal becomes a result, anything else is a fault of the program and passes through. */
export function decode<T>(run: () => T): T | Failure {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reason = REASONS.find((r) => r === error.reason) ?? 'damaged'
    return { type: 'error', reason, message: error.message }
  }
}

export function refuse(reason: Reason, message: string): never {
  throw new Refusal(reason, message)
}
