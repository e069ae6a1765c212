// Quantities sampled while the attempt runs. Motion metrics come from these, never from hand poses.
import { assemblyOf, type Assembly, type ChannelDef, type Session } from '../../../src/sim/index.ts'
import type { NeedleState } from '../../../src/sim/tissue/needle.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** What sticks in the knee, or else the syringe that a hand holds. */
function active(session: KneeSession): Assembly | undefined {
  const { tools } = session.state
  const stuck = tools.findIndex((t) => t.needle?.inserted === true)
  const index = stuck >= 0 ? stuck : tools.findIndex((t) => t.mode === 'held' && t.syringe !== null)
  return index < 0 ? undefined : assemblyOf(session, index)
}

function needleValue(session: KneeSession, of: (n: NeedleState) => number): number {
  const n = active(session)?.state
  return n?.inserted ? of(n) : 0
}

function suction(session: KneeSession): number {
  return session.state.tools[active(session)?.barrel ?? -1]?.syringe?.suction_kpa ?? 0
}

const tipAxis = (name: string, axis: 0 | 1 | 2): ChannelDef<KneeState> => ({
  name,
  unit: 'mm',
  hz: 30,
  step: 0.1,
  read: (s) => (active(s)?.tipAt[axis] ?? 0) * 1e3,
})

export const channels: readonly ChannelDef<KneeState>[] = [
  {
    name: 'depth_mm',
    unit: 'mm',
    hz: 30,
    step: 0.1,
    read: (s) => needleValue(s, (n) => (n.depth > 0 ? n.depth * 1e3 : 0)),
  },
  { name: 'force_n', unit: 'N', hz: 30, step: 0.01, read: (s) => needleValue(s, (n) => n.tip_n + n.shaft_n) },
  {
    name: 'suction_kpa',
    unit: 'kPa',
    hz: 10,
    step: 0.1,
    read: suction,
  },
  { name: 'effusion_ml', unit: 'mL', hz: 5, step: 0.1, read: (s) => s.state.procedure.effusion_ml },
  tipAxis('tip_x_mm', 0),
  tipAxis('tip_y_mm', 1),
  tipAxis('tip_z_mm', 2),
]
