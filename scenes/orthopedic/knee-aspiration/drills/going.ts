// What those who go on after a lead-in share: taking what stands in the knee, moving it, ending.
import { distance, mad, normalize, scale, sub, type Pose } from '../../../../scoring/math/index.ts'
import { assemblyOf, type Performer, type Session, type Text } from '../../../../src/sim/index.ts'
import { Actor, STEADY, type Play } from '../../../common/performing/actor.ts'
import { SIDE, aimed, intoBin, takeUp, wayIn } from '../performers/scene.ts'
import { axisOfBody, carrierId, happened, standing, standingNeedle } from './seen.ts'

/** How far down in the fluid the needle is aimed: 0 its roof, 1 its floor. */
const AIM = 0.85

/** Somebody who goes on: `loses` names the criteria of the drill that are lost by design. */
export function goesOn(
  who: { id: string; title: Text; loses?: readonly string[] },
  play: (actor: Actor, session: Session) => Play,
): Performer {
  return {
    id: who.id,
    title: who.title,
    loses: who.loses ?? [],
    *perform(session, seed) {
      const actor = new Actor(session, seed, STEADY)
      yield* play(actor, session)
      actor.command('finish')
      yield* actor.hold(0.3)
    },
  }
}

export const EXPERT = { id: 'expert', title: { en: 'Expert (scripted)', zh: '专家（脚本）' } } as const

/** Says phrases one after another. */
export function* says(actor: Actor, phrases: readonly string[]): Play {
  for (const phrase of phrases) {
    actor.command('say', { phrase })
    yield* actor.hold(0.6)
  }
}

/** Does an act by word: a command and a moment. */
export function* does(actor: Actor, command: string, args: Readonly<Record<string, string>>): Play {
  actor.command(command, args)
  yield* actor.hold(0.2)
}

/** Takes the syringe that stands in the knee; its plunger stays where it is. */
export function* takeStanding(actor: Actor): Play {
  const { session } = actor
  const found = standingNeedle(session)
  yield* actor.take(SIDE, carrierId(session, found))
  actor.setPlunger(SIDE, session.state.tools[found.barrel]?.syringe?.plunger_ml ?? 0)
}

/** Moves the held needle along its own axis, `way` 1 = in, -1 = out, until `done` or `limit` metres. */
export function* alongAxis(
  actor: Actor,
  way: 1 | -1,
  motion: { speed: number; limit: number; done: () => boolean },
): Play {
  yield* actor.push(SIDE, scale(axisOfBody(actor.session, standingNeedle(actor.session)), way), motion)
}

/** Takes a syringe and pushes its needle from the usual portal towards the fluid, under suction, until it is in. */
export function* intoFluid(actor: Actor, id: string): Play {
  const { session } = actor
  yield* takeUp(actor, id)
  const { entry, target } = wayIn(session, 'superolateral', AIM)
  const axis = normalize(sub(target, entry))
  const reach = assemblyOf(session, session.state.hands[1].tool).tip[2]
  const before = (gap: number): Pose => actor.handFor(SIDE, aimed(mad(entry, axis, -gap), axis, reach))
  yield* actor.reach(SIDE, before(0.065))
  yield* actor.reach(SIDE, before(0.025), 0.8)
  yield* actor.push(SIDE, axis, { speed: 0.016, limit: 0.06, done: () => standing(session) !== undefined })
  yield* actor.plunger(SIDE, 2, 4)
  const since = session.events.length
  const wet = (): boolean => happened(session.events.slice(since), 'enter', 'effusion')
  yield* actor.push(SIDE, axis, { speed: 0.008, limit: distance(entry, target) + 0.012, done: wet })
}

/** Straight back until the needle is out, and a hand's breadth more. */
export function* takeOut(actor: Actor): Play {
  const { session } = actor
  const back = scale(axisOfBody(session, standingNeedle(session)), -1)
  yield* actor.push(SIDE, back, { speed: 0.03, limit: 0.15, done: () => standing(session) === undefined })
  yield* actor.push(SIDE, back, { speed: 0.1, limit: 0.05, done: () => false })
}

/** The held sharp goes into the box. */
export function* throwAway(actor: Actor): Play {
  yield* intoBin(actor, 'sharps_box')
  actor.setPlunger(SIDE, 0)
}
