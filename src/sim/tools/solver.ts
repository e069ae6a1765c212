// The implicit solve of a held tool (SPEC S12): backward Euler over one substep for six unknown velocities.
//
// Every spring that acts on the tool is a row: direction n (unit, world) through a point r from the tool's origin. With
// J = (n, r x n) and u the new velocity, the row's force is f = k (e - h J.u) + c (t - J.u), so
//   (M + sum (h c + h^2 k) J J^T) u = M u0 + sum h (k e + c t) J
// which is solved exactly by LDL^T. A row beyond its limit becomes a constant force and the system is solved again.
import type { Vec3 } from '../../../scoring/math/index.ts'

export interface Row {
  readonly n: Vec3
  /** Point of attack from the tool's origin, world axes, m. */
  readonly r: Vec3
  readonly k: number
  readonly c: number
  /** How far the row wants to move the tool along n, m. */
  readonly e: number
  /** Wanted speed along n, m/s. */
  readonly t: number
  readonly low: number
  readonly high: number
}

export interface Inertia {
  /** Mass that the coupling moves, kg, and its moment of inertia, kg m^2. */
  readonly mass: number
  readonly moment: number
}

/** A vector spring (the hand's grip): saturates in length, not by axis. Acts on the origin or as a torque. */
export interface Grip {
  readonly k: number
  readonly c: number
  readonly e: Vec3
  readonly t: Vec3
  readonly limit: number
  /** 0 = force on the origin, 3 = torque. */
  readonly at: 0 | 3
  /** Filled in: force (N) or torque (N m) that the grip exerts. */
  force: number
}

const A = new Float64Array(36)
const B = new Float64Array(6)
const X = new Float64Array(6)
const J = new Float64Array(6)
const MAX_PASSES = 8

function jacobian(row: Row): void {
  const { n, r } = row
  J[0] = n[0]
  J[1] = n[1]
  J[2] = n[2]
  J[3] = r[1] * n[2] - r[2] * n[1]
  J[4] = r[2] * n[0] - r[0] * n[2]
  J[5] = r[0] * n[1] - r[1] * n[0]
}

function at(a: Float64Array, i: number): number {
  return a[i] ?? 0
}

/** Adds weight * J J^T to A (lower triangle) and load * J to B. */
function accumulate(weight: number, load: number): void {
  for (let i = 0; i < 6; i++) {
    const w = weight * at(J, i)
    for (let j = 0; j <= i; j++) A[i * 6 + j] = at(A, i * 6 + j) + w * at(J, j)
    B[i] = at(B, i) + load * at(J, i)
  }
}

/** Solves A x = B in place by LDL^T; A is positive definite because every mass is. */
function solveInPlace(): void {
  for (let j = 0; j < 6; j++) {
    let d = at(A, j * 6 + j)
    for (let k = 0; k < j; k++) d -= at(A, j * 6 + k) * at(A, j * 6 + k) * at(A, k * 6 + k)
    A[j * 6 + j] = d
    for (let i = j + 1; i < 6; i++) {
      let s = at(A, i * 6 + j)
      for (let k = 0; k < j; k++) s -= at(A, i * 6 + k) * at(A, j * 6 + k) * at(A, k * 6 + k)
      A[i * 6 + j] = s / d
    }
  }
  for (let i = 0; i < 6; i++) {
    let s = at(B, i)
    for (let k = 0; k < i; k++) s -= at(A, i * 6 + k) * at(X, k)
    X[i] = s
  }
  for (let i = 0; i < 6; i++) X[i] = at(X, i) / at(A, i * 6 + i)
  for (let i = 5; i >= 0; i--) {
    let s = at(X, i)
    for (let k = i + 1; k < 6; k++) s -= at(A, k * 6 + i) * at(X, k)
    X[i] = s
  }
}

function loadInertia(inertia: Inertia, v: Vec3, w: Vec3): void {
  A.fill(0)
  for (let i = 0; i < 6; i++) A[i * 6 + i] = i < 3 ? inertia.mass : inertia.moment
  for (let i = 0; i < 3; i++) {
    B[i] = inertia.mass * (v[i] ?? 0)
    B[i + 3] = inertia.moment * (w[i] ?? 0)
  }
}

/** Force of a grip along axis i at the velocity found. */
function gripForce(g: Grip, i: number, h: number): number {
  const u = at(X, g.at + i)
  return g.k * ((g.e[i] ?? 0) - h * u) + g.c * ((g.t[i] ?? 0) - u)
}

function addGrip(g: Grip, h: number, held: Vec3 | undefined): void {
  for (let i = 0; i < 3; i++) {
    const o = g.at + i
    if (held) B[o] = at(B, o) + h * (held[i] ?? 0)
    else {
      A[o * 6 + o] = at(A, o * 6 + o) + h * g.c + h * h * g.k
      B[o] = at(B, o) + h * (g.k * (g.e[i] ?? 0) + g.c * (g.t[i] ?? 0))
    }
  }
}

/** Velocity along a row at the solution. */
function speedAlong(row: Row): number {
  jacobian(row)
  let u = 0
  for (let i = 0; i < 6; i++) u += at(J, i) * at(X, i)
  return u
}

export interface Solution {
  readonly v: Vec3
  readonly w: Vec3
  /** Force that each row exerts on the tool along its n, N. */
  readonly forces: readonly number[]
}

/** Marks rows and grips that pass their limit; true when something changed. */
function clamp(grips: readonly Grip[], rows: readonly Row[], h: number, clamped: Clamped): boolean {
  let changed = false
  grips.forEach((g, i) => {
    if (clamped.grips[i]) return
    const f: [number, number, number] = [gripForce(g, 0, h), gripForce(g, 1, h), gripForce(g, 2, h)]
    g.force = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2])
    if (g.force <= g.limit) return
    const s = g.limit / g.force
    clamped.grips[i] = [f[0] * s, f[1] * s, f[2] * s]
    g.force = g.limit
    changed = true
  })
  rows.forEach((row, i) => {
    if (clamped.rows[i] !== undefined) return
    const u = speedAlong(row)
    const f = row.k * (row.e - h * u) + row.c * (row.t - u)
    clamped.forces[i] = f > row.high ? row.high : f < row.low ? row.low : f
    if (clamped.forces[i] === f) return
    clamped.rows[i] = clamped.forces[i]
    changed = true
  })
  return changed
}

interface Clamped {
  readonly grips: (Vec3 | undefined)[]
  readonly rows: (number | undefined)[]
  readonly forces: number[]
}

/**
 * New velocity of the tool after one substep.
 * @param v,w velocity (m/s) and angular velocity (rad/s) before, world frame
 * @param h length of the substep, s
 */
export function solveTool(
  body: { readonly inertia: Inertia; readonly v: Vec3; readonly w: Vec3 },
  grips: readonly Grip[],
  rows: readonly Row[],
  h: number,
): Solution {
  const clamped: Clamped = {
    grips: grips.map(() => undefined),
    rows: rows.map(() => undefined),
    forces: rows.map(() => 0),
  }
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    loadInertia(body.inertia, body.v, body.w)
    grips.forEach((g, i) => addGrip(g, h, clamped.grips[i]))
    rows.forEach((row, i) => {
      jacobian(row)
      const held = clamped.rows[i]
      if (held !== undefined) accumulate(0, h * held)
      else accumulate(h * row.c + h * h * row.k, h * (row.k * row.e + row.c * row.t))
    })
    solveInPlace()
    if (!clamp(grips, rows, h, clamped)) break
  }
  return { v: [at(X, 0), at(X, 1), at(X, 2)], w: [at(X, 3), at(X, 4), at(X, 5)], forces: clamped.forces }
}
