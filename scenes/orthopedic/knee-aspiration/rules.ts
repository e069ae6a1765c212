// From transitions to evidence: where and into what the skin was pierced, and under what suction the needle went on.
import { assemblyOf, type Assembly, type Session, type Transition } from '../../../src/sim/index.ts'
import { sterileOf } from '../../common/asepsis/index.ts'
import { insideLesion, zoneOf } from './portals.ts'
import { keepSterile } from './sterile.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** The patella counts as held from this push on, m (detection limit). */
const HELD_M = 0.004
const DEGREES = 57.29577951308232

function needleIndex(session: KneeSession, id: string): number {
  return session.procedure.instruments.findIndex((i) => i.id === id)
}

function gloved(session: KneeSession, of: Assembly): boolean {
  const s = session.state.procedure.asepsis
  const holds = (tool: number): boolean => tool >= 0 && (tool === of.body || tool === of.needle)
  return session.state.hands.every((h, side) => !holds(h.tool) || s.hands[side as 0 | 1].gloved)
}

/** A needle is as sterile as the syringe that it is on. */
function sterile(session: KneeSession, of: Assembly): boolean {
  const body = session.procedure.instruments[of.body]?.id ?? of.id
  return [of.id, body].every((id) => sterileOf(session, session.state.procedure.asepsis, id))
}

function skinEntry(session: KneeSession, t: Transition, of: Assembly): Transition {
  const s = session.state.procedure
  const entry = of.state?.entry ?? [0, 0, 0]
  const lesion_mm = insideLesion(session.anatomy, s.lesion, entry)
  const prepped = keepSterile.preppedAt(session, entry)
  const values = {
    ...t.values,
    ...zoneOf(session, entry),
    lesion_mm,
    patella_held: s.patella_m > HELD_M,
    prepped: prepped.share > 0.5,
    dry_s: prepped.dry_s,
    draped: s.asepsis.draped,
    sterile: sterile(session, of),
    gloved: gloved(session, of),
    flexion_deg: s.flexed_rad * DEGREES,
  }
  return { ...t, object: s.lesion && lesion_mm > 0 ? s.lesion.kind : 'intact_skin', values }
}

function enrich(session: KneeSession, t: Transition): Transition {
  const index = needleIndex(session, t.subject)
  if (t.kind !== 'enter' || !session.state.tools[index]?.needle) return t
  const of = assemblyOf(session, index)
  const suction_kpa = session.state.tools[of.barrel]?.syringe?.suction_kpa ?? 0
  const suction = { ...t, values: { ...t.values, suction_kpa } }
  return t.site === 'skin' ? skinEntry(session, suction, of) : suction
}

export function rules(session: KneeSession, transitions: readonly Transition[]): readonly Transition[] {
  return transitions.map((t) => enrich(session, t))
}
