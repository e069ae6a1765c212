// Guided mode: which steps are done so far, by the same protocol that grades the attempt at its end.
import { grade, parseProtocol, type Protocol } from '../../../scoring/index.ts'
import type { Session } from '../../sim/index.ts'

/** Reads the protocol once; null when it cannot be read (the list is then shown without ticks). */
export function readProtocol(protocol: unknown): Protocol | null {
  try {
    return parseProtocol(protocol)
  } catch {
    return null
  }
}

/**
 * Ids of the steps with something decided and nothing missed. Looks at events alone: channels are long, and this runs
 * while the attempt does.
 */
export function stepsDone(protocol: Protocol, session: Session): string[] {
  const { setup, events } = session
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
  const evidence = { version: 1, events, channels: {} }
  const report = grade(protocol, session.case.facts, evidence, device, { profile: setup.profile })
  const decided = report.criteria.filter((c) => c.t !== null && (c.outcome === 'met' || c.outcome === 'partly'))
  return [...new Set(decided.map((c) => c.step))]
}
