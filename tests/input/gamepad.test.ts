import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, sub } from '../../scoring/math/index.ts'
import { applyGamepad, type GamepadState } from '../../src/input/desktop/gamepad.ts'
import { createDesk, type Desk } from './desk.ts'
import { SKIN_Y } from './fakeScene.ts'

let desk: Desk
beforeEach(() => {
  desk = createDesk()
  desk.takeTo('syringe', 0, 0)
})

const pad = (axes: number[], pressed: Record<number, number> = {}): GamepadState => ({
  axes,
  buttons: Array.from({ length: 17 }, (_, i) => ({ value: pressed[i] ?? 0, pressed: (pressed[i] ?? 0) > 0 })),
})
const hold = (state: GamepadState, ms: number): void => {
  let touching = false
  desk.rig.run(ms, 60, () => (touching = applyGamepad(desk.hands, state, 1 / 60, touching)))
  desk.rig.run(50)
}

describe('applyGamepad', () => {
  it('rests within the dead zone', () => {
    const at = desk.tip()
    hold(pad([0.1, -0.1, 0.1, 0.1]), 500)
    expect(distance(desk.tip(), at)).toBeLessThan(1e-12)
  })

  it('glides with the left stick and touches down with the cross', () => {
    hold(pad([1, 0, 0, 0]), 200)
    expect(desk.tip()[0]).toBeGreaterThan(0.05)
    hold(pad([0, 0, 0, 0], { 0: 1 }), 300)
    expect(desk.tip()[1]).toBeLessThan(SKIN_Y)
  })

  it('tilts with the right stick about the tip', () => {
    const [at, axis] = [desk.tip(), desk.scene.axis('syringe')]
    hold(pad([0, 0, 1, 0]), 500)
    expect(distance(desk.tip(), at)).toBeLessThan(1e-6)
    expect(dot(axis, desk.scene.axis('syringe'))).toBeLessThan(0.97)
  })

  it('pushes with the right trigger, withdraws with the left, and draws with the right bumper', () => {
    const at = desk.tip()
    hold(pad([0, 0, 0, 0], { 7: 0.5 }), 500)
    const pushed = dot(sub(desk.tip(), at), desk.scene.axis('syringe'))
    expect(pushed).toBeCloseTo(0.005, 3)
    hold(pad([0, 0, 0, 0], { 6: 0.5 }), 500)
    expect(distance(desk.tip(), at)).toBeLessThan(1e-6)
    hold(pad([0, 0, 0, 0], { 5: 1 }), 1000)
    desk.rig.run(300)
    expect(desk.scene.things['syringe']?.plunger_ml).toBeCloseTo(2, 1)
  })
})
