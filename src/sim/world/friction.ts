// Coulomb friction after cannon's step: cannon bounds friction by weight alone and ignores the normal force.
import type { Body, ContactEquation } from 'cannon-es'
import { add, cross, dot, mad, scale, sub, type Vec3 } from '../../../scoring/math/index.ts'

/** Steel and plastic on a cotton drape (design value). */
export const FRICTION = 0.5

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

function rub(c: ContactEquation, dt: number): void {
  const normal = c.multiplier * dt
  if (!(normal > 0)) return
  const [n, ri, rj] = [vec(c.ni), vec(c.ri), vec(c.rj)]
  const slip = sub(pointVelocity(c.bj, rj), pointVelocity(c.bi, ri))
  const tangential = mad(slip, n, -dot(slip, n))
  const speed = Math.sqrt(dot(tangential, tangential))
  if (speed < 1e-9) return
  const t = scale(tangential, 1 / speed)
  const inverse = response(c.bi, ri, t) + response(c.bj, rj, t)
  if (inverse === 0) return
  const stop = speed / inverse
  const j = stop < FRICTION * normal ? stop : FRICTION * normal
  impulse(c.bi, ri, scale(t, j))
  impulse(c.bj, rj, scale(t, -j))
}

/** Applies friction at every contact of the last step, in cannon's own order of contacts (it depends on bodies only). */
export function rubContacts(contacts: readonly ContactEquation[], dt: number): void {
  for (const c of contacts) rub(c, dt)
}
