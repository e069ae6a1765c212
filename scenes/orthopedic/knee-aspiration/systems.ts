// Ordered pure advances over the procedure's own state.
import { add, rotate, type Vec3 } from '../../../scoring/math/index.ts'
import type { Session, System, ToolState, Transition } from '../../../src/sim/index.ts'
import { flow, needleResistance } from '../../../src/sim/tools/syringe.ts'
import { DT } from '../../../src/sim/tick.ts'
import type { KneeState } from './state.ts'

/** Inflamed synovial fluid, Pa s: between water and healthy fluid (design value). */
const VISCOSITY_PA_S = 0.006
/** Pressure of the effusion for each millilitre, and of a hand that presses the pouch, kPa (design values). */
const KPA_PER_ML = 0.05
const PRESS_KPA = 2
/** Speed and reach of the helper's thumb on the patella (design values). */
const PATELLA_SPEED_M_S = 0.02
export const PATELLA_REACH_M = 0.005
/** Ticks without flow after which a filling is over. */
const FILL_IDLE_TICKS = 45
/** Less than this is no filling, mL. */
const FILL_MIN_ML = 0.05
/** Length of a bevel in needle diameters (a 20 degree grind: cot 20 = 2.7). */
const BEVEL_DIAMETERS = 2.7
const CLOSED = { pressure_kpa: 0, resistance: 1, available_ml: 0 }

type KneeSession = Session<KneeState>

function helperDoes(session: KneeSession, verb: string, target: string): number {
  const h = session.state.hands.find((x) => x.verb === verb && x.target === target)
  return h ? h.firmness : 0
}

const patella: System<KneeState> = {
  id: 'patella',
  advance(session) {
    const s = session.state.procedure
    const want = helperDoes(session, 'steady', 'patella') > 0 ? PATELLA_REACH_M : 0
    const step = PATELLA_SPEED_M_S * DT
    const d = want - s.patella_m
    s.patella_m += d > step ? step : d < -step ? -step : d
  },
}

function opening(session: KneeSession, index: number, tool: ToolState): 'fluid' | 'air' | 'tissue' {
  const n = tool.needle
  const instrument = session.procedure.instruments[index]
  if (!n || !n.inserted || n.cut === 0 || !instrument) return 'air'
  // the opening is as long as the bevel: fluid enters while any of it lies in fluid
  const heel: Vec3 = [0, 0, instrument.tip[2] - BEVEL_DIAMETERS * (instrument.needle?.outer_m ?? 0)]
  const wet = [instrument.tip, heel].some((local) => {
    const p = add(tool.p, rotate(tool.q, local))
    return session.anatomy.layers[session.anatomy.layerAt(p)] === 'effusion'
  })
  return wet ? 'fluid' : 'tissue'
}

function jointPressure(session: KneeSession): number {
  const press = helperDoes(session, 'press', 'pouch') * PRESS_KPA
  return KPA_PER_ML * session.state.procedure.effusion_ml + press
}

function draw(session: KneeSession, index: number, tool: ToolState): number {
  const needle = session.procedure.instruments[index]?.needle
  if (!tool.syringe || !needle) return 0
  const source = opening(session, index, tool)
  const joint = session.state.procedure
  const at =
    source === 'fluid'
      ? {
          pressure_kpa: jointPressure(session),
          resistance: needleResistance(needle.inner_m, needle.length_m, VISCOSITY_PA_S),
          available_ml: joint.effusion_ml,
        }
      : CLOSED
  const { drawn_ml } = flow(tool.syringe, source, at, DT)
  joint.effusion_ml -= drawn_ml
  joint.drawn_ml += drawn_ml
  return drawn_ml
}

function endFilling(session: KneeSession, transitions: Transition[]): void {
  const { filling, drawn_ml, initial_ml } = session.state.procedure
  const subject = session.procedure.instruments[filling.tool]?.id
  if (subject !== undefined && filling.ml >= FILL_MIN_ML) {
    const values = { ml: filling.ml, total_ml: drawn_ml, total_share: drawn_ml / initial_ml }
    transitions.push({ kind: 'fill', subject, site: 'effusion', values })
  }
  session.state.procedure.filling = { tool: -1, ml: 0, idle: 0 }
}

const fluid: System<KneeState> = {
  id: 'fluid',
  advance(session, _input, transitions) {
    const { state } = session
    let drew = false
    state.tools.forEach((tool, index) => {
      if (!tool.syringe || (tool.mode === 'rest' && !tool.needle?.inserted)) return
      const ml = draw(session, index, tool)
      if (ml <= 0) return
      drew = true
      const f = state.procedure.filling
      state.procedure.filling = { tool: index, ml: f.ml + ml, idle: 0 }
    })
    const f = state.procedure.filling
    if (drew || f.tool < 0) return
    f.idle++
    const out = state.tools[f.tool]?.needle?.inserted !== true
    if (f.idle >= FILL_IDLE_TICKS || out) endFilling(session, transitions)
  },
}

export const systems: readonly System<KneeState>[] = [patella, fluid]
