// Drill: the needle is in, the plunger is drawn, and nothing comes.
import type { Drill, PerformerView, Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { advance, drain, withdraw } from '../performers/needle.ts'
import { expertPlan, type Plan } from '../performers/plan.ts'
import { SIDE, kneeOf } from '../performers/scene.ts'
import { EXPERT, alongAxis, does, goesOn, takeOut, takeStanding } from './going.ts'
import { leadIn } from './leadIns.ts'
import { depthOf } from './seen.ts'

const SYRINGE = 'syringe-20'
/** The least that the laboratory can work with, mL (Yaqub 2018, doi 10.1097/RHU.0000000000000707). */
const ENOUGH_ML = 2
/** The pass is over when the needle is in this deep, or is under way and comes back by so much, m. */
const FULL_M = 0.032
const DEEP_M = 0.012
const BACK_M = 5e-4

/** The needle went too high and found nothing: it is in to its hub, or begins to come back. */
function passIsOver(): (session: Session, seen: PerformerView) => boolean {
  let deepest = 0
  return (session) => {
    const depth = depthOf(session, 20)
    deepest = depth > deepest ? depth : deepest
    return deepest > DEEP_M && (depth >= FULL_M || depth < deepest - BACK_M)
  }
}

const decide = (actor: Actor, choice: string): Play => does(actor, 'decide', { about: 'dry_tap', choice })

/** Draws once more where the needle is. */
function* drawOnce(actor: Actor): Play {
  yield* actor.plunger(SIDE, 4, 4)
  yield* actor.hold(1.2)
}

/** A pass of its own, aimed at the fluid. */
function* pass(actor: Actor, plan: Plan): Play {
  if (yield* advance(actor, plan)) yield* drain(actor, plan)
}

function* rescue(actor: Actor, session: Session): Play {
  const plan: Plan = { ...expertPlan(session.case.id), syringe: SYRINGE, flexion: '0' }
  const dry = (): boolean => kneeOf(session).drawn_ml < ENOUGH_ML
  yield* takeStanding(actor)
  yield* decide(actor, 'straighten')
  yield* does(actor, 'flex', { degrees: '0' })
  yield* actor.hold(1.5)
  yield* decide(actor, 'compress')
  actor.command('helper', { verb: 'press', target: 'pouch', firmness: 2 })
  yield* drawOnce(actor)
  if (!dry()) return
  yield* decide(actor, 'redirect')
  yield* takeOut(actor)
  yield* actor.plunger(SIDE, 0, 8)
  yield* pass(actor, plan)
  if (!dry()) return
  yield* decide(actor, 'other_side')
  if (depthOf(session, 20) > 0) yield* withdraw(actor, SYRINGE)
  yield* actor.plunger(SIDE, 0, 8)
  yield* pass(actor, { ...plan, portal: 'lateral' })
  if (dry()) yield* does(actor, 'order', { item: 'ultrasound' })
}

export const dryTap: Drill = {
  id: 'dry-tap',
  title: { en: 'Rescue: a dry tap', zh: '应急：抽不出液' },
  task: {
    en: 'The needle is in a bent knee, the plunger is drawn, and nothing comes. Go on step by step until there are 2 mL for the laboratory, or order an ultrasound.',
    zh: '膝关节屈曲，针已进入，回抽无液。请按步骤处理，直到抽出送检所需的 2 mL，或申请超声引导。',
  },
  case: 'dry-tap',
  seconds: 240,
  leadIn: (session, seed) =>
    leadIn({
      plan: { syringe: SYRINGE, flexion: '30', off_m: 0.02, aim: 0.2, rescues: false },
      moment: 'a first pass has found nothing',
      until: passIsOver(),
    })(session, seed),
  performers: [
    goesOn(EXPERT, rescue),
    goesOn(
      {
        id: 'pushes-on',
        title: { en: 'Pushes on in the same track', zh: '沿原针道反复深插' },
        loses: ['first', 'plan', 'fluid-or-scan'],
      },
      function* (actor) {
        yield* takeStanding(actor)
        for (let i = 0; i < 2; i++) {
          yield* alongAxis(actor, 1, { speed: 0.02, limit: 0.002, done: () => false })
          yield* drawOnce(actor)
        }
        yield* takeOut(actor)
      },
    ),
  ],
}
