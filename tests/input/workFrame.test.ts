import { describe, expect, it } from 'vitest'
import { distance, IDENTITY, multiply, rotate, type Pose } from '../../scoring/math/index.ts'
import { LOST_HAND } from '../../src/sim/tick.ts'
import { turnBy } from '../../src/input/toolMotion.ts'
import { createWorkFrame, handToWork, SAME_FRAME, toWork } from '../../src/input/workFrame.ts'

const head = (yaw: number, pitch = 0): Pose => ({
  p: [0.4, 1.25, -0.3],
  q: multiply(turnBy([0, 1, 0], yaw), turnBy([1, 0, 0], pitch)),
})

describe('createWorkFrame', () => {
  it('puts the middle of the surface in front of the learner, z toward them, whatever their height', () => {
    for (const height of [1.1, 1.25, 1.8]) {
      const at: Pose = { ...head(0.8, -0.5), p: [0.4, height, -0.3] }
      const frame = createWorkFrame({ head: at, surface_m: 0.75 })
      const eyes = toWork(frame, at)
      expect(distance(eyes.p, [0, height - 0.75, 0.45])).toBeLessThan(1e-9)
    }
  })

  it('is level however the head is bent', () => {
    for (const pitch of [-1.5, -0.8, 0, 0.6]) {
      const frame = createWorkFrame({ head: head(-2, pitch), surface_m: 0.75 })
      expect(distance(rotate(frame.q, [0, 1, 0]), [0, 1, 0])).toBeLessThan(1e-9)
      expect(distance(rotate(frame.q, [0, 0, -1]), rotate(turnBy([0, 1, 0], -2), [0, 0, -1]))).toBeLessThan(1e-6)
    }
  })

  it('moves the work for a learner who sits to its right and farther back', () => {
    const frame = createWorkFrame({ head: head(0), surface_m: 0.75, reach_m: 0.4, seat: [0.1, 0.2] })
    expect(distance(toWork(frame, head(0)).p, [0.1, 0.5, 0.6])).toBeLessThan(1e-9)
  })
})

describe('handToWork', () => {
  it('moves pose and finger tip, and leaves a lost hand lost', () => {
    const frame = createWorkFrame({ head: head(0), surface_m: 0.75 })
    const hand = {
      ...LOST_HAND,
      pose: { p: [0.4, 0.85, -0.75], q: IDENTITY } as Pose,
      index: [0.4, 0.85, -0.87] as const,
    }
    expect(distance(handToWork(frame, hand).pose?.p ?? [9, 9, 9], [0, 0.1, 0])).toBeLessThan(1e-9)
    expect(distance(handToWork(frame, hand).index ?? [9, 9, 9], [0, 0.1, -0.12])).toBeLessThan(1e-9)
    expect(handToWork(frame, LOST_HAND)).toBe(LOST_HAND)
    expect(handToWork(SAME_FRAME, hand)).toEqual(hand)
  })
})
