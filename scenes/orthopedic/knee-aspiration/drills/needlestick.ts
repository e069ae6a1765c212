// Drill: the used needle has gone into the doctor's other hand.
import { add, mad, scale, type Vec3 } from '../../../../scoring/math/index.ts'
import { assemblyOf, type Assembly, type Drill } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { OTHER, SIDE, intoBin, layDown } from '../performers/scene.ts'
import { EXPERT, does, goesOn, says } from './going.ts'
import { leadIn } from './leadIns.ts'
import { axisOfBody, carrierId, happened } from './seen.ts'

const DOWN: Vec3 = [0, -1, 0]

/** What the working hand holds. @throws RangeError when it is empty */
function held(actor: Actor): Assembly {
  const { tool } = actor.session.state.hands[1]
  if (tool < 0) throw new RangeError('performer: expected a syringe in the right hand, it is empty')
  return assemblyOf(actor.session, tool)
}

/** Recapping, as it goes wrong: the other hand comes to the bare tip. */
function* stickHand(actor: Actor): Play {
  const { session } = actor
  const out = scale(axisOfBody(session, held(actor)), -1)
  yield* actor.push(SIDE, out, { speed: 0.12, limit: 0.1, done: () => false })
  const aside = add(held(actor).tipAt, [-0.06, 0.05, 0.05])
  yield* actor.reach(OTHER, { p: aside, q: actor.pose(OTHER).q })
  yield* actor.reach(OTHER, { p: mad(held(actor).tipAt, DOWN, 0.002), q: actor.pose(OTHER).q }, 0.4)
  yield* actor.reach(OTHER, { p: aside, q: actor.pose(OTHER).q }, 0.3)
  yield* layDown(actor, carrierId(session, held(actor)))
}

/** Takes the used syringe from where it lies, its tip away from everybody, and throws it away. */
function* clearAway(actor: Actor): Play {
  const { session } = actor
  const used = session.state.tools.findIndex((t, i) => {
    const { body, state } = assemblyOf(session, i)
    return body === i && t.on !== 'sharps_box' && (state?.pass ?? 0) > 0
  })
  yield* actor.take(SIDE, session.procedure.instruments[used]?.id ?? '')
  yield* actor.reach(SIDE, { p: add(actor.pose(SIDE).p, [0, 0.15, 0]), q: actor.pose(SIDE).q })
  yield* intoBin(actor, 'sharps_box')
}

export const needlestick: Drill = {
  id: 'needlestick',
  title: { en: 'Rescue: needlestick', zh: '应急：针刺伤' },
  task: {
    en: 'The tap is over and the used needle has just gone into your left hand; the syringe lies on the tray. Do what has to be done, for the patient, for the others and for yourself.',
    zh: '抽液已完成，用过的针刚扎到您的左手，注射器放在托盘上。请为患者、同事和自己做好该做的事。',
  },
  case: 'hot-knee',
  seconds: 180,
  leadIn: leadIn({
    plan: { syringe: 'syringe-20', drain: 0.12 },
    moment: 'the needle is out again',
    until: (_, { events }) => {
      const wet = events.findIndex((e) => e.kind === 'enter' && e.site === 'effusion')
      return wet >= 0 && happened(events.slice(wet), 'exit', 'skin')
    },
    still: stickHand,
  }),
  performers: [
    goesOn(EXPERT, function* (actor) {
      yield* says(actor, ['tell_stick'])
      yield* clearAway(actor)
      yield* does(actor, 'prepare', { act: 'remove_gloves' })
      yield* does(actor, 'prepare', { act: 'wash_wound' })
      yield* does(actor, 'order', { item: 'exposure' })
    }),
    goesOn(
      {
        id: 'shrugs',
        title: { en: 'Shrugs it off', zh: '不当回事' },
        loses: ['said', 'sharp-away', 'washed', 'at-once', 'reported'],
      },
      function* (actor) {
        yield* does(actor, 'prepare', { act: 'pressure' })
        yield* does(actor, 'prepare', { act: 'dressing' })
      },
    ),
  ],
}
