// Another syringe on the needle that stays in the joint: somebody holds the hub (MSD Manual), the full syringe comes off,
// the next goes on.
import { add, scale, transform, type Pose, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Session } from '../../../../src/sim/index.ts'
import { carrierAt } from '../../../../src/sim/tools/mounted.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { OTHER, SIDE, assembled, axisOf } from './scene.ts'

/** Beside the hub, so that the fingers do not stand in the way of the syringe. */
const BESIDE: Vec3 = [-0.03, 0.035, 0.06]

/** Pose of the needle that a syringe carries, or that was left in the joint: its hub. */
function hubOf(session: Session, needle: number): Pose {
  const tool = session.state.tools[needle]
  if (!tool) throw new RangeError(`performer: no needle ${needle}`)
  return tool
}

/** Has the other hand hold the hub of a needle. */
export function* holdHub(actor: Actor, needle: number): Play {
  const hub = hubOf(actor.session, needle)
  yield* actor.reach(OTHER, { p: add(hub.p, BESIDE), q: [0, 0, 0, 1] })
  actor.command('helper', { verb: 'hold', target: 'hub', firmness: 2 })
  yield* actor.hold(0.3)
}

/** Takes the syringe off its needle, straight back along it. @returns index of the needle that stays */
export function* takeOff(actor: Actor, id: string, holdsHub: boolean): Play<number> {
  const { needle } = assembled(actor.session, id)
  if (holdsHub) yield* holdHub(actor, needle)
  const back = scale(axisOf(actor.session, id), -1)
  actor.command('unmount', { hand: SIDE })
  yield* actor.hold(0.3)
  yield* actor.push(SIDE, back, { speed: 0.1, limit: 0.06, done: () => false })
  return needle
}

/** Puts the syringe in the hand onto the hub of a needle in tissue, along the needle's own axis. */
export function* putOn(actor: Actor, id: string, needle: number): Play {
  const { session } = actor
  const hub = hubOf(session, needle)
  const carrier = session.procedure.instruments.find((i) => i.id === id)
  if (!carrier) throw new RangeError(`performer: no instrument "${id}"`)
  const onto = carrierAt(carrier, hub)
  const behind = { p: transform(onto, [0, 0, -0.06]), q: onto.q }
  yield* actor.reach(SIDE, actor.handFor(SIDE, behind))
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: transform(onto, [0, 0, -0.002]), q: onto.q }), 0.8)
  actor.command('mount', { hand: SIDE })
  yield* actor.hold(0.4)
}

/** Lets the hub go. */
export function* freeHub(actor: Actor, holdsHub: boolean): Play {
  if (holdsHub) actor.command('helper', { verb: 'rest', target: 'hub', firmness: 1 })
  yield* actor.hold(0.2)
}
