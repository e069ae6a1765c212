// Who holds the hub of a needle in tissue, and what the couplings of an assembly exert (SPEC S21).
import {
  add,
  compose,
  cross,
  invert,
  mad,
  scale,
  spin,
  sub,
  turn,
  IDENTITY,
  type Pose,
  type Vec3,
} from '../../../scoring/math/index.ts'
import type { Coupling } from '../procedure.ts'
import type { Session } from '../session.ts'
import type { HandState, ToolState } from '../state.ts'
import { bodyOf, graspOfBody, isFreeNeedle, isPierced, needleOf, nozzleOf } from './mounted.ts'

/** Fingers that hold a hub: firm along and across, soft in turning (design values: nobody has published them). */
export const HUB_GRIP: Coupling = { stiffness_n_m: 500, angular_nm_rad: 2, limit_n: 15, limit_nm: 0.3 }
export const HUB_VERB = 'hold'
export const HUB_TARGET = 'hub'

const isToldToHold = (h: HandState): boolean => h.verb === HUB_VERB && h.target === HUB_TARGET

/** The helper hand is told to hold a hub, and is not busy with that very assembly. */
function helperHolds(session: Session, needle: number): boolean {
  const { hands, tools } = session.state
  const body = bodyOf(tools, needle)
  return hands.some((h) => isToldToHold(h) && bodyOf(tools, h.tool) !== body)
}

/** The needle that the helper hand holds: the one it holds already, otherwise the first that is in tissue; -1 = none. */
function hubInHand(session: Session): number {
  const { tools, hands } = session.state
  if (!hands.some(isToldToHold)) return -1
  const inTissue = (_: ToolState, i: number): boolean => {
    const instrument = session.procedure.instruments[i]
    return instrument !== undefined && isFreeNeedle(instrument) && isPierced(tools, i) && helperHolds(session, i)
  }
  const same = tools.findIndex((t, i) => t.steady !== null && inTissue(t, i))
  return same >= 0 ? same : tools.findIndex(inTissue)
}

/** Notes where the helper hand began to hold a hub, and forgets it when it no longer does. */
export function steadyHub(session: Session): void {
  const found = hubInHand(session)
  session.state.tools.forEach((t, i) => {
    if (i !== found) t.steady = null
    else t.steady ??= { p: t.p, q: t.q }
  })
}

/** The hub of `needle` is held by something else than hand `side`. */
export function isHubHeld(session: Session, side: 0 | 1, needle: number): boolean {
  const { hands } = session.state
  const other = hands[side === 0 ? 1 : 0]
  return other.tool === needle || (isToldToHold(other) && other.tool !== hands[side].tool)
}

/** Where the helper's fingers want the body of an assembly, null = they do not hold it. */
export function steadyBody(session: Session, body: number): Pose | null {
  const needle = needleOf(session.state.tools, body)
  const steady = session.state.tools[needle]?.steady
  return steady ? graspOfBody(session, needle, steady) : null
}

/** Force (N) and torque about the hub (N m) of the couplings on an assembly. */
export interface Load {
  readonly f: Vec3
  readonly t: Vec3
}

/** What hands and helper exert on the needle with the hands where they are now. */
export function loadOn(session: Session, needle: number): Load {
  const { tools, hands } = session.state
  const body = bodyOf(tools, needle)
  const [tool, hub] = [tools[body], tools[needle]]
  const coupling = session.procedure.instruments[body]?.coupling
  let f: Vec3 = [0, 0, 0]
  let t: Vec3 = [0, 0, 0]
  if (!tool || !hub || !coupling) return { f, t }
  const pull = (want: Pose, c: Coupling): void => {
    f = mad(f, sub(want.p, tool.p), c.stiffness_n_m)
    t = mad(t, turn(tool.q, want.q), c.angular_nm_rad)
  }
  for (const h of hands) {
    if (bodyOf(tools, h.tool) === body) pull(compose(h.pose, graspOfBody(session, h.tool, h.grasp)), coupling)
  }
  const steady = steadyBody(session, body)
  if (steady) pull(steady, HUB_GRIP)
  return { f, t: add(t, cross(sub(tool.p, hub.p), f)) }
}

/** Pose of the hub that makes a coupling of the body exert `load`. */
function wantedHub(session: Session, needle: number, load: Load, c: Coupling): Pose | null {
  const { tools } = session.state
  const body = bodyOf(tools, needle)
  const [tool, hub, carrier] = [tools[body], tools[needle], session.procedure.instruments[body]]
  if (!tool || !hub || !carrier) return null
  const t = add(load.t, cross(sub(hub.p, tool.p), load.f))
  const want: Pose = {
    p: mad(tool.p, load.f, 1 / c.stiffness_n_m),
    q: spin(tool.q, scale(t, 1 / c.angular_nm_rad), 1),
  }
  return body === needle ? want : compose(want, nozzleOf(carrier))
}

/** Who holds the hub takes over what all together exerted: fingers that keep a needle still (SPEC S21.3). */
export function takeLoad(session: Session, needle: number, load: Load): void {
  const { tools, hands } = session.state
  const own = tools[needle]
  const coupling = session.procedure.instruments[bodyOf(tools, needle)]?.coupling
  const hand = hands.find((h) => h.tool === needle)
  const want = own && coupling && wantedHub(session, needle, load, hand ? coupling : HUB_GRIP)
  if (!own || !want) return
  if (own.steady) own.steady = hand ? { p: own.p, q: own.q } : want
  if (hand) hand.grasp = compose(invert(hand.pose), want)
}

/** Holder of a body that stays where it is. */
export const STILL_GRASP: Pose = { p: [0, 0, 0], q: IDENTITY }
