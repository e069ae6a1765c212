// What the parts of a performance share: places, and poses that put a tool's tip there.
import { add, between, lerp, rotate, scale, type Pose, type Vec3 } from '../../../../scoring/math/index.ts'
import { assemblyOf, type Assembly, type Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import type { Portal } from '../portals.ts'
import type { KneeState } from '../state.ts'
import { aimAt } from './aim.ts'

/** The working hand, and the helper's. */
export const SIDE = 'right' as const
export const OTHER = 'left' as const

export function landmark(session: Session, name: string): Vec3 {
  const p = session.anatomy.landmarks[name]
  if (!p) throw new RangeError(`performer: the anatomy has no landmark "${name}"`)
  return p
}

/** Pose of a tool whose tip is at `tip` and whose axis runs along `axis`. */
export function aimed(tip: Vec3, axis: Vec3, reach: number): Pose {
  return { p: add(tip, scale(axis, -reach)), q: between([0, 0, 1], axis) }
}

export function kneeOf(session: Session): KneeState {
  return session.state.procedure as KneeState
}

function indexOf(session: Session, id: string): number {
  const i = session.procedure.instruments.findIndex((x) => x.id === id)
  if (i < 0) throw new RangeError(`performer: no instrument "${id}"`)
  return i
}

/** What a tool and the needle on it are together. */
export function assembled(session: Session, id: string): Assembly {
  return assemblyOf(session, indexOf(session, id))
}

/** State of the needle that goes with a tool; null = it has none now. */
export function needleOf(session: Session, id: string): Assembly['state'] {
  return assembled(session, id).state
}

/** From the origin of what a hand holds to the foremost point, m. */
export function reachOf(session: Session, id: string): number {
  return assembled(session, id).tip[2]
}

/** The tool's working axis, work frame. */
export function axisOf(session: Session, id: string): Vec3 {
  const tool = session.state.tools[indexOf(session, id)]
  return rotate(tool?.q ?? [0, 0, 0, 1], [0, 0, 1])
}

/** The foremost point, work frame. */
export function tipOf(session: Session, id: string): Vec3 {
  return assembled(session, id).tipAt
}

/** Beside the patella fluid is looked for at 10 to 20 mm (Medscape 79994), half a millimetre clear of both ends; above it no such figure was found. */
const BESIDE_M = [0.0105, 0.0195] as const
const ABOVE_M = [0.02, 0.036] as const

/** Skin point of a portal, and the fluid that is aimed at from there. */
export function wayIn(session: Session, portal: Portal, down: number): { entry: Vec3; target: Vec3 } {
  const l = (name: string): Vec3 => landmark(session, name)
  const above = portal === 'superolateral'
  const last = l('pouch_middle')
  const entry = l(above ? 'portal_superolateral' : `portal_${portal}_midpatellar`)
  const usual = above ? lerp(l('patella_superior_pole'), last, 0.3) : l('patella_front')
  const target = aimAt(session.anatomy, { entry, usual, last, down, depth_m: above ? ABOVE_M : BESIDE_M })
  return { entry, target }
}

/** Takes a tool and lifts it clear of the tray. */
export function* takeUp(actor: Actor, id: string): Play {
  yield* actor.take(SIDE, id)
  yield* actor.reach(SIDE, { p: add(actor.pose(SIDE).p, [0, 0.12, 0]), q: actor.pose(SIDE).q })
}

/** Lets the held tool go above a container. */
export function* intoBin(actor: Actor, bin: string): Play {
  const at = actor.session.procedure.fixtures.find((f) => f.id === bin)?.at
  if (!at) throw new RangeError(`performer: no fixture "${bin}"`)
  const over: Pose = { p: add(at, [0, 0.22, 0]), q: between([0, 0, 1], [0, -1, 0]) }
  yield* actor.reach(SIDE, actor.handFor(SIDE, over))
  yield* actor.squeeze(SIDE, 0)
  // up and away from the patient before anything else
  yield* actor.reach(SIDE, { p: add(actor.pose(SIDE).p, [0, 0.15, 0]), q: actor.pose(SIDE).q }, 0.3)
}

/** Lays a tool back where it came from. */
export function* layDown(actor: Actor, id: string): Play {
  const rest = actor.session.procedure.instruments.find((i) => i.id === id)?.rest
  if (!rest) return
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: add(rest.p, [0, 0.08, 0]), q: rest.q }))
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: add(rest.p, [0, 0.004, 0]), q: rest.q }), 0.6)
  yield* actor.squeeze(SIDE, 0)
  yield* actor.hold(0.5)
}
