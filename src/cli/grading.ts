import type { Evidence } from '../../scoring/evidence.ts'
import type { Attempt } from '../recording/index.ts'
import type { Bench } from './engine.ts'
import { badInput } from './fail.ts'

export function gradeAttempt(_attempt: Attempt, _bench: Bench, _evidence: Evidence): unknown {
  return badInput('grade: not available yet')
}
