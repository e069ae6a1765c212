import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, sub, type Vec3 } from '../../scoring/math/index.ts'
import { OFFSET_PX, TouchHands } from '../../src/input/touch.ts'
import { FakeScene, over, Rig, SKIN_Y } from './fakeScene.ts'

let scene: FakeScene
let hands: TouchHands
let rig: Rig
/** Where the finger must be for the tip to be over a point of the skin. */
const below = (x: number, z: number): [number, number] => [over(x, z)[0], over(x, z)[1] + OFFSET_PX]
const tip = (): Vec3 => scene.tip('syringe')

beforeEach(() => {
  scene = new FakeScene()
  hands = new TouchHands({ handedness: 'right', query: scene, helperTargets: ['knee'] })
  rig = new Rig(scene, hands)
  rig.run(100)
  hands.touchStart(1, ...over(0.3, 0.3, 0.03), 'scene')
  hands.touchEnd(1)
  rig.run(1500)
  hands.touchStart(1, ...below(0, 0), 'scene')
  rig.run(150)
  hands.touchMove(1, ...below(0.02, 0))
  rig.run(250)
  hands.touchEnd(1)
  rig.run(1000)
})

describe('TouchHands', () => {
  it('takes what is touched and glides 60 px above the finger', () => {
    expect(scene.hands.right.holding).toBe('syringe')
    expect(distance(tip(), [0.02, SKIN_Y + 0.01, 0])).toBeLessThan(1e-3)
  })

  it('touches down when the finger rests for 0.3 s, lifts when it leaves', () => {
    hands.touchStart(1, ...below(0.02, 0), 'scene')
    rig.run(250)
    expect(tip()[1]).toBeCloseTo(SKIN_Y + 0.01, 4)
    rig.run(400)
    expect(tip()[1]).toBeCloseTo(SKIN_Y - 0.0005, 4)
    hands.touchEnd(1)
    rig.run(300)
    expect(tip()[1]).toBeCloseTo(SKIN_Y + 0.01, 4)
  })

  it('chooses by a short tap, and leads the tip only once the finger stays or moves', () => {
    const at = tip()
    hands.touchStart(1, ...over(0.4, 0.3, 0.03), 'scene')
    rig.run(50)
    expect(distance(tip(), at)).toBeLessThan(1e-6)
    hands.touchEnd(1)
    rig.run(4000)
    expect(scene.hands.right.holding).toBe('swab')
  })

  it('does not touch down while the finger moves', () => {
    hands.touchStart(1, ...below(0.02, 0), 'scene')
    const from = scene.ticks.length
    rig.run(900, 60, (i) => hands.touchMove(1, ...below(0.02 + 0.001 * i, 0)))
    expect(scene.ticks.length).toBeGreaterThan(from + 70)
    expect(tip()[1]).toBeCloseTo(SKIN_Y + 0.01, 4)
  })

  it('pushes 1 mm for 10 px of the right rail, and again after a new grip of it', () => {
    const at = tip()
    for (const id of [2, 3]) {
      hands.touchStart(id, 950, 400, 'pushRail')
      hands.touchMove(id, 950, 370)
      hands.touchEnd(id)
      rig.run(50)
    }
    rig.run(50)
    expect(dot(sub(tip(), at), scene.axis('syringe'))).toBeCloseTo(0.006, 5)
  })

  it('moves plunger and needle together with both thumbs, and the plunger stays', () => {
    const at = tip()
    hands.touchStart(2, 950, 400, 'pushRail')
    hands.touchStart(3, 50, 400, 'dialRail')
    for (let i = 1; i <= 20; i++) {
      hands.touchMove(2, 950, 400 - i)
      hands.touchMove(3, 50, 400 + i * 2)
      rig.run(34)
    }
    hands.touchEnd(2)
    hands.touchEnd(3)
    rig.run(300)
    expect(distance(tip(), at)).toBeCloseTo(0.002, 5)
    expect(scene.things['syringe']?.plunger_ml).toBeCloseTo(2, 6)
  })

  it('tilts with two fingers about the tip', () => {
    hands.touchStart(1, ...below(0.02, 0), 'scene')
    hands.touchStart(2, 700, 700, 'scene')
    const [at, axis] = [tip(), scene.axis('syringe')]
    const [x, y] = below(0.02, 0)
    for (let i = 1; i <= 40; i++) {
      hands.touchMove(1, x + i, y)
      hands.touchMove(2, 700 + i, 700)
    }
    rig.run(100)
    expect(distance(tip(), at)).toBeLessThan(1e-6)
    expect((Math.acos(dot(axis, scene.axis('syringe'))) * 180) / Math.PI).toBeCloseTo(10, 1)
  })

  it('turns the bevel when one finger goes round the other', () => {
    hands.touchStart(1, ...below(0.02, 0), 'scene')
    const [x, y] = below(0.02, 0)
    hands.touchStart(2, x + 100, y, 'scene')
    const q = scene.things['syringe']?.pose.q ?? [0, 0, 0, 1]
    const axis = scene.axis('syringe')
    for (let i = 1; i <= 90; i++) {
      const a = (i * Math.PI) / 180
      hands.touchMove(2, x + 100 * Math.cos(a), y + 100 * Math.sin(a))
    }
    rig.run(100)
    const now = scene.things['syringe']?.pose.q ?? q
    const turned = 2 * Math.acos(Math.abs(q[0] * now[0] + q[1] * now[1] + q[2] * now[2] + q[3] * now[3]))
    expect((turned * 180) / Math.PI).toBeGreaterThan(60)
    expect(dot(axis, scene.axis('syringe'))).toBeGreaterThan(0.9)
  })

  it('springs the trigger back and leaves touches on nothing to the view', () => {
    hands.touchStart(5, 50, 600, 'trigger')
    rig.run(50)
    expect(scene.ticks.at(-1)?.right.trigger).toBe(1)
    hands.touchEnd(5)
    rig.run(50)
    expect(scene.ticks.at(-1)?.right.trigger).toBe(0)
    expect(hands.touchStart(6, ...over(-0.25, -0.4), 'scene')).toBe(false)
  })
})
