// The needle's part of a performance: anaesthetic, advance, drawing, injecting, withdrawal.
import { add, cross, distance, lerp, normalize, scale, sub, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { plunge } from './mishaps.ts'
import type { Plan } from './plan.ts'
import { SIDE, aimed, axisOf, kneeOf, landmark, needleOf, reachOf, tipOf, wayIn } from './scene.ts'

function entered(actor: Actor, since: number, site: string): boolean {
  return actor.seen.events.slice(since).some((e) => e.kind === 'enter' && e.site === site)
}

function touchedBone(actor: Actor, since: number): boolean {
  return actor.seen.events.slice(since).some((e) => e.kind === 'contact' && e.values['force_n'] !== undefined)
}

/** Brings the tip in front of the skin and through it; says from which event on this pass counts. */
function* pierce(actor: Actor, plan: Plan, id: string, way: { entry: Vec3; axis: Vec3 }): Play<number> {
  const { session } = actor
  const [reach, start] = [reachOf(session, id), add(way.entry, scale(way.axis, -0.025))]
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(start, scale(way.axis, -0.04)), way.axis, reach)))
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(start, way.axis, reach)), 0.8)
  const since = actor.seen.events.length
  const inSkin = (): boolean => entered(actor, since, 'skin')
  yield* actor.push(SIDE, way.axis, { speed: plan.speed * 2, limit: 0.06, done: inSkin })
  return since
}

function scattered(actor: Actor, plan: Plan): { entry: Vec3; axis: Vec3; target: Vec3 } {
  const { session } = actor
  const { entry, target } = wayIn(session, plan.portal, plan.aim)
  // towards the head: -x of the work frame
  const off: Vec3 = [-plan.off_m, 0, 0]
  const at = add(actor.near(entry, plan.scatter_m), off)
  const aim = add(actor.near(target, plan.scatter_m), scale(off, 0.6))
  return { entry: at, axis: normalize(sub(aim, at)), target }
}

/** One advance towards the fluid; true when it was reached. */
export function* advance(actor: Actor, plan: Plan): Play<boolean> {
  const way = scattered(actor, plan)
  const since = yield* pierce(actor, plan, plan.syringe, way)
  if (plan.suction) yield* actor.plunger(SIDE, 2, 4)
  const stop = (): boolean => entered(actor, since, 'effusion') || touchedBone(actor, since)
  const limit = Math.min(plan.deepest_m, distance(way.entry, way.target) + 0.012)
  yield* actor.push(SIDE, way.axis, { speed: plan.speed, limit, done: stop })
  yield* actor.hold(actor.manner.reaction_ticks / 90)
  if (!entered(actor, since, 'effusion')) return false
  if (plan.plunges) yield* plunge(actor, way.axis, plan.speed)
  if (plan.follows) yield* settleDeep(actor, plan)
  if (plan.sweep > 0) yield* sweep(actor, plan)
  return true
}

/** A pass that is aimed too flat: onto the patella, a little back, and onto it again. */
export function* meetBone(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const { entry } = wayIn(session, plan.portal, plan.aim)
  const bone = add(
    lerp(landmark(session, 'patella_superolateral'), landmark(session, 'patella_front'), 0.4),
    [0, -0.008, 0],
  )
  const axis = normalize(sub(bone, entry))
  const since = yield* pierce(actor, plan, plan.syringe, { entry, axis })
  for (let i = 0; i < 2; i++) {
    const from = actor.seen.events.length
    const touched = (): boolean => touchedBone(actor, Math.max(since, from))
    yield* actor.push(SIDE, axis, { speed: plan.speed, limit: 0.045, done: touched })
    yield* actor.push(SIDE, scale(axis, -1), { speed: plan.speed * 2, limit: 0.012, done: () => false })
    yield* actor.hold(0.2)
  }
  yield* withdraw(actor, plan.syringe)
}

/** Tilts the syringe to and fro about the skin: the deep tip goes the other way. */
function* sweep(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const needle = needleOf(session, plan.syringe)
  if (!needle) return
  const axis = axisOf(session, plan.syringe)
  const aside = normalize(cross(axis, [0, 1, 0]))
  for (const way of [1, -1, 0]) {
    const tilted = normalize(add(axis, scale(aside, way * plan.sweep)))
    const tip = add(needle.entry, scale(tilted, needle.depth))
    yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(tip, tilted, reachOf(session, plan.syringe))), 0.5)
    yield* actor.hold(0.2)
  }
}

function layerAhead(session: Session, id: string, ahead: number): string {
  const p = add(tipOf(session, id), scale(axisOf(session, id), ahead))
  return session.anatomy.layers[session.anatomy.layerAt(p)] ?? ''
}

/** Room in front of the tip before it would touch bone, m. */
function roomAhead(session: Session, id: string): number {
  const { anatomy } = session
  const tip = tipOf(session, id)
  const bones = ['femur', 'patella', 'tibia'].filter((b) => anatomy.structures.includes(b))
  return Math.min(1, ...bones.map((bone) => anatomy.distance(anatomy.structures.indexOf(bone), tip)))
}

/** Deep enough that the roof of the fluid will not sink past the bevel, short of its floor and of bone. */
function* settleDeep(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const near = (): boolean =>
    layerAhead(session, plan.syringe, 0.002) !== 'effusion' || roomAhead(session, plan.syringe) < 0.0045
  yield* actor.push(SIDE, axisOf(session, plan.syringe), { speed: plan.speed, limit: 0.014, done: near })
  yield* actor.hold(0.3)
  // a bevel against the floor draws nothing: a little back, as long as there is fluid behind it
  const free = (): boolean =>
    layerAhead(session, plan.syringe, 0.001) === 'effusion' || layerAhead(session, plan.syringe, -0.002) !== 'effusion'
  const back = scale(axisOf(session, plan.syringe), -1)
  yield* actor.push(SIDE, back, { speed: plan.speed / 2, limit: 0.008, done: free })
}

/** Offsets along the needle, from the tip, between which fluid lies nearest to it, m; undefined = none within 9 mm. */
function fluidAlong(session: Session, id: string): readonly [number, number] | undefined {
  let best: [number, number] | undefined
  let from = NaN
  for (let d = -0.009; d <= 0.0095; d += 5e-4) {
    const wet = d <= 0.009 && layerAhead(session, id, d) === 'effusion'
    if (wet && from !== from) from = d
    if (wet || from !== from) continue
    const near = (low: number, high: number): number => Math.max(low, -high, 0)
    if (!best || near(from, d) < near(best[0], best[1])) best = [from, d]
    from = NaN
  }
  return best
}

/** The fluid has moved away from the tip: the tip goes back into the middle of it, never onto bone. */
function* follow(actor: Actor, plan: Plan, slack_m: number): Play<boolean> {
  const { session } = actor
  const fluid = fluidAlong(session, plan.syringe)
  if (!fluid) return false
  const way = (fluid[0] + fluid[1]) / 2
  const tooNear = (): boolean => way > 0 && roomAhead(session, plan.syringe) < 0.0032
  if (Math.abs(way) < 4e-4 || tooNear()) return false
  const axis = scale(axisOf(session, plan.syringe), way > 0 ? 1 : -1)
  const from = tipOf(session, plan.syringe)
  // the tissue holds the needle: the hand goes on, `slack_m` at most, until the tip has followed
  const there = (): boolean => tooNear() || distance(tipOf(session, plan.syringe), from) > Math.abs(way) - 3e-4
  yield* actor.push(SIDE, axis, { speed: plan.speed / 2, limit: Math.abs(way) + slack_m, done: there })
  yield* actor.hold(0.2)
  return true
}

/** Brings the opening into the fluid; a needle held by its tissue moves only once the hand has moved enough. */
function* centre(actor: Actor, plan: Plan, slack_m = 0): Play {
  const wet = (d: number): boolean => layerAhead(actor.session, plan.syringe, d) === 'effusion'
  for (let i = 0; i < 6 && !(wet(0) && wet(-0.001)); i++) if (!(yield* follow(actor, plan, slack_m))) return
}

/** Share of the fluid after which the expert presses the pouch. */
const MILK_FROM = 0.4

export function* drain(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const capacity = session.procedure.instruments.find((i) => i.id === plan.syringe)?.syringe?.capacity_ml ?? 0
  const wanted = kneeOf(session).initial_ml * plan.drain
  const pull = Math.min(capacity, wanted + 3)
  const enough = (): boolean => kneeOf(session).drawn_ml >= wanted
  let pressed = !plan.milks
  const press = (): void => {
    if (!pressed) actor.command('helper', { verb: 'press', target: 'pouch', firmness: 2 })
    pressed = true
  }
  for (let stalls = 0; stalls < 8 && !enough();) {
    const before = kneeOf(session).drawn_ml
    // the pouch is milked before it runs dry: then the tip can stay where it is
    if (before > kneeOf(session).initial_ml * MILK_FROM) press()
    yield* actor.plunger(SIDE, Math.min(pull, before + 3), 4)
    yield* actor.hold(1)
    if (kneeOf(session).drawn_ml - before > 0.2) continue
    stalls++
    press()
    if (plan.follows) yield* centre(actor, plan)
    else if (stalls > 1) break
  }
  press()
  yield* actor.hold(0.6)
}

/** Straight back along the needle's own axis until it is out, and a hand's breadth more. */
export function* withdraw(actor: Actor, id: string): Play {
  const { session } = actor
  const back = scale(axisOf(session, id), -1)
  const out = (): boolean => needleOf(session, id)?.inserted !== true
  yield* actor.push(SIDE, back, { speed: 0.03, limit: 0.15, done: out })
  yield* actor.push(SIDE, back, { speed: 0.1, limit: 0.05, done: () => false })
}

/** Skin wheal and track with the fine needle; the tip stays outside the capsule unless the plan is to go deep. */
export function* anaesthetise(actor: Actor, plan: Plan, id: string, dose: NonNullable<Plan['anaesthetic']>): Play {
  const way = scattered(actor, { ...plan, scatter_m: plan.scatter_m / 2 })
  actor.command('draw_up', { drug: dose.drug, ml: dose.ml })
  actor.setPlunger(SIDE, dose.ml)
  yield* actor.hold(0.2)
  const since = yield* pierce(actor, plan, id, way)
  const give = function* (left: number): Play {
    yield* actor.plunger(SIDE, dose.ml * left, 1.2)
    yield* actor.hold(0.3)
  }
  yield* give(0.7)
  // drawn back a little on the way: blood in the syringe would say that the tip is in a vessel
  if (plan.drawsBack) yield* actor.plunger(SIDE, dose.ml * 0.7 + 0.2, 1)
  const stop = (): boolean => entered(actor, since, dose.deep ? 'effusion' : 'capsule')
  const limit = dose.deep ? 0.036 : 0.006
  yield* actor.push(SIDE, way.axis, { speed: 0.008, limit, done: stop })
  yield* actor.hold(0.2)
  yield* give(0)
  yield* withdraw(actor, id)
}

/** Out of the joint, not out of the skin. */
function* drawBack(actor: Actor, id: string): Play {
  const back = scale(axisOf(actor.session, id), -1)
  const out = (): boolean => ['fat', 'muscle'].includes(layerAhead(actor.session, id, 0.002))
  yield* actor.push(SIDE, back, { speed: 0.008, limit: 0.03, done: out })
  yield* actor.hold(0.2)
}

/** The drug into what is left in the joint, through the needle that drained it. */
export function* inject(actor: Actor, plan: Plan, id: string): Play {
  if (plan.injectsShort) yield* drawBack(actor, id)
  else yield* centre(actor, { ...plan, syringe: id }, 0.006)
  yield* actor.plunger(SIDE, 0, 0.7)
  yield* actor.hold(0.5)
}
