// Scripted attempts through the same ticks as a person's. Figures of these are software tests, no evidence of skill.
import {
  add,
  between,
  distance,
  lerp,
  normalize,
  rotate,
  scale,
  sub,
  transform,
  uniform,
  type Pose,
  type Vec3,
} from '../../../scoring/math/index.ts'
import type { Performer, Session } from '../../../src/sim/index.ts'
import { Actor, STEADY, type Manner, type Play } from '../../common/performing/actor.ts'
import { fluidUnder } from './anatomy.ts'
import type { KneeState } from './state.ts'

const SIDE = 'right' as const

function landmark(session: Session, name: string): Vec3 {
  const p = session.anatomy.landmarks[name]
  if (!p) throw new RangeError(`performer: the anatomy has no landmark "${name}"`)
  return p
}

/** Pose of a tool whose tip is at `tip` and whose axis runs along `axis`. */
function aimed(tip: Vec3, axis: Vec3, reach: number): Pose {
  return { p: add(tip, scale(axis, -reach)), q: between([0, 0, 1], axis) }
}

function hasEntered(actor: Actor, site: string): boolean {
  return actor.seen.events.some((e) => e.kind === 'enter' && e.site === site)
}

function touchedBone(actor: Actor, since: number): boolean {
  return actor.seen.events.slice(since).some((e) => e.kind === 'contact')
}

function kneeOf(session: Session): KneeState {
  return session.state.procedure as KneeState
}

interface Plan {
  readonly manner: Manner
  readonly syringe: string
  /** Needle speed in tissue, m/s. */
  readonly speed: number
  /** Scatter of the entry point and of the aim, m. */
  readonly scatter_m: number
  /** How far down in the fluid the aim lies: 0 its roof, 1 its floor. */
  readonly aim: number
  readonly drain: number
  /** Follows the sinking fluid with the tip. */
  readonly follows: boolean
  readonly steadies: boolean
  readonly suction: boolean
  readonly disposes: boolean
}

const EXPERT: Plan = {
  manner: STEADY,
  syringe: 'syringe-50',
  speed: 0.008,
  scatter_m: 0.0008,
  aim: 0.85,
  drain: 0.7,
  follows: true,
  steadies: true,
  suction: true,
  disposes: true,
}

function reachOf(session: Session, id: string): number {
  return session.procedure.instruments.find((i) => i.id === id)?.tip[2] ?? 0
}

/** One advance from the skin towards the pouch; true when fluid was reached. */
function* advance(actor: Actor, plan: Plan, target: Vec3): Play<boolean> {
  const { session } = actor
  const reach = reachOf(session, plan.syringe)
  const entry = actor.near(landmark(session, 'portal_superolateral'), plan.scatter_m)
  const axis = normalize(sub(actor.near(target, plan.scatter_m), entry))
  const start = add(entry, scale(axis, -0.025))
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(start, scale(axis, -0.04)), axis, reach)))
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(start, axis, reach)), 0.8)
  const since = actor.seen.events.length
  const inSkin = (): boolean => actor.seen.events.slice(since).some((e) => e.kind === 'enter')
  yield* actor.push(SIDE, axis, { speed: plan.speed * 2, limit: 0.06, done: inSkin })
  if (plan.suction) yield* actor.plunger(SIDE, 2, 4)
  const deep = distance(entry, target) + 0.012
  const stop = (): boolean => hasEntered(actor, 'effusion') || touchedBone(actor, since)
  yield* actor.push(SIDE, axis, { speed: plan.speed, limit: deep, done: stop })
  yield* actor.hold(actor.manner.reaction_ticks / 90)
  if (!hasEntered(actor, 'effusion')) return false
  if (plan.follows) yield* settleDeep(actor, plan)
  return true
}

/** The tissue `ahead` metres in front of the tip. */
function layerAhead(session: Session, id: string, ahead: number): string {
  const p = add(tipOf(session, id), scale(axisOf(session, id), ahead))
  return session.anatomy.layers[session.anatomy.layerAt(p)] ?? ''
}

/** Deep enough that the roof of the pouch will not sink past the bevel, short of its floor and of bone. */
function* settleDeep(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const near = (): boolean =>
    layerAhead(session, plan.syringe, 0.002) !== 'effusion' || roomAhead(session, plan.syringe) < 0.0045
  yield* actor.push(SIDE, axisOf(session, plan.syringe), { speed: plan.speed, limit: 0.014, done: near })
  yield* actor.hold(0.3)
}

/** Straight back along the needle's own axis until it is out, and a hand's breadth more. */
function* withdraw(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const back = scale(axisOf(session, plan.syringe), -1)
  const index = session.procedure.instruments.findIndex((i) => i.id === plan.syringe)
  const out = (): boolean => session.state.tools[index]?.needle?.inserted !== true
  yield* actor.push(SIDE, back, { speed: 0.03, limit: 0.15, done: out })
  yield* actor.push(SIDE, back, { speed: 0.1, limit: 0.05, done: () => false })
}

/** Room in front of the tip before it would touch bone, m. */
function roomAhead(session: Session, id: string): number {
  const { anatomy } = session
  const tip = tipOf(session, id)
  return Math.min(
    ...['femur', 'patella', 'tibia'].map((bone) => anatomy.distance(anatomy.structures.indexOf(bone), tip)),
  )
}

/** The fluid has sunk away from the tip: follow it, a millimetre at a time, never onto bone. */
function* follow(actor: Actor, plan: Plan): Play<boolean> {
  const { session } = actor
  if (roomAhead(session, plan.syringe) < 0.0032) return false
  const axis = axisOf(session, plan.syringe)
  yield* actor.push(SIDE, axis, { speed: plan.speed / 2, limit: 0.001, done: () => false })
  yield* actor.hold(0.4)
  return true
}

function* drain(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const capacity = session.procedure.instruments.find((i) => i.id === plan.syringe)?.syringe?.capacity_ml ?? 0
  const wanted = kneeOf(session).initial_ml * plan.drain
  const pull = Math.min(capacity, wanted + 3)
  const enough = (): boolean => kneeOf(session).drawn_ml >= wanted
  for (let stalls = 0; stalls < 40 && !enough();) {
    const before = kneeOf(session).drawn_ml
    yield* actor.plunger(SIDE, Math.min(pull, before + 3), 4)
    yield* actor.hold(1)
    if (kneeOf(session).drawn_ml - before > 0.2) continue
    stalls++
    if (!plan.follows || !(yield* follow(actor, plan))) break
  }
  yield* actor.hold(0.6)
}

function* dispose(actor: Actor): Play {
  const { session } = actor
  const bin = session.procedure.fixtures.find((f) => f.bin)
  if (!bin) return
  const over: Pose = { p: add(bin.at, [0, 0.22, 0]), q: between([0, 0, 1], [0, -1, 0]) }
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: over.p, q: over.q }))
  yield* actor.squeeze(SIDE, 0)
  yield* actor.hold(0.3)
}

function* layDown(actor: Actor, plan: Plan): Play {
  const rest = actor.session.procedure.instruments.find((i) => i.id === plan.syringe)?.rest
  if (!rest) return
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: add(rest.p, [0, 0.08, 0]), q: rest.q }))
  yield* actor.reach(SIDE, actor.handFor(SIDE, { p: add(rest.p, [0, 0.004, 0]), q: rest.q }), 0.6)
  yield* actor.squeeze(SIDE, 0)
  yield* actor.hold(0.5)
}

function* aspirate(session: Session, seed: number, plan: Plan): Play {
  const actor = new Actor(session, seed, plan.manner)
  yield* actor.hold(0.5)
  actor.command('say', { phrase: 'explain' })
  const patella = landmark(session, 'patella_front')
  if (plan.steadies) {
    yield* actor.reach('left', { p: add(patella, [-0.03, 0.04, 0.07]), q: [0, 0, 0, 1] })
    actor.command('helper', { verb: 'steady', target: 'patella', firmness: 2 })
  }
  yield* actor.take(SIDE, plan.syringe)
  yield* actor.reach(SIDE, { p: add(actor.pose(SIDE).p, [0, 0.12, 0]), q: actor.pose(SIDE).q })
  const above = lerp(landmark(session, 'patella_superior_pole'), landmark(session, 'pouch_middle'), 0.3)
  const target = fluidUnder(session.anatomy, above, plan.aim)
  for (let attempt = 0; attempt < 4; attempt++) {
    if (yield* advance(actor, plan, target)) break
    yield* withdraw(actor, plan)
  }
  yield* drain(actor, plan)
  yield* withdraw(actor, plan)
  if (plan.steadies) actor.command('helper', { verb: 'rest', target: 'patella', firmness: 1 })
  if (plan.disposes) yield* dispose(actor)
  else yield* layDown(actor, plan)
  actor.command('finish')
  yield* actor.hold(0.3)
}

/** A beginner: slow hands, aim that wanders by millimetres, late stops, half the fluid, syringe left on the tray. */
function novicePlan(seed: number): Plan {
  const s = { state: seed | 0 }
  return {
    manner: { tremor_mm: 0.8, reach_m_s: 0.2, reaction_ticks: 45 },
    syringe: uniform(s, 0, 1) < 0.5 ? 'syringe-20' : 'syringe-10',
    speed: 0.014,
    scatter_m: 0.006,
    aim: 0.5,
    drain: 0.3,
    follows: false,
    steadies: uniform(s, 0, 1) < 0.4,
    suction: uniform(s, 0, 1) < 0.4,
    disposes: false,
  }
}

export const performers: readonly Performer[] = [
  {
    id: 'expert',
    title: { en: 'Expert (scripted)', zh: '专家（脚本）' },
    loses: [],
    perform: (session, seed) => aspirate(session, seed, EXPERT),
  },
  {
    id: 'novice',
    title: { en: 'Novice (scripted)', zh: '新手（脚本）' },
    loses: ['sharps'],
    perform: (session, seed) => aspirate(session, seed, novicePlan(seed)),
  },
]

/** The tool's working axis, work frame. */
function axisOf(session: Session, id: string): Vec3 {
  const tool = session.state.tools[session.procedure.instruments.findIndex((x) => x.id === id)]
  return tool ? rotate(tool.q, [0, 0, 1]) : [0, 0, 1]
}

/** The tool's tip, work frame. */
function tipOf(session: Session, id: string): Vec3 {
  const i = session.procedure.instruments.findIndex((x) => x.id === id)
  const [tool, instrument] = [session.state.tools[i], session.procedure.instruments[i]]
  if (!tool || !instrument) throw new RangeError(`no instrument "${id}"`)
  return transform(tool, instrument.tip)
}

/** The expert with hands that do not tremble: for tests that resample the motion, which must not live by a tremor. */
export const calmExpert: Performer = {
  id: 'calm-expert',
  title: { en: 'Expert without tremor (scripted)', zh: '无震颤的专家（脚本）' },
  loses: [],
  perform: (session, seed) => aspirate(session, seed, { ...EXPERT, manner: { ...STEADY, tremor_mm: 0 } }),
}
