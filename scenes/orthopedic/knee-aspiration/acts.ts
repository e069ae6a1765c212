// What is done by a word or a choice, and what it does to the room. Preparation costs the same clinical time everywhere.
import {
  passClinical,
  type Command,
  type Session,
  type System,
  type TickInput,
  type Transition,
} from '../../../src/sim/index.ts'
import { mostSusceptible } from '../../common/people/index.ts'
import { ACT_COST_S } from './commands.ts'
import { drawUp, fillTube } from './contents.ts'
import { preparation } from './sterile.ts'
import type { KneeState } from './state.ts'

type KneeSession = Session<KneeState>
type Act = (session: KneeSession, args: Command['args'], out: Transition[], input: TickInput) => void

const RADIANS = 0.017453292519943295

const chosen = (object: string, values: Transition['values']): Transition => ({
  kind: 'choose',
  subject: 'learner',
  object,
  values,
})

function prepare(session: KneeSession, args: Command['args'], out: Transition[]): void {
  const act = String(args['act'])
  out.push(chosen('prepare', { choice: act }))
  passClinical(session as unknown as Session, ACT_COST_S[act] ?? 0)
  preparation(session, act, out)
}

function flex(session: KneeSession, args: Command['args'], out: Transition[]): void {
  const degrees = Number(args['degrees'])
  session.state.procedure.flexion_rad = degrees * RADIANS
  out.push({ kind: 'move_limb', subject: 'learner', object: 'knee', values: { flexion_deg: degrees } })
}

function situation(session: KneeSession, args: Command['args'], out: Transition[]): void {
  if (!session.state.lead_in) return
  mostSusceptible(session.state.procedure.people.patient)
  out.push({ kind: 'phase', subject: 'patient', object: String(args['of']), values: {} })
}

const ACTS: Readonly<Record<string, Act>> = {
  open: (_, a, out) => out.push(chosen('record', { field: String(a['field']) })),
  decide: (_, a, out) => out.push(chosen(String(a['about']), { choice: String(a['choice']) })),
  prepare,
  order: (_, a, out) => out.push({ kind: 'order', subject: 'learner', object: String(a['item']), values: {} }),
  draw_up: (s, a, out, input) => out.push(...drawUp(s, input, { drug: String(a['drug']), ml: Number(a['ml']) })),
  specimen: (s, a, out, input) => out.push(...fillTube(s, input, String(a['tube']))),
  flex,
  predict: (_, a, out) => out.push(chosen('prediction', { depth_mm: Number(a['depth_mm']) })),
  situation,
}

export const acts: System<KneeState> = {
  id: 'acts',
  advance(session, input, transitions) {
    for (const c of input.commands) ACTS[c.command]?.(session, c.args, transitions, input)
  },
}
