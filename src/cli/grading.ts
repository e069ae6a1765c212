// Grading an attempt: evidence from the engine that made it, judged by a protocol of today.
import { grade, missingFacts, type CaseFacts, type Protocol, type Report } from '../../scoring/index.ts'
import type { Device, Evidence } from '../../scoring/evidence.ts'
import { clockLost, type Attempt } from '../recording/index.ts'
import type { Bench } from './engine.ts'
import { badInput } from './fail.ts'
import { presentProcedure, protocolOf } from './protocol.ts'

/** The header's device fields and the share of the wall clock that was lost. */
export function deviceOf(attempt: Attempt): Device {
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = attempt.header.setup
  return { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: clockLost(attempt.remarks) }
}

/** Facts of the case as it is known today; those of the attempt's own engine when the case is there no longer. */
function factsOf(attempt: Attempt, bench: Bench): CaseFacts {
  const known = [presentProcedure(attempt.header.procedure), bench.procedure].flatMap((p) => p?.cases ?? [])
  const found = known.find((c) => c.id === attempt.header.setup.case)
  return found?.facts ?? badInput(`case "${attempt.header.setup.case}": known to neither this version nor the engine`)
}

/**
 * @param protocol the present one of the procedure, or of the drill that the header names, when left out
 * @throws CliError (1) when the protocol is for another procedure or drill or asks for a fact that the case has not
 */
export function gradeAttempt(attempt: Attempt, bench: Bench, evidence: Evidence, protocol?: Protocol): Report {
  const { header } = attempt
  const { drill } = header.setup
  const used = protocol ?? protocolOf(presentProcedure(header.procedure) ?? bench.procedure, drill)
  const of = drill ?? header.procedure
  if (used.id !== of) badInput(`protocol: is for "${used.id}", the attempt is of "${of}"`)
  const facts = factsOf(attempt, bench)
  const missing = missingFacts(used, facts)
  if (missing.length > 0) badInput(`case "${header.setup.case}": lacks the facts ${missing.join(', ')} of the protocol`)
  const { case: caseId, seed, profile } = header.setup
  const limits = bench.procedure.words.limits
  return grade(used, facts, evidence, deviceOf(attempt), { case: caseId, seed, profile, limits })
}
