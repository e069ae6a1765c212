// The one list of procedures (headless parts). Adding a procedure adds a line here and one in views.ts.
import type { Procedure } from '../src/sim/index.ts'
import { kneeAspiration } from './orthopedic/knee-aspiration/index.ts'

export { linesOf } from './common/people/index.ts'

export const procedures: readonly Procedure[] = [kneeAspiration]

/** @throws RangeError naming the procedures that exist */
export function findProcedure(id: string): Procedure {
  const found = procedures.find((p) => p.id === id)
  if (found) return found
  throw new RangeError(`procedure: got "${id}", expected one of ${procedures.map((p) => p.id).join(', ')}`)
}
