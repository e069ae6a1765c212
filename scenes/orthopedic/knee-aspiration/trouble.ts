// What a needle does that it should not: a sweep with the tip deep, bleeding into the joint of somebody on an
// anticoagulant, a stick in the other hand.
import { distance } from '../../../scoring/math/index.ts'
import { assemblyOf, type Session, type System, type Transition } from '../../../src/sim/index.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>

/** Sideways travel of a deep tip that is a sweep, m (detection limit; the rule has no number: MSD Manual). */
export const SWEEP_M = 0.003
/** Passes through the skin after which the joint of somebody on an anticoagulant bleeds (placeholder, no source). */
const BLEEDS_AFTER = 3

/** A bare tip this near to the middle of the other hand has stuck it, m (detection limit). */
export const STICK_M = 0.008

export interface TroubleState {
  /** Sweeps that have been told, by tool index: the pass in which it was. */
  swept: number[]
  bled: boolean
  /** Hands (left, right) that a needle has stuck. */
  stuck: [boolean, boolean]
}

export function noTrouble(tools: number): TroubleState {
  return { swept: Array.from({ length: tools }, () => 0), bled: false, stuck: [false, false] }
}

function sweep(session: KneeSession, index: number, transitions: Transition[]): void {
  const { trouble } = session.state.procedure
  const n = session.state.tools[index]?.needle
  const subject = session.procedure.instruments[index]?.id
  if (!n || subject === undefined || n.sweep.swept_m < SWEEP_M || trouble.swept[index] === n.pass) return
  trouble.swept[index] = n.pass
  const values = { complication: 'sweep', sweep_mm: n.sweep.swept_m * 1e3 }
  transitions.push({ kind: 'complication', subject, values })
}

function bleeding(session: KneeSession, transitions: Transition[]): void {
  const { trouble } = session.state.procedure
  if (trouble.bled || session.case.facts['anticoagulant'] !== true) return
  const passes = session.state.tools.reduce((sum, t) => sum + (t.needle?.pass ?? 0), 0)
  if (passes <= BLEEDS_AFTER) return
  trouble.bled = true
  transitions.push({ kind: 'complication', subject: 'patient', values: { complication: 'haemarthrosis' } })
}

function stick(session: KneeSession, index: number, transitions: Transition[]): void {
  const { trouble } = session.state.procedure
  if (!session.state.tools[index]?.needle) return
  const { body, id, state, tipAt } = assemblyOf(session, index)
  if (state?.inserted || session.state.tools[body]?.mode !== 'held') return
  for (const side of [0, 1] as const) {
    const hand = session.state.hands[side]
    const holds = hand.tool === index || hand.tool === body
    if (holds || !hand.tracked || trouble.stuck[side] || distance(hand.pose.p, tipAt) > STICK_M) continue
    trouble.stuck[side] = true
    transitions.push({ kind: 'complication', subject: id, values: { complication: 'needlestick' } })
  }
}

export const trouble: System<KneeState> = {
  id: 'trouble',
  advance(session, _input, transitions) {
    session.state.tools.forEach((_, index) => {
      sweep(session, index, transitions)
      stick(session, index, transitions)
    })
    bleeding(session, transitions)
  },
}
