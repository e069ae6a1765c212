// What those who go on after a lead-in share: taking what stands in the knee, moving it, ending.
import { scale } from '../../../../scoring/math/index.ts'
import type { Performer, Session, Text } from '../../../../src/sim/index.ts'
import { Actor, STEADY, type Play } from '../../../common/performing/actor.ts'
import { SIDE, intoBin } from '../performers/scene.ts'
import { axisOfBody, carrierId, standing, standingNeedle } from './seen.ts'

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
