// The same attempt judged in Node, beside the scripted expert on the same patient and the same device.
import { readFileSync } from 'node:fs'
import { kneeAspiration } from '../../../scenes/orthopedic/knee-aspiration/index.ts'
import { perform } from '../../../scenes/common/performing/perform.ts'
import { protocolOf } from '../../../scenes/protocols.ts'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { grade, parseProtocol, type Report } from '../../../scoring/index.ts'
import { decodeAttempt, type Attempt } from '../../../src/recording/index.ts'
import { collectEvidence, createSession, stepTick, type AttemptSetup, type Session } from '../../../src/sim/index.ts'
import { adultKnee } from '../../builders/realKnee.ts'

export interface Judged {
  readonly setup: AttemptSetup
  readonly report: Report
  readonly events: readonly EvidenceEvent[]
}

function judge(session: Session, setup: AttemptSetup): Judged {
  const evidence = collectEvidence(session)
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms, profile, seed } = setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
  const more = { profile, case: setup.case, seed, limits: kneeAspiration.words.limits }
  const report = grade(parseProtocol(protocolOf('knee-aspiration')), session.case.facts, evidence, device, more)
  return { setup, report, events: evidence.events }
}

/** @throws Error when the file cannot be read */
export function readFile(path: string): Attempt {
  const read = decodeAttempt(new Uint8Array(readFileSync(path)))
  if (read.type === 'error') throw new Error(`${path}: ${read.message}`)
  return read.attempt
}

export function judgeAttempt({ header, ticks }: Attempt): Judged {
  const session = createSession(kneeAspiration, adultKnee(), header.setup)
  for (const tick of ticks) stepTick(session, tick)
  return judge(session, header.setup)
}

/** The scripted expert, judged as if it had worked with this device. */
export function judgeExpert(setup: AttemptSetup): Judged {
  const session = createSession(kneeAspiration, adultKnee(), setup)
  const expert = kneeAspiration.performers.find((p) => p.id === 'expert')
  if (!expert) throw new RangeError('the procedure has no expert')
  perform(session, expert, setup.seed)
  return judge(session, setup)
}

/** Outcomes by criterion. */
export const outcomes = (report: Report): Record<string, string> =>
  Object.fromEntries(report.criteria.map((c) => [c.id, c.outcome]))
