// The joint as a place that fluid is drawn from and drugs are put into.
import { add, rotate, type Vec3 } from '../../../scoring/math/index.ts'
import { assemblyOf, type Assembly, type Session, type System, type Transition } from '../../../src/sim/index.ts'
import { DT } from '../../../src/sim/tick.ts'
import { flow, needleResistance, type SyringeState } from '../../../src/sim/tools/syringe.ts'
import { give, given, tookIn } from './contents.ts'
import { takeIn } from '../../common/drugs/index.ts'
import { jointPressure, reachable } from './fluids.ts'
import { idleFlow, type KneeState, type Running } from './state.ts'

type KneeSession = Session<KneeState>

/** Viscosity, Pa s (design values between water, 0.0007, and healthy fluid). */
const VISCOSITY_PA_S: Readonly<Record<string, number>> = { thin: 0.004, medium: 0.008, thick: 0.025 }
/** Speed and reach of the helper's thumb on the patella; speed of a knee that is moved (design values). */
const PATELLA_SPEED_M_S = 0.02
export const PATELLA_REACH_M = 0.005
const KNEE_RAD_S = 0.35
/** Ticks without flow after which a filling or an injection is over, and less than this is none, mL (detection limits). */
const IDLE_TICKS = 45
const LEAST_ML = 0.05
/** Length of a bevel in needle diameters (a 20 degree grind: cot 20 = 2.7). */
const BEVEL_DIAMETERS = 2.7
/** Resistance of tissue to an injection, kPa at 1 mL/s (design values: only the order matters, a free joint takes least). */
const TISSUE_KPA: Readonly<Record<string, number>> = { effusion: 2, fat: 25, muscle: 40, skin: 120, fat_pad: 60 }
const DENSE_KPA = 150
const CLOSED = { pressure_kpa: 0, resistance: 1, available_ml: 0 }

function helperDoes(session: KneeSession, verb: string, target: string): number {
  const h = session.state.hands.find((x) => x.verb === verb && x.target === target)
  return h ? h.firmness : 0
}

const towards = (now: number, want: number, step: number): number =>
  now + (want - now > step ? step : want - now < -step ? -step : want - now)

export const limb: System<KneeState> = {
  id: 'limb',
  advance(session) {
    const s = session.state.procedure
    const want = helperDoes(session, 'steady', 'patella') > 0 ? PATELLA_REACH_M : 0
    s.patella_m = towards(s.patella_m, want, PATELLA_SPEED_M_S * DT)
    s.flexed_rad = towards(s.flexed_rad, s.flexion_rad, KNEE_RAD_S * DT)
  },
}

/** Layer at the tip; a bevel reaches back, so that any of it in fluid counts as fluid. */
function layerAtOpening(session: KneeSession, of: Assembly): string {
  const body = session.state.tools[of.body]
  if (!body || !of.state?.inserted || of.state.cut === 0) return 'air'
  const bevel_m = BEVEL_DIAMETERS * (of.shape?.outer_m ?? 0)
  const { anatomy } = session
  const points = [0, 0.5, 1].map((back): Vec3 => [of.tip[0], of.tip[1], of.tip[2] - back * bevel_m])
  const at = points.map((local) => anatomy.layers[anatomy.layerAt(add(body.p, rotate(body.q, local)))])
  return at.includes('effusion') ? 'effusion' : (at[0] ?? 'air')
}

interface Moved {
  readonly drawn_ml: number
  readonly pushed_ml: number
  readonly layer: string
  readonly plunger_kpa: number
}

/** A nozzle without a needle: as wide as a luer cone (ISO 80369-7: 2.1 mm across at least) and as long, m. */
const NOZZLE = { inner_m: 0.0021, length_m: 0.0075 }

function moveFluid(session: KneeSession, syringe: SyringeState, of: Assembly): Moved {
  const layer = layerAtOpening(session, of)
  const { viscosity } = session.state.procedure
  const bore = of.shape ?? NOZZLE
  const resistance = needleResistance(bore.inner_m, bore.length_m, VISCOSITY_PA_S[viscosity] ?? 0.008)
  const at =
    layer === 'effusion'
      ? { pressure_kpa: jointPressure(session), resistance, available_ml: reachable(session) }
      : CLOSED
  const source = layer === 'effusion' ? 'fluid' : layer === 'air' ? 'air' : 'tissue'
  const { drawn_ml, pushed_ml } = flow(syringe, source, at, DT)
  const stiff = layer === 'air' ? 0 : (TISSUE_KPA[layer] ?? DENSE_KPA)
  return { drawn_ml, pushed_ml, layer, plunger_kpa: pushed_ml > 0 ? stiff * (pushed_ml / DT) : 0 }
}

function endFilling(session: KneeSession, transitions: Transition[]): void {
  const { filling, drawn_ml, initial_ml, fluid } = session.state.procedure
  const subject = session.procedure.instruments[filling.tool]?.id
  if (subject !== undefined && filling.ml >= LEAST_ML) {
    const values = { ml: filling.ml, total_ml: drawn_ml, total_share: drawn_ml / initial_ml }
    transitions.push({ kind: 'fill', subject, object: fluid, site: 'effusion', values })
  }
  session.state.procedure.filling = idleFlow()
}

function endGiving(session: KneeSession, transitions: Transition[]): void {
  const g = session.state.procedure.giving
  const subject = session.procedure.instruments[g.tool]?.id
  if (subject !== undefined && g.ml >= LEAST_ML) transitions.push(...given(session, subject, g))
  session.state.procedure.giving = idleFlow()
}

function noteDrawn(session: KneeSession, index: number, ml: number): void {
  const s = session.state.procedure
  s.effusion_ml -= ml
  s.drawn_ml += ml
  s.filling = { ...s.filling, tool: index, ml: s.filling.ml + ml, idle: 0 }
  tookIn(session, index, 'effusion', ml)
}

function noteGiven(session: KneeSession, index: number, m: Moved): void {
  const g = session.state.procedure.giving
  const of = { ...g.of }
  takeIn(of, give(session, index, m.pushed_ml, m.layer))
  const plunger_kpa = m.plunger_kpa > g.plunger_kpa ? m.plunger_kpa : g.plunger_kpa
  session.state.procedure.giving = { tool: index, ml: g.ml + m.pushed_ml, idle: 0, site: m.layer, of, plunger_kpa }
}

function idles(r: Running, flowed: boolean): boolean {
  if (flowed || r.tool < 0) return false
  r.idle++
  return r.idle >= IDLE_TICKS
}

export const fluid: System<KneeState> = {
  id: 'fluid',
  advance(session, _input, transitions) {
    const s = session.state.procedure
    let [drew, gave] = [false, false]
    session.state.tools.forEach((tool, index) => {
      if (!tool.syringe || tool.mode === 'rest') return
      const m = moveFluid(session, tool.syringe, assemblyOf(session, index))
      if (m.drawn_ml > 0) {
        drew = true
        noteDrawn(session, index, m.drawn_ml)
      }
      if (m.pushed_ml <= 0) return
      gave = true
      if (s.giving.tool >= 0 && (s.giving.tool !== index || s.giving.site !== m.layer)) endGiving(session, transitions)
      noteGiven(session, index, m)
    })
    const out = s.filling.tool >= 0 && assemblyOf(session, s.filling.tool).state?.inserted !== true
    if (idles(s.filling, drew) || out) endFilling(session, transitions)
    if (idles(s.giving, gave)) endGiving(session, transitions)
  },
}
