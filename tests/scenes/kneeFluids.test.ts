// Where the fluid lies and what brings it to a needle: slack of the capsule, the back of the joint, a hand on the pouch.
import { describe, expect, it } from 'vitest'
import { frontMl, jointPressure, press, reachable, squeezeOf } from '../../scenes/orthopedic/knee-aspiration/fluids.ts'
import { hang } from '../../scenes/orthopedic/knee-aspiration/hanging.ts'
import type { KneeState } from '../../scenes/orthopedic/knee-aspiration/state.ts'
import { mad } from '../../scoring/math/index.ts'
import type { Session } from '../../src/sim/index.ts'
import { EMPTY_TICK } from '../../src/sim/tick.ts'
import type { KneeAnatomy } from '../../src/sim/tissue/anatomy.ts'
import { compress, lying, pass, pull, taughtWay } from '../builders/straightNeedle.ts'

const knee = (degrees: number, ml: number): Session<KneeState> =>
  lying('hot-knee', 1, degrees, ml) as Session<KneeState>

function pressed(degrees: number, ml: number): Session<KneeState> {
  const session = lying('hot-knee', 1, degrees, ml)
  compress(session)
  return session as Session<KneeState>
}

describe('the fluid', () => {
  it('lies in front in a straight knee, a fifth of it behind in a bent one', () => {
    expect(frontMl(knee(0, 40).state.procedure)).toBe(40)
    expect(frontMl(knee(30, 40).state.procedure)).toBeCloseTo(32, 3)
  })

  it('stays with the published 12.8 mL in the straight knee that nobody presses; a firm hand frees it', () => {
    expect(reachable(knee(0, 28))).toBeCloseTo(28 - 12.8, 9)
    expect(reachable(pressed(0, 28))).toBeCloseTo(28, 9)
  })

  it('never gives what lies behind the condyles, however hard the pouch is pressed', () => {
    expect(reachable(pressed(30, 40))).toBeCloseTo(32, 3)
  })

  it('has no pressure while the capsule is slack, and that of the effusions that were measured when it is not', () => {
    expect(jointPressure(knee(0, 10))).toBe(0)
    expect(jointPressure(knee(15, 41))).toBeGreaterThan(0.8)
    expect(jointPressure(knee(15, 41))).toBeLessThan(3.3)
  })

  it('of a small effusion suction alone brings 15 %', () => {
    expect(reachable(knee(0, 10))).toBeCloseTo(1.5, 9)
  })

  it('is driven from the pouch behind the patella by a hand that comes on within a second', () => {
    const plain = lying('hot-knee', 1, 15, 30)
    const session = plain as Session<KneeState>
    const at = (name: string): number =>
      (session.anatomy as KneeAnatomy).levelAt(session.anatomy.landmarks[name] ?? [NaN, NaN, NaN])
    const before = [at('pouch_middle'), at('patella_front')] as const
    Object.assign(session.state.hands[0] ?? {}, { verb: 'press', target: 'pouch', firmness: 2 })
    press.advance(session, EMPTY_TICK, [])
    expect(squeezeOf(session.state.procedure)).toBeLessThan(0.05)
    compress(plain)
    expect(at('pouch_middle')).toBeLessThan(before[0] * 0.75)
    expect(at('patella_front')).toBeGreaterThan(before[1] * 1.3)
  })
})

describe('the wall on the shaft of a needle', () => {
  it('hangs until it has sunk 2.5 mm round it, and no longer when the needle is out', () => {
    const plain = lying('hot-knee', 1, 0, 40)
    compress(plain)
    const line = taughtWay(plain, 'superolateral', 0.5)
    const { tip } = pass(plain, line, 0.038, { late_m: 0.001, keeps: true })
    const drawn = pull(plain, line, tip)
    const session = plain as Session<KneeState>
    const { hanging } = session.state.procedure
    expect(drawn).toBeGreaterThan(10)
    expect(hanging.lift_m).toBeCloseTo(2.5e-3, 6)
    for (const tool of session.state.tools) tool.p = mad(tool.p, line.axis, -0.03)
    hang.advance(session, EMPTY_TICK, [])
    expect(session.state.procedure.hanging.tool).toBe(-1)
  })
})
