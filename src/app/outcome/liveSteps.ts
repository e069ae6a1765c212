// Guided mode: which steps are done so far, by the same protocol that grades the attempt at its end.
import {
  applicableSteps,
  type Device,
  grade,
  parseProtocol,
  progressOf,
  type Protocol,
  type StepProgress,
} from '../../../scoring/index.ts'
import type { Session } from '../../sim/index.ts'

/** Reads the protocol once; null when it cannot be read (the list is then shown without ticks). */
export function readProtocol(protocol: unknown): Protocol | null {
  try {
    return parseProtocol(protocol)
  } catch {
    return null
  }
}

function deviceOf({ setup }: Session): Device {
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = setup
  return { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
}

/** Steps that the case of an attempt can bring into play. */
export function stepsOfCase(protocol: Protocol, session: Session): ReadonlySet<string> {
  return applicableSteps(protocol, session.case.facts, deviceOf(session), session.setup.profile)
}

/**
 * How far each step has come, by id. Looks at events alone: channels are long, and this runs while the attempt does.
 */
export function stepsSoFar(protocol: Protocol, session: Session): Readonly<Record<string, StepProgress>> {
  const evidence = { version: 1, events: session.events, channels: {} }
  const { setup } = session
  const { criteria } = grade(protocol, session.case.facts, evidence, deviceOf(session), { profile: setup.profile })
  return progressOf(protocol, criteria)
}
