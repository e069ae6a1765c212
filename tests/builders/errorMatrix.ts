// Scripted attempts and what the protocol holds against them: experts, novices and named faults, judged on equal terms.
import { perform } from '../../scenes/common/performing/perform.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { grade, parseProtocol, type Report } from '../../scoring/index.ts'
import type { Device } from '../../scoring/evidence.ts'
import {
  collectEvidence,
  createSession,
  stepTick,
  type PackedTick,
  type Performer,
  type Session,
} from '../../src/sim/index.ts'
import type { Fault } from '../../scenes/orthopedic/knee-aspiration/performers/faults.ts'
import { mutatePacked, mutatorOf } from './mutators.ts'
import { adultKnee, KNEE_SETUP } from './realKnee.ts'

/** The device that every scripted attempt is judged with. */
const DEVICE: Device = {
  input_class: 'controllers',
  assists: [],
  jitter_mm: 0.3,
  jitter_deg: 0.1,
  reaction_ms: 250,
  clock_lost: 0,
}
const PROTOCOL = parseProtocol(protocolOf('knee-aspiration'))

export interface Judged {
  readonly session: Session
  readonly ticks: readonly PackedTick[]
  readonly report: Report
}

/** The baked knee of one patient of a case, untouched. */
export function freshKnee(caseId: string, seed: number): Session {
  return createSession(kneeAspiration, adultKnee(), { ...KNEE_SETUP, case: caseId, seed })
}

/** @throws RangeError when the procedure has no such performer */
export function performerOf(id: string): Performer {
  const found = kneeAspiration.performers.find((p) => p.id === id)
  if (!found) throw new RangeError(`performer "${id}": knee aspiration has none`)
  return found
}

/** The report of a session as it stands. */
export function reportOf(session: Session): Report {
  const { case: caseId, seed, profile } = session.setup
  const options = { profile, case: caseId, seed, limits: kneeAspiration.words.limits }
  return grade(PROTOCOL, session.case.facts, collectEvidence(session), DEVICE, options)
}

/** Plays a performer, by id, on a case's patient with that seed and judges it. */
export function judge(who: string, caseId: string, seed: number): Judged {
  const session = freshKnee(caseId, seed)
  const ticks = perform(session, performerOf(who), seed)
  return { session, ticks, report: reportOf(session) }
}

/** Judges given ticks on a fresh patient. */
export function judgeTicks(ticks: readonly PackedTick[], caseId: string, seed: number): Judged {
  const session = freshKnee(caseId, seed)
  for (const t of ticks) stepTick(session, t)
  return { session, ticks, report: reportOf(session) }
}

const FAILED = ['missed', 'partly', 'to-confirm']

const failed = (report: Report): string[] => report.criteria.filter((c) => FAILED.includes(c.outcome)).map((c) => c.id)

const experts = new Map<string, Judged>()

/** The expert's attempt on a case and seed; played once for each. */
export function expertOn(caseId: string, seed: number): Judged {
  const key = `${caseId} ${seed}`
  const known = experts.get(key) ?? judge('expert', caseId, seed)
  experts.set(key, known)
  return known
}

/** Criteria missed, partly met or left to confirm that the expert does not lose on the same case and seed. */
export function lost(report: Report): string[] {
  const expert = failed(expertOn(report.case ?? '', report.seed ?? 0).report)
  return failed(report).filter((id) => !expert.includes(id))
}

/** Criteria that a fault lost although it declares neither that it loses them nor that it may. */
export function undeclared(fault: Fault, report: Report): string[] {
  return lost(report).filter((id) => !fault.loses.includes(id) && !(fault.may ?? []).includes(id))
}

/** Judges an attempt after one change of its inputs by the mutator of that name. */
export function judgeMutated(id: string, ticks: readonly PackedTick[], caseId: string, seed: number): Judged {
  const { commands } = freshKnee(caseId, seed)
  return judgeTicks(mutatePacked(mutatorOf(id), ticks, commands, seed), caseId, seed)
}
