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

export type StepState = 'done' | 'partly'

/**
 * Steps in which something was decided, by id: `partly` when another criterion of the step is missed so far. Looks at
 * events alone: channels are long, and this runs while the attempt does.
 */
export function stepsSoFar(protocol: Protocol, session: Session): Readonly<Record<string, StepState>> {
  const { setup, events } = session
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
  const evidence = { version: 1, events, channels: {} }
  const { criteria } = grade(protocol, session.case.facts, evidence, device, { profile: setup.profile })
  const decided = criteria.filter((c) => c.t !== null && (c.outcome === 'met' || c.outcome === 'partly'))
  const missed = new Set(criteria.filter((c) => c.outcome === 'missed').map((c) => c.step))
  return Object.fromEntries(decided.map((c) => [c.step, missed.has(c.step) ? 'partly' : 'done']))
}
