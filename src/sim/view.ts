// Reading a session into a ViewState (SPEC S20).
import type { Procedure } from './procedure.ts'
import type { Session } from './session.ts'
import { VERBS, type HandState } from './state.ts'
import {
  VIEW_VERSION,
  createViewState,
  writePose,
  type ScalarWord,
  type ViewLayout,
  type ViewState,
} from './viewState.ts'

const HAND_SCALARS: readonly (readonly [string, string, number, (h: HandState) => number])[] = [
  ['holding', 'index', 1, (h) => h.tool],
  ['squeeze', '1', 0.01, (h) => h.squeeze],
  ['trigger', '1', 0.01, (h) => h.trigger],
  ['force_n', 'N', 0.01, (h) => h.force_n],
  ['tracked', '1', 1, (h) => (h.tracked ? 1 : 0)],
  ['verb', 'index', 1, (h) => VERBS.indexOf(h.verb)],
]

function instrumentScalars(p: Pick<Procedure, 'instruments'>): ScalarWord[] {
  const words: ScalarWord[] = []
  for (const i of p.instruments) {
    if (i.needle) {
      words.push({ name: `${i.id}.depth_mm`, unit: 'mm', step: 0.05 })
      words.push({ name: `${i.id}.force_n`, unit: 'N', step: 0.01 })
      words.push({ name: `${i.id}.layer`, unit: 'index', step: 1 })
      words.push({ name: `${i.id}.inserted`, unit: '1', step: 1 })
    }
    if (i.syringe) {
      words.push({ name: `${i.id}.plunger_ml`, unit: 'mL', step: 0.02 })
      words.push({ name: `${i.id}.fluid_ml`, unit: 'mL', step: 0.02 })
    }
    if (i.nozzle) words.push({ name: `${i.id}.mount`, unit: 'index', step: 1 })
  }
  return words
}

/** Names and order of everything in the procedure's ViewState. */
export function viewLayout<S extends object>(p: Procedure<S>): ViewLayout {
  const hand = (side: string): ScalarWord[] =>
    HAND_SCALARS.map(([name, unit, step]) => ({ name: `${side}.${name}`, unit, step }))
  return {
    version: VIEW_VERSION,
    poses: ['head', 'left', 'right', ...p.instruments.map((i) => i.id), ...p.viewPoses.map((v) => v.name)],
    scalars: [
      ...hand('left'),
      ...hand('right'),
      ...instrumentScalars(p),
      { name: 'clinical_s', unit: 's', step: 1 },
      ...p.viewScalars.map(({ name, unit, step }) => ({ name, unit, step })),
    ],
  }
}

function toolScalars<S extends object>(session: Session<S>, put: (value: number) => void): void {
  session.state.tools.forEach((tool, i) => {
    const n = tool.needle
    if (n) {
      put(n.inserted && n.depth > 0 ? n.depth * 1e3 : 0)
      put(n.inserted ? n.tip_n + n.shaft_n : 0)
      put(n.at >= 0 ? (n.segments[n.at]?.layer ?? 0) : 0)
      put(n.inserted ? 1 : 0)
    }
    if (tool.syringe) {
      put(tool.syringe.plunger_ml)
      put(tool.syringe.fluid_ml)
    }
    if (session.procedure.instruments[i]?.nozzle) put(tool.mount)
  })
}

/** The present ViewState; written into `out` when given (no allocation per frame). */
export function readView<S extends object>(session: Session<S>, out?: ViewState): ViewState {
  const view = (out ?? createViewState(session.layout)) as ViewState & { tick: number }
  const { state, procedure } = session
  view.tick = state.tick
  let i = 0
  writePose(view, i++, session.presence.head)
  for (const h of state.hands) writePose(view, i++, h.pose)
  for (const t of state.tools) writePose(view, i++, t)
  for (const p of procedure.viewPoses) writePose(view, i++, p.read(session))
  let j = 0
  const put = (value: number): void => {
    view.scalars[j++] = value
  }
  for (const h of state.hands) for (const [, , , read] of HAND_SCALARS) put(read(h))
  toolScalars(session, put)
  put(state.clinical_s)
  for (const s of procedure.viewScalars) put(s.read(session))
  return view
}
