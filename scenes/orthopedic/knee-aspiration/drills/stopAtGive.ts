// Drill: advance under suction and stop where the last layer gives way.
import type { Drill, Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { SIDE, kneeOf } from '../performers/scene.ts'
import { EXPERT, alongAxis, goesOn, takeStanding } from './going.ts'
import { leadIn } from './leadIns.ts'
import { depthOf, happened } from './seen.ts'

/** The needle stands in the fat, m. */
const BEGUN_M = 0.006
/** What the laboratory needs, mL (Yaqub 2018, doi 10.1097/RHU.0000000000000707). */
const ENOUGH_ML = 2

/** Into the fluid, and `beyond` metres more. */
function* intoFluid(actor: Actor, session: Session, beyond: number): Play {
  const since = session.events.length
  const wet = (): boolean => happened(session.events.slice(since), 'enter', 'effusion')
  yield* takeStanding(actor)
  yield* actor.plunger(SIDE, 2, 4)
  yield* alongAxis(actor, 1, { speed: 0.006, limit: 0.035, done: wet })
  if (beyond > 0) yield* alongAxis(actor, 1, { speed: 0.02, limit: beyond, done: () => false })
  yield* actor.hold(0.5)
}

export const stopAtGive: Drill = {
  id: 'stop-at-give',
  title: { en: 'Stop at the give', zh: '突破感即停' },
  task: {
    en: 'The needle stands under the skin and points at the fluid. Take the syringe, draw gently, push on until you feel the give and see fluid, stop there, and draw 2 mL.',
    zh: '针已进入皮下，针尖指向积液。请握住注射器，轻轻回抽并推进；一有突破感、见到液体即停，再抽出 2 mL。',
  },
  case: 'hot-knee',
  seconds: 90,
  leadIn: leadIn({
    plan: { syringe: 'syringe-20', suction: false },
    moment: 'the needle stands in the fat',
    until: (session) => depthOf(session, 20) >= BEGUN_M,
  }),
  performers: [
    goesOn(EXPERT, function* (actor, session) {
      yield* intoFluid(actor, session, 0)
      for (let pull = 4; pull <= 12 && kneeOf(session).drawn_ml < ENOUGH_ML; pull += 2) {
        yield* actor.plunger(SIDE, pull, 3)
        yield* actor.hold(2)
      }
    }),
    goesOn(
      {
        id: 'runs-on',
        title: { en: 'Runs on after the give', zh: '突破后继续推进' },
        loses: ['stopped', 'floor', 'yield'],
      },
      function* (actor, session) {
        yield* intoFluid(actor, session, 0.022)
      },
    ),
  ],
}
