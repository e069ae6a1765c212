// Built-in commands; those of the procedure are read by its own systems.
import type { Command } from '../command.ts'
import { handOver } from '../drill.ts'
import type { Session, TickFrame } from '../session.ts'
import type { Verb } from '../state.ts'
import type { TickInput } from '../tick.ts'
import { passClinical } from './clock.ts'
import { mount, unmount } from './exchange.ts'

type Obey = (session: Session, command: Command, frame: TickFrame) => void

function helperSide(session: Session): 0 | 1 {
  return session.setup.handedness === 'right' ? 0 : 1
}

function wait(session: Session, command: Command, frame: TickFrame): void {
  const seconds = Number(command.args['seconds'])
  passClinical(session, seconds)
  frame.transitions.push({ kind: 'wait', subject: 'learner', values: { seconds } })
}

function helper(session: Session, command: Command, frame: TickFrame): void {
  const side = helperSide(session)
  const hand = session.state.hands[side]
  hand.verb = String(command.args['verb']) as Verb
  hand.target = String(command.args['target'])
  hand.firmness = Number(command.args['firmness'])
  const values = { verb: hand.verb, firmness: hand.firmness }
  frame.transitions.push({ kind: 'choose', subject: 'helper', object: hand.target, values })
}

const OBEY: Readonly<Record<string, Obey>> = {
  wait,
  helper,
  say: (_, c, frame) =>
    frame.transitions.push({ kind: 'say', subject: 'learner', object: String(c.args['phrase']), values: {} }),
  // a pause makes no ticks; the command only notes its wall seconds
  pause: (_, c, frame) =>
    frame.transitions.push({
      kind: 'wait',
      subject: 'learner',
      object: 'pause',
      values: { seconds: Number(c.args['seconds']) },
    }),
  panel: (session, c) => {
    session.state.paused = c.args['open'] === 1
  },
  assist: (_, c, frame) =>
    frame.transitions.push({
      kind: 'choose',
      subject: 'learner',
      object: `assist_${String(c.args['id'])}`,
      values: { on: c.args['on'] === 1 },
    }),
  finish: (session, _, frame) => {
    session.state.finished = true
    frame.transitions.push({ kind: 'phase', subject: 'learner', object: 'finished', values: {} })
  },
  unmount,
  mount,
  handover: (session, _, frame) => handOver(session, frame),
}

export function obeyCommands(session: Session, input: TickInput, frame: TickFrame): void {
  for (const command of input.commands) OBEY[command.command]?.(session, command, frame)
}
