import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cross, distance, dot, length, normalize, rotate, sub, type Vec3 } from '../../scoring/math/index.ts'
import {
  angleBetween,
  handFor,
  aimOf,
  onLevel,
  stepTip,
  stepTurn,
  tiltTurn,
  turnBy,
} from '../../src/input/toolMotion.ts'

const unit = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  .filter((v) => length(v) > 0.1)
  .map((v) => normalize(v))
/** Camera that looks down by `pitch` radians. */
const camera = (pitch: number): { right: Vec3; up: Vec3 } => ({
  right: [1, 0, 0],
  up: rotate(turnBy([1, 0, 0], -pitch), [0, 1, 0]),
})

describe('tiltTurn', () => {
  it('moves the hub of an upright tool to the right, and away from the learner', () => {
    const axis: Vec3 = [0, -1, 0]
    const right = rotate(tiltTurn(axis, camera(0.7), { right: 0.1, away: 0 }), [0, 1, 0])
    expect(right[0]).toBeCloseTo(Math.sin(0.1), 9)
    const away = rotate(tiltTurn(axis, camera(0.7), { right: 0, away: 0.1 }), [0, 1, 0])
    expect(away[2]).toBeCloseTo(-Math.sin(0.1), 9)
  })

  it('moves the hub of a level tool that points away upward', () => {
    const hub = rotate(tiltTurn([0, 0, -1], camera(0.5), { right: 0, away: 0.1 }), [0, 0, 1])
    expect(hub[1]).toBeCloseTo(Math.sin(0.1), 9)
  })

  it('turns by the asked angle, whatever the view, unless the hub points at the asked side', () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0.2, max: 1.3, noNaN: true }), (axis, pitch) => {
        const view = camera(pitch)
        const q = tiltTurn(axis, view, { right: 0.2, away: 0 })
        const aside = length(cross(axis, view.right))
        // at the limit itself rounding decides
        fc.pre(Math.abs(aside - 1e-3) > 1e-6)
        const free = aside > 1e-3
        expect(angleBetween(q, [0, 0, 0, 1])).toBeCloseTo(free ? 0.2 : 0, 6)
        // square to the axis: a tilt never rolls the bevel
        expect(Math.abs(dot([q[0], q[1], q[2]], axis))).toBeLessThan(1e-9)
      }),
    )
  })
})

describe('stepTip', () => {
  it('goes no farther than the step, and arrives exactly', () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0.001, max: 0.8, noNaN: true }), (way, far) => {
        const goal: Vec3 = [way[0] * far, way[1] * far, way[2] * far]
        let at: Vec3 = [0, 0, 0]
        let steps = 0
        while (at !== goal && steps++ < 500) {
          const next = stepTip(at, goal, 0.01)
          expect(distance(next, at)).toBeLessThan(0.0101)
          at = next
        }
        expect(at).toBe(goal)
      }),
    )
  })

  it('goes over an arch when the way is long, and straight when it is short', () => {
    let at: Vec3 = [0, 0, 0]
    let top = 0
    for (let i = 0; i < 200; i++) {
      at = stepTip(at, [0.4, 0, 0], 0.01)
      top = Math.max(top, at[1])
    }
    expect(top).toBeGreaterThan(0.03)
    expect(stepTip([0, 0, 0], [0.05, 0, 0], 0.01)).toEqual([0.01, 0, 0])
  })
})

describe('moving a tool', () => {
  it('turns no faster than asked and arrives', () => {
    const goal = turnBy([0, 1, 0], 1)
    let q = turnBy([0, 1, 0], 0)
    for (let i = 0; i < 9; i++) {
      const next = stepTurn(q, goal, 0.12)
      expect(angleBetween(q, next)).toBeLessThan(0.125)
      q = next
    }
    expect(q).toBe(goal)
  })

  it('finds the hand for a tool, and the tool in the hand again', () => {
    const held = {
      tip: [0, 0, 0.1],
      axis: [0, 0, 1],
      grasp: { p: [0.01, 0.02, 0.03], q: turnBy([0, 1, 0], 2) },
    } as const
    const aim = { tip: [0.3, 0.2, 0.1], q: turnBy([1, 0, 0], 1) } as const
    const hand = handFor(held, aim)
    const tool = { p: sub(aim.tip, rotate(aim.q, held.tip)), q: aim.q }
    expect(distance(aimOf(held, tool).tip, aim.tip)).toBeLessThan(1e-12)
    expect(distance(rotate(hand.q, held.grasp.p), sub(tool.p, hand.p))).toBeLessThan(1e-12)
  })

  it('finds the level under a ray only where it comes down within the room', () => {
    const down = normalize([0, -1, -1])
    expect(onLevel({ origin: [0, 0.6, 0.7], direction: down }, 0.1)?.[2]).toBeCloseTo(0.2, 9)
    expect(onLevel({ origin: [0, 0.6, 0.7], direction: normalize([0, 0, -1]) }, 0.1)).toBeNull()
    expect(onLevel({ origin: [0, 0.6, 0.7], direction: normalize([0, -1, -4]) }, 0.1)).toBeNull()
    expect(onLevel({ origin: [0, 0.05, 0.7], direction: down }, 0.1)).toBeNull()
  })
})
