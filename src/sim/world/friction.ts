// Coulomb friction around cannon's step: cannon bounds friction by weight alone and ignores the normal force.
import type { Body, ContactEquation } from 'cannon-es'
import { add, cross, dot, length, mad, scale, spin, sub, type Vec3 } from '../../../scoring/math/index.ts'

/** Steel and plastic on a cotton drape (design value). */
export const FRICTION = 0.5
/** Passes over the contacts: with one, a block on four corners still creeps down a slope. */
const PASSES = 4

interface Vec {
  readonly x: number
  readonly y: number
  readonly z: number
}
const vec = (v: Vec): Vec3 => [v.x, v.y, v.z]

function pointVelocity(b: Body, r: Vec3): Vec3 {
  return add(vec(b.velocity), cross(vec(b.angularVelocity), r))
}

/** Inverse mass that a unit impulse at `r` along `t` meets, 1/kg; 0 for what cannot move. */
function response(b: Body, r: Vec3, t: Vec3): number {
  if (b.invMassSolve === 0) return 0
  const arm = cross(r, t)
  return b.invMass + dot(turned(b, arm), arm)
}

function turned(b: Body, v: Vec3): Vec3 {
  const e = b.invInertiaWorld.elements
  const row = (i: number): number => (e[i] ?? 0) * v[0] + (e[i + 1] ?? 0) * v[1] + (e[i + 2] ?? 0) * v[2]
  return [row(0), row(3), row(6)]
}

function impulse(b: Body, r: Vec3, j: Vec3): void {
  if (b.invMassSolve === 0) return
  const v = mad(vec(b.velocity), j, b.invMass)
  const w = add(vec(b.angularVelocity), turned(b, cross(r, j)))
  b.velocity.set(...v)
  b.angularVelocity.set(...w)
}

/** One contact: its normal, arms, the normal impulse (N s), the friction impulse, and the speed of parting to keep. */
interface Rub {
  readonly bi: Body
  readonly bj: Body
  readonly n: Vec3
  readonly ri: Vec3
  readonly rj: Vec3
  readonly keep: number
  readonly inverse: number
  press: number
  j: Vec3
}

function slipOf(r: Pick<Rub, 'bi' | 'bj' | 'ri' | 'rj'>): Vec3 {
  return sub(pointVelocity(r.bj, r.rj), pointVelocity(r.bi, r.ri))
}

function rubOf(c: ContactEquation, dt: number): Rub {
  const { bi, bj } = c
  const [n, ri, rj] = [vec(c.ni), vec(c.ri), vec(c.rj)]
  const parting = dot(slipOf({ bi, bj, ri, rj }), n)
  const press = c.multiplier * dt
  const inverse = response(bi, ri, n) + response(bj, rj, n)
  return { bi, bj, n, ri, rj, keep: press > 0 || parting < 0 ? parting : 0, inverse, press, j: [0, 0, 0] }
}

function push(r: Rub, j: Vec3): void {
  impulse(r.bj, r.rj, j)
  impulse(r.bi, r.ri, scale(j, -1))
}

/** Friction turns bodies; the normal forces answer at once, else a block on a slope rocks and creeps. */
function press(r: Rub, slip: Vec3): void {
  if (r.inverse === 0) return
  const more = (r.keep - dot(slip, r.n)) / r.inverse
  const total = r.press + more
  const kept = total > 0 ? total : 0
  push(r, scale(r.n, kept - r.press))
  r.press = kept
}

/** Brings the slip at a contact to zero, or as near to it as the normal force allows. */
function rub(r: Rub): void {
  press(r, slipOf(r))
  const slip = slipOf(r)
  const tangential = mad(slip, r.n, -dot(slip, r.n))
  const speed = length(tangential)
  const most = FRICTION * r.press
  if (speed < 1e-9 && length(r.j) <= most) return
  const t = speed > 0 ? scale(tangential, 1 / speed) : tangential
  const inverse = response(r.bi, r.ri, t) + response(r.bj, r.rj, t)
  const wanted = inverse > 0 ? mad(r.j, t, -speed / inverse) : r.j
  const size = length(wanted)
  const j = size > most ? scale(wanted, most / size) : wanted
  push(r, sub(j, r.j))
  r.j = j
}

/** How a body moved in the step; friction changes that too, not only the next step's speed. */
interface Before {
  readonly body: Body
  readonly v: Vec3
  readonly w: Vec3
}

function moveBack({ body, v, w }: Before, dt: number): void {
  const p = mad(vec(body.position), sub(vec(body.velocity), v), dt)
  const { x, y, z, w: s } = body.quaternion
  const q = spin([x, y, z, s], sub(vec(body.angularVelocity), w), dt)
  body.position.set(...p)
  body.quaternion.set(...q)
}

/**
 * Applies friction at every contact of the step just made, in cannon's own order of contacts (it depends on bodies
 * only): to the velocities, and to the way that they have moved the bodies in this step.
 */
export function rubContacts(contacts: readonly ContactEquation[], dt: number): void {
  const rubs = contacts.map((c) => rubOf(c, dt))
  if (rubs.length === 0) return
  const bodies = new Set(rubs.flatMap(({ bi, bj }) => [bi, bj]).filter((b) => b.invMassSolve !== 0))
  const before = [...bodies].map((body): Before => ({ body, v: vec(body.velocity), w: vec(body.angularVelocity) }))
  for (let pass = 0; pass < PASSES; pass++) for (const r of rubs) rub(r)
  for (const b of before) moveBack(b, dt)
}
