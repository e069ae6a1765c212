// From transitions to evidence: where and into what the skin was pierced, and under what suction the needle went on.
import type { Session, Transition } from '../../../src/sim/index.ts'
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

function gloved(session: KneeSession, index: number): boolean {
  const s = session.state.procedure.asepsis
  return session.state.hands.every((h, side) => h.tool !== index || s.hands[side as 0 | 1].gloved)
}

function skinEntry(session: KneeSession, t: Transition, index: number): Transition {
  const s = session.state.procedure
  const entry = session.state.tools[index]?.needle?.entry ?? [0, 0, 0]
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
    sterile: sterileOf(session, s.asepsis, t.subject),
    gloved: gloved(session, index),
    flexion_deg: s.flexed_rad * DEGREES,
  }
  return { ...t, object: s.lesion && lesion_mm > 0 ? s.lesion.kind : 'intact_skin', values }
}

function enrich(session: KneeSession, t: Transition): Transition {
  const index = needleIndex(session, t.subject)
  const tool = session.state.tools[index]
  if (t.kind !== 'enter' || !tool?.needle) return t
  const suction = { ...t, values: { ...t.values, suction_kpa: tool.syringe?.suction_kpa ?? 0 } }
  return t.site === 'skin' ? skinEntry(session, suction, index) : suction
}

export function rules(session: KneeSession, transitions: readonly Transition[]): readonly Transition[] {
  return transitions.map((t) => enrich(session, t))
}
