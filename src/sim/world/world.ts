// cannon-es behind one adapter (SPEC S10). It moves only what no hand holds and forgets everything between ticks: each
// step copies the whole state in, so a fresh world and a used one cannot differ.
import { Body, Box, GSSolver, NaiveBroadphase, Sphere, Vec3 as CVec3, World as CannonWorld } from 'cannon-es'
import type { Pose, Vec3 } from '../../../scoring/math/index.ts'
import type { Box as BoxShape, Fixture, Instrument } from '../procedure.ts'
import type { ToolState } from '../state.ts'
import { rubContacts } from './friction.ts'

const FIXED = 1
const LOOSE = 2
const MOVER = 4
/** Where bodies wait that take no part. */
const PARKED: Vec3 = [0, -50, 0]
/** Radius of a closed hand, m: an open one reaches between instruments without scattering them. */
export const FIST_RADIUS_M = 0.025
/** Exact damping by a factor a tick; cannon's own calls Math.pow. */
const LINEAR_KEEP = 0.9995
const ANGULAR_KEEP = 0.998

export interface World {
  readonly cannon: CannonWorld
  readonly tools: readonly Body[]
  readonly fists: readonly [Body, Body]
  readonly fixtures: readonly { readonly id: string; readonly body: Body }[]
}

/** A closed, empty hand that pushes things. */
export interface Fist {
  readonly from: Pose
  readonly to: Pose
}

function addBoxes(body: Body, boxes: readonly BoxShape[]): void {
  for (const b of boxes) body.addShape(new Box(new CVec3(...b.half)), new CVec3(...b.at))
}

/** Moments of inertia of the boxes, weighted by volume, about the tool's axes, kg m^2. */
export function boxInertia(mass: number, boxes: readonly BoxShape[]): Vec3 {
  const volume = (b: BoxShape): number => 8 * b.half[0] * b.half[1] * b.half[2]
  const total = boxes.reduce((sum, b) => sum + volume(b), 0)
  const out: [number, number, number] = [0, 0, 0]
  for (const b of boxes) {
    const m = (mass * volume(b)) / total
    for (let i = 0; i < 3; i++) {
      const j = (i + 1) % 3
      const k = (i + 2) % 3
      const [hj, hk, aj, ak] = [b.half[j] ?? 0, b.half[k] ?? 0, b.at[j] ?? 0, b.at[k] ?? 0]
      out[i] = (out[i] ?? 0) + (m * (hj * hj + hk * hk)) / 3 + m * (aj * aj + ak * ak)
    }
  }
  return out
}

function toolBody(instrument: Instrument): Body {
  const body = new Body({ mass: instrument.mass_kg, linearDamping: 0, angularDamping: 0 })
  addBoxes(body, instrument.boxes)
  // set, not taken from the bounding box: cannon's own depends on the pose at addShape
  const [x, y, z] = boxInertia(instrument.mass_kg, instrument.boxes)
  body.inertia.set(x, y, z)
  body.invInertia.set(1 / x, 1 / y, 1 / z)
  body.allowSleep = false
  body.collisionFilterGroup = LOOSE
  body.collisionFilterMask = FIXED | LOOSE | MOVER
  return body
}

function fistBody(): Body {
  const body = new Body({ type: Body.KINEMATIC, linearDamping: 0, angularDamping: 0 })
  body.addShape(new Sphere(FIST_RADIUS_M))
  body.allowSleep = false
  body.collisionFilterGroup = MOVER
  body.collisionFilterMask = LOOSE
  body.position.set(...PARKED)
  return body
}

function fixtureBody(fixture: Fixture): Body {
  const body = new Body({ mass: 0, position: new CVec3(...fixture.at) })
  addBoxes(body, fixture.boxes)
  body.collisionFilterGroup = FIXED
  body.collisionFilterMask = LOOSE
  return body
}

/** Builds every body once, in one order: fixtures, tools, fists. Bodies are never added or removed later. */
export function buildWorld(instruments: readonly Instrument[], fixtures: readonly Fixture[]): World {
  const cannon = new CannonWorld({ gravity: new CVec3(0, -9.81, 0), allowSleep: false })
  cannon.broadphase = new NaiveBroadphase()
  const solver = new GSSolver()
  solver.iterations = 10
  solver.tolerance = 0
  cannon.solver = solver
  Object.assign(cannon.defaultContactMaterial, {
    friction: 0,
    restitution: 0,
    contactEquationStiffness: 1e7,
    // ticks over which a contact is made good: with 4 (cannon's own is 3) boxes rock on their corners and creep
    contactEquationRelaxation: 8,
  })
  const world: World = {
    cannon,
    fixtures: fixtures.map((f) => ({ id: f.id, body: fixtureBody(f) })),
    tools: instruments.map(toolBody),
    fists: [fistBody(), fistBody()],
  }
  for (const b of [...world.fixtures.map((f) => f.body), ...world.tools, ...world.fists]) cannon.addBody(b)
  return world
}

function place(body: Body, t: { p: Vec3; q: Pose['q']; v: Vec3; w: Vec3 }): void {
  body.position.set(...t.p)
  body.quaternion.set(...t.q)
  body.velocity.set(...t.v)
  body.angularVelocity.set(...t.w)
  body.force.setZero()
  body.torque.setZero()
  body.aabbNeedsUpdate = true
  body.updateInertiaWorld()
}

const STILL: Vec3 = [0, 0, 0]

/** A needle on a nozzle is no body of its own: it takes no part. */
function park(body: Body): void {
  body.type = Body.KINEMATIC
  body.sleepState = Body.SLEEPING
  body.collisionFilterGroup = 0
  body.collisionFilterMask = 0
  place(body, { p: PARKED, q: [0, 0, 0, 1], v: STILL, w: STILL })
}

function loadTool(body: Body, tool: ToolState): void {
  if (tool.mode === 'mounted') {
    park(body)
    return
  }
  body.type = tool.mode === 'held' ? Body.KINEMATIC : Body.DYNAMIC
  body.sleepState = tool.mode === 'rest' ? Body.SLEEPING : Body.AWAKE
  body.collisionFilterGroup = tool.mode === 'held' ? MOVER : LOOSE
  body.collisionFilterMask = tool.mode === 'held' ? LOOSE : FIXED | LOOSE | MOVER
  place(body, tool.mode === 'rest' ? { ...tool, v: STILL, w: STILL } : tool)
}

function loadFist(body: Body, fist: Fist | null, dt: number): void {
  if (!fist) {
    place(body, { p: PARKED, q: [0, 0, 0, 1], v: STILL, w: STILL })
    return
  }
  const [a, b] = [fist.from.p, fist.to.p]
  place(body, { p: a, q: fist.from.q, v: [(b[0] - a[0]) / dt, (b[1] - a[1]) / dt, (b[2] - a[2]) / dt], w: STILL })
}

function readTool(body: Body, tool: ToolState): void {
  const { position: p, quaternion: q, velocity: v, angularVelocity: w } = body
  tool.p = [p.x, p.y, p.z]
  tool.q = [q.x, q.y, q.z, q.w]
  tool.v = [v.x * LINEAR_KEEP, v.y * LINEAR_KEEP, v.z * LINEAR_KEEP]
  tool.w = [w.x * ANGULAR_KEEP, w.y * ANGULAR_KEEP, w.z * ANGULAR_KEEP]
}

/**
 * One step for the loose tools. Held tools push with the given mean velocity; resting ones are as walls. Does nothing
 * when nothing is loose, which is most of an attempt.
 * @param movers for held tools: pose and mean velocity at the start of the tick, by tool index
 * @returns touching pairs of bodies by index in the world, sorted
 */
export function stepWorld(
  world: World,
  tools: readonly ToolState[],
  movers: { readonly held: ReadonlyMap<number, ToolState>; readonly fists: readonly (Fist | null)[] },
  dt: number,
): number[] {
  if (!tools.some((t) => t.mode === 'loose')) return []
  tools.forEach((t, i) => {
    const body = world.tools[i]
    if (body) loadTool(body, movers.held.get(i) ?? t)
  })
  world.fists.forEach((b, i) => loadFist(b, movers.fists[i] ?? null, dt))
  world.cannon.step(dt)
  rubContacts(world.cannon.contacts, dt)
  tools.forEach((t, i) => {
    const body = world.tools[i]
    if (body && t.mode === 'loose') readTool(body, t)
  })
  return touching(world)
}

function touching(world: World): number[] {
  const pairs = new Set<number>()
  for (const c of world.cannon.contacts) {
    const [a, b] = c.bi.index < c.bj.index ? [c.bi.index, c.bj.index] : [c.bj.index, c.bi.index]
    pairs.add(a * 1000 + b)
  }
  return [...pairs].sort((a, b) => a - b)
}

/** Fixture that the tool touches by the pairs of the last step, or ''. */
export function fixtureUnder(world: World, tool: number, pairs: readonly number[]): string {
  const index = world.fixtures.length + tool
  const pair = pairs.find((p) => p % 1000 === index && Math.floor(p / 1000) < world.fixtures.length)
  return pair === undefined ? '' : (world.fixtures[Math.floor(pair / 1000)]?.id ?? '')
}
