// Written attempts at the knee, judged by its protocol on a device that can judge everything.
import { cases } from '../../scenes/orthopedic/knee-aspiration/cases.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { grade, parseProtocol, type Report } from '../../scoring/index.ts'
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { channel, DEVICE, evidence } from '../scoring/builders.ts'

const protocol = parseProtocol(protocolOf('knee-aspiration'))

/** The report of written events on a case; suction was drawn all along. @throws RangeError for an unknown case */
export function judge(id: string, events: readonly EvidenceEvent[]): Report {
  const found = cases.find((c) => c.id === id)
  if (!found) throw new RangeError(`case: got "${id}", expected one of ${cases.map((c) => c.id).join(', ')}`)
  const suction = channel(
    'suction_kpa',
    Array.from({ length: 4000 }, () => 6),
    10,
  )
  return grade(protocol, found.facts, evidence(events, [suction]), DEVICE)
}

/** Outcome of a criterion; undefined when the protocol has none of that id. */
export const outcome = (r: Report, id: string): string | undefined => r.criteria.find((c) => c.id === id)?.outcome
/** Ids of the criteria with any of these outcomes. */
export const having = (r: Report, ...outcomes: string[]): string[] =>
  r.criteria.filter((c) => outcomes.includes(c.outcome)).map((c) => c.id)
