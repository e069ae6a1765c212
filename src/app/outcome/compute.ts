// From a sealed attempt to what its report and its replay need; kept, because a re-run takes seconds.
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { grade, parseProtocol, type Report } from '../../../scoring/index.ts'
import type { Attempt } from '../../recording/index.ts'
import { type Outbox, type ResultRow } from '../outbox/index.ts'
import { LoadError } from '../engine/loadError.ts'
import type { Progress } from '../live/slices.ts'
import { readAttempt, rerun, type Rerun } from './rerun.ts'
import { protocolOf } from '../../../scenes/protocols.ts'

export interface Outcome {
  readonly attempt: Attempt
  readonly report: Report
  readonly events: readonly EvidenceEvent[]
  readonly track: Uint8Array
}

/** Grades a re-run by the present protocol of its procedure or drill. @throws ProtocolError, RangeError */
export function gradeRun(run: Rerun): Report {
  const { header } = run.attempt
  const { setup } = header
  const { procedure } = run.bench
  const chosen = procedure.cases.find((c) => c.id === setup.case)
  if (!chosen) throw new LoadError('no-procedure', `${procedure.id}: has no case "${setup.case}"`)
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: run.clockLost }
  return grade(parseProtocol(protocolOf(procedure.id, setup.drill)), chosen.facts, run.evidence, device, {
    profile: setup.profile,
    case: setup.case,
    seed: setup.seed,
    limits: procedure.words.limits,
  })
}

/** What was kept, unless engine or protocol have changed since. */
function fromRow(attempt: Attempt, row: ResultRow): Outcome | null {
  const { report, evidence, track } = row
  const { procedure, setup } = attempt.header
  const { version } = parseProtocol(protocolOf(procedure, setup.drill))
  if (
    row.engine !== attempt.header.engine ||
    row.protocolVersion !== version ||
    track === null ||
    !report ||
    !Array.isArray(evidence)
  )
    return null
  return { attempt, report: report as Report, events: evidence as EvidenceEvent[], track }
}

/** The outcome of an attempt in this browser, computed once. @throws OutboxError, LoadError, SimError, Aborted */
export async function outcomeOf(outbox: Outbox, id: string, progress: Progress = {}): Promise<Outcome> {
  const attempt = readAttempt(await outbox.file(id))
  const known = await outbox.result(id).catch(() => undefined)
  const kept = known && fromRow(attempt, known)
  if (kept) return kept
  const run = await rerun(attempt, progress)
  const report = gradeRun(run)
  const { events } = run.evidence
  const row = {
    id,
    engine: attempt.header.engine,
    protocolVersion: report.protocol_version,
    report,
    evidence: events,
    track: run.track,
  }
  // What cannot be kept is computed again the next time.
  await outbox.keepResult(row).catch(() => undefined)
  return { attempt, report, events, track: run.track }
}
