// Drill: the full syringe comes off its needle and an empty one goes on, and the needle does not move.
import type { Drill, Instrument, Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { putOn, takeOff } from '../performers/exchange.ts'
import { SIDE, kneeOf, layDown, takeUp } from '../performers/scene.ts'
import { EXPERT, alongAxis, goesOn, intoFluid, takeStanding } from './going.ts'
import { leadIn } from './leadIns.ts'
import { carrierId, standingNeedle } from './seen.ts'

const SYRINGE = 'syringe-20'
/** Drawn by the first syringe before it is to be changed, mL, and how long that may take, s. */
const FIRST_ML = 5
const FILLS_S = 6
/** The tip goes so much further once it is in the fluid, so that what sinks does not leave it behind, m. */
const DEEPER_M = 0.003

/** A syringe that has a nozzle and no needle on it. @throws RangeError when the tray has none */
function spare(session: Session): Instrument {
  const found = session.procedure.instruments.find((i) => i.syringe && i.nozzle && i.mounted === undefined)
  if (found) return found
  throw new RangeError('performer: expected a syringe without a needle on the tray, there is none')
}

/** Brings the first syringe into the joint and fills it. */
function* fillFirst(actor: Actor): Play {
  const { session } = actor
  yield* intoFluid(actor, SYRINGE)
  yield* alongAxis(actor, 1, { speed: 0.008, limit: DEEPER_M, done: () => false })
  yield* actor.plunger(SIDE, FIRST_ML + 1, 4)
  for (let i = 0; i < FILLS_S * 90 && kneeOf(session).drawn_ml < FIRST_ML; i++) yield* actor.tick()
  yield* actor.hold(0.5)
}

/** Takes the full syringe off and lays it down, takes the empty one and puts it on. */
function* change(actor: Actor, session: Session, holdsHub: boolean): Play {
  yield* takeStanding(actor)
  const full = carrierId(session, standingNeedle(session))
  const needle = yield* takeOff(actor, full, holdsHub)
  yield* layDown(actor, full)
  actor.setPlunger(SIDE, 0)
  const { id } = spare(session)
  yield* takeUp(actor, id)
  yield* putOn(actor, id, needle)
}

function* drawOn(actor: Actor, session: Session): Play {
  const wanted = kneeOf(session).drawn_ml + 2
  for (let pull = 3; pull <= 9 && kneeOf(session).drawn_ml < wanted; pull += 2) {
    yield* actor.plunger(SIDE, pull, 3)
    yield* actor.hold(1)
  }
  yield* actor.hold(1)
}

export const exchange: Drill = {
  id: 'exchange',
  title: { en: 'Exchange without moving the hub', zh: '换注射器，针座不动' },
  task: {
    en: 'The 20 mL syringe stands in the joint. Have the hub held, take the syringe off its needle, put the empty 10 mL syringe on, and draw 2 mL; the needle must not move.',
    zh: '20 mL 注射器连针留在关节内。请先固定针座，取下注射器，接上 10 mL 空注射器，再抽 2 mL；全程针不可移动。',
  },
  case: 'hot-knee',
  seconds: 180,
  leadIn: leadIn({
    plan: { anaesthetic: null, onset_s: 0 },
    moment: 'the patella is steadied',
    until: (_, seen) => seen.events.some((e) => e.subject === 'helper' && e.object === 'patella'),
    still: fillFirst,
  }),
  performers: [
    goesOn(EXPERT, function* (actor, session) {
      yield* change(actor, session, true)
      yield* drawOn(actor, session)
    }),
    goesOn(
      { id: 'hub-free', title: { en: 'Nobody holds the hub', zh: '无人固定针座' }, loses: ['hub-held'] },
      function* (actor, session) {
        yield* change(actor, session, false)
        yield* drawOn(actor, session)
      },
    ),
  ],
}
