// Before the needle: records, talk, feeling, marking, and a clean field.
import { add, lerp, rotate, scale, sub, type Pose, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Actor, Play, Side } from '../../../common/performing/actor.ts'
import { FINGERTIP } from '../../../common/hands/fingertip.ts'
import type { Plan } from './plan.ts'
import { OTHER, SIDE, aimed, intoBin, landmark, layDown, reachOf, takeUp, wayIn } from './scene.ts'

const DOWN: Vec3 = [0, -1, 0]

export function* speak(actor: Actor, plan: Plan, phrases: readonly string[]): Play {
  for (const phrase of phrases.filter((x) => plan.says.includes(x))) {
    actor.command('say', { phrase })
    yield* actor.hold(1)
  }
}

export function* act(actor: Actor, plan: Plan, id: string): Play {
  if (!plan.acts.includes(id)) return
  actor.command('prepare', { act: id })
  yield* actor.hold(0.2)
}

export function* decide(actor: Actor, about: string, choice: string): Play {
  actor.command('decide', { about, choice })
  yield* actor.hold(0.1)
}

export function* read(actor: Actor, plan: Plan): Play {
  for (const field of plan.reads) {
    actor.command('open', { field })
    yield* actor.hold(0.2)
  }
}

/** Lays the open hand's fingertip on the skin over a point. */
function* touchWith(actor: Actor, side: Side, at: Vec3, seconds: number): Play {
  const q: Pose['q'] = [-Math.SQRT1_2, 0, 0, Math.SQRT1_2]
  const pose: Pose = { p: sub(at, rotate(q, FINGERTIP)), q }
  yield* actor.reach(side, { p: add(pose.p, [0, 0.06, 0.02]), q })
  yield* actor.reach(side, pose, 0.4)
  yield* actor.hold(seconds)
  yield* actor.reach(side, { p: add(pose.p, [0, 0.08, 0.05]), q }, 0.4)
}

/** Work-frame point on the skin straight above `p`. */
function skinOver(actor: Actor, p: Vec3): Vec3 {
  let y = p[1] - 0.02
  while (y < p[1] + 0.05 && actor.session.anatomy.distance(0, [p[0], y, p[2]]) < 0) y += 5e-4
  return [p[0], y, p[2]]
}

export function* palpate(actor: Actor, plan: Plan): Play {
  for (const name of plan.palpates) {
    yield* touchWith(actor, OTHER, skinOver(actor, landmark(actor.session, name)), 0.7)
  }
  if (plan.palpates.length > 0) yield* actor.reach(OTHER, { p: [-0.25, 0.22, 0.36], q: [0, 0, 0, 1] })
}

export function* mark(actor: Actor, plan: Plan): Play {
  if (!plan.marks) return
  const { entry, target } = wayIn(actor.session, plan.portal, plan.aim)
  const axis = scale(sub(target, entry), 1 / Math.sqrt(Math.max(1e-9, lengthSquared(sub(target, entry)))))
  const reach = reachOf(actor.session, 'marker')
  yield* takeUp(actor, 'marker')
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(entry, scale(axis, -0.04)), axis, reach)))
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(entry, scale(axis, 0.001)), axis, reach)), 0.5)
  yield* actor.hold(0.4)
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(entry, scale(axis, -0.06)), axis, reach)), 0.5)
  yield* layDown(actor, 'marker')
}

const lengthSquared = (v: Vec3): number => v[0] * v[0] + v[1] * v[1] + v[2] * v[2]

/** Depth at which the fluid is expected, along the needle, mm: what the learner is asked to say before the act. */
const EXPECTED_MM = { superolateral: 22, lateral: 12, medial: 25 } as const

export function* predict(actor: Actor, plan: Plan): Play {
  actor.command('predict', { depth_mm: EXPECTED_MM[plan.portal] })
  yield* actor.hold(0.1)
}

/** Strokes of a swab over the field, to and fro along the limb, from the portal outwards. */
export function* paint(actor: Actor, plan: Plan, id: string): Play {
  const { session } = actor
  const reach = reachOf(session, id)
  const bowl = session.state.tools[session.procedure.instruments.findIndex((i) => i.id === 'bowl')]?.p ?? [0, 0, 0]
  yield* takeUp(actor, id)
  const dip = (h: number): Pose => aimed(add(bowl, [0, h, 0]), DOWN, reach)
  yield* actor.reach(SIDE, actor.handFor(SIDE, dip(0.08)))
  yield* actor.reach(SIDE, actor.handFor(SIDE, dip(0.025)), 0.4)
  yield* actor.hold(0.3)
  yield* actor.reach(SIDE, actor.handFor(SIDE, dip(0.12)), 0.5)
  const { entry } = wayIn(session, plan.portal, plan.aim)
  for (const row of ROWS.slice(0, plan.strokes)) yield* stroke(actor, reach, entry, row)
  yield* intoBin(actor, 'waste')
}

const ROWS = [0, 0.014, -0.014, 0.028, -0.028, 0.042, -0.042] as const
const STROKE_M = 0.055

/** A swab is held towards the knee from the side on which the portal lies. */
function strokeAxis(entry: Vec3): Vec3 {
  return [0, -0.894, entry[2] < 0 ? 0.447 : -0.447]
}

/** The skin under a point of the field's plan, met along the axis from outside. */
function onField(actor: Actor, entry: Vec3, x: number, z: number): Vec3 {
  const { anatomy } = actor.session
  const way = strokeAxis(entry)
  const from: Vec3 = [entry[0] + x, entry[1] + 0.06, entry[2] + z - 0.067 * way[2]]
  for (let d = 0; d < 0.16; d += 5e-4) {
    const p = add(from, scale(way, d))
    if (anatomy.distance(0, p) <= 0.001) return p
  }
  return entry
}

function* stroke(actor: Actor, reach: number, entry: Vec3, z: number): Play {
  const axis = strokeAxis(entry)
  const points = [-1, -0.6, -0.2, 0.2, 0.6, 1].map((k) => onField(actor, entry, k * STROKE_M, z))
  const first = points[0]
  if (!first) return
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(first, scale(axis, -0.02)), axis, reach)), 0.25)
  for (const p of points) yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(p, axis, reach)), 0.16)
  const last = points.at(-1) ?? first
  yield* actor.reach(SIDE, actor.handFor(SIDE, aimed(add(last, scale(axis, -0.025)), axis, reach)), 0.25)
}

export function* touchThigh(actor: Actor): Play {
  const thigh = lerp(landmark(actor.session, 'pouch_middle'), landmark(actor.session, 'patella_front'), -1.6)
  yield* touchWith(actor, SIDE, skinOver(actor, thigh), 0.8)
}
