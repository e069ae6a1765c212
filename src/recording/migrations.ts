// Old attempt files open for good: one numbered step from each format to the next, without gaps (SPEC R9).
import type { Parts } from './container.ts'

export interface Migration {
  /** The format that it makes; it takes the one before. */
  readonly to: number
  up(parts: Parts): Parts
}

/** Steps in order; the first leads to format 2. A step is never changed once a file of its format was kept. */
export const MIGRATIONS: readonly Migration[] = []

/** Raised by adding a migration; a file of each format that ever was lies in tests/recording/fixtures. */
export const ATTEMPT_FORMAT = MIGRATIONS.length + 1

/** Leads parts of format `from` through every later step. @throws RangeError when the steps have a gap */
export function migrate(parts: Parts, from: number, steps: readonly Migration[] = MIGRATIONS): Parts {
  let out = parts
  steps.forEach((step, i) => {
    if (step.to !== i + 2) throw new RangeError(`migration ${i}: got format ${step.to}, expected ${i + 2}`)
    if (step.to > from) out = step.up(out)
  })
  return out
}
