// Drill: the patient feels faint while the needle is in.
import type { Drill } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { EXPERT, alongAxis, does, goesOn, says, takeOut, takeStanding, throwAway } from './going.ts'
import { leadIn } from './leadIns.ts'
import { depthOf } from './seen.ts'

const BEGUN_M = 0.006
/** Nobody needs longer from the needle to the warning, s. */
const WARNED_S = 60

/** Holds still until the patient says it. @throws RangeError when it never comes */
function* untilFaint(actor: Actor): Play {
  const warned = (): boolean => actor.session.events.some((e) => e.subject === 'patient' && e.object === 'feels_faint')
  actor.command('situation', { of: 'faint_prone' })
  for (let i = 0; i < WARNED_S * 90 && !warned(); i++) yield* actor.tick()
  if (!warned()) throw new RangeError(`lead-in: no warning within ${WARNED_S} s; is the patient told of by people?`)
}

export const faint: Drill = {
  id: 'faint',
  title: { en: 'Rescue: the patient feels faint', zh: '应急：患者晕厥先兆' },
  task: {
    en: 'The needle is in, and the patient has just said that everything is going dark. Do what has to be done now, and stay until the patient is better.',
    zh: '针还在膝内，患者刚说头晕、眼前发黑。请立即处理，并守到患者好转。',
  },
  case: 'hot-knee',
  seconds: 120,
  leadIn: leadIn({
    // nobody told this patient what would come, and nothing numbs the skin: fear and pain bring it on
    plan: {
      syringe: 'syringe-20',
      suction: false,
      anaesthetic: null,
      onset_s: 0,
      says: ['introduce', 'identify', 'consent'],
    },
    moment: 'the needle stands in the fat',
    until: (session) => depthOf(session, 20) >= BEGUN_M,
    still: untilFaint,
  }),
  performers: [
    goesOn(EXPERT, function* (actor) {
      yield* says(actor, ['lie_down', 'call_help'])
      yield* takeStanding(actor)
      yield* takeOut(actor)
      yield* throwAway(actor)
      yield* says(actor, ['reassure'])
      yield* does(actor, 'wait', { seconds: '60' })
      yield* actor.hold(1.5)
    }),
    goesOn(
      {
        id: 'carries-on',
        title: { en: 'Carries on with the tap', zh: '继续穿刺' },
        loses: ['flat', 'flat-soon', 'awake', 'help', 'needle-out', 'no-further', 'talk', 'better'],
      },
      function* (actor) {
        yield* takeStanding(actor)
        yield* alongAxis(actor, 1, { speed: 0.006, limit: 0.03, done: () => false })
        yield* actor.hold(22)
      },
    ),
  ],
}
