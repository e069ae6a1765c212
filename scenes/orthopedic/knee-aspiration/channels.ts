// Quantities sampled while the attempt runs. Motion metrics come from these, never from hand poses.
import { transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { ChannelDef, Session } from '../../../src/sim/index.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** Index of the syringe that a hand holds or that sticks in the knee; -1 = none. */
function activeSyringe(session: KneeSession): number {
  const stuck = session.state.tools.findIndex((t) => t.needle?.inserted === true)
  if (stuck >= 0) return stuck
  return session.state.tools.findIndex((t) => t.mode === 'held' && t.syringe !== null)
}

function read(session: KneeSession, value: (index: number) => number): number {
  const index = activeSyringe(session)
  return index < 0 ? 0 : value(index)
}

function tip(session: KneeSession, index: number): Vec3 {
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  return tool && instrument ? transform(tool, instrument.tip) : [0, 0, 0]
}

function needleValue(
  session: KneeSession,
  of: (n: NonNullable<KneeSession['state']['tools'][0]['needle']>) => number,
): number {
  return read(session, (i) => {
    const n = session.state.tools[i]?.needle
    return n?.inserted ? of(n) : 0
  })
}

const tipAxis = (name: string, axis: 0 | 1 | 2): ChannelDef<KneeState> => ({
  name,
  unit: 'mm',
  hz: 30,
  step: 0.1,
  read: (s) => read(s, (i) => tip(s, i)[axis] * 1e3),
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
    read: (s) => read(s, (i) => s.state.tools[i]?.syringe?.suction_kpa ?? 0),
  },
  { name: 'effusion_ml', unit: 'mL', hz: 5, step: 0.1, read: (s) => s.state.procedure.effusion_ml },
  tipAxis('tip_x_mm', 0),
  tipAxis('tip_y_mm', 1),
  tipAxis('tip_z_mm', 2),
]
