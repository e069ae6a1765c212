// Transitions become evidence: the procedure's rules choose, values are rounded by the manifest's words (SPEC S14).
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { SimError } from '../errors.ts'
import type { Transition } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import { foldPlain } from '../snapshot.ts'
import type { TickInput } from '../tick.ts'

type Value = number | string | boolean

function rounded(session: Session, name: string, value: Value): Value {
  const step = session.procedure.words.values[name]?.step
  if (typeof value !== 'number') return value
  if (!Number.isFinite(value)) throw new SimError('non-finite-state', `evidence ${name} = ${value}`, session.state.tick)
  if (step === undefined) return value
  const n = Math.round(value / step)
  // dividing by a whole number keeps 0.01 printable as 0.01
  const perUnit = Math.round(1 / step)
  return n === 0 ? 0 : perUnit >= 1 && Math.abs(perUnit * step - 1) < 1e-9 ? n / perUnit : n * step
}

export function toEvidence(session: Session, t: Transition): EvidenceEvent {
  const values: Record<string, Value> = {}
  for (const [name, value] of Object.entries(t.values)) values[name] = rounded(session, name, value)
  return {
    tick: session.state.tick,
    clinical_s: Math.round(session.state.clinical_s * 100) / 100,
    kind: t.kind,
    subject: t.subject,
    ...(t.object === undefined ? {} : { object: t.object }),
    ...(t.site === undefined ? {} : { site: t.site }),
    values,
  }
}

export function testify(session: Session, _input: TickInput, frame: TickFrame): void {
  for (const t of session.procedure.rules(session, frame.transitions)) {
    const event = toEvidence(session, t)
    foldPlain(session.state.testimony, event)
    session.events.push(event)
  }
}
