import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, sub } from '../../scoring/math/index.ts'
import { DesktopHands } from '../../src/input/desktop/desktopHands.ts'
import { createDesk, type Desk } from './desk.ts'
import { over, SKIN_Y } from './fakeScene.ts'

let scene: Desk['scene']
let hands: Desk['hands']
let rig: Desk['rig']
let click: Desk['click']
let takeTo: Desk['takeTo']
let tip: Desk['tip']

beforeEach(() => {
  ;({ scene, hands, rig, click, takeTo, tip } = createDesk())
})

describe('DesktopHands: dials, words and the other hand', () => {
  it('draws half a millilitre a notch, a tenth when slow, and keeps it there', () => {
    takeTo('syringe', 0, 0)
    expect(hands.wheel({ deltaY: 120, deltaMode: 0 })).toBe(true)
    hands.wheel({ deltaY: 3, deltaMode: 1 })
    rig.run(500)
    expect(scene.things['syringe']?.plunger_ml).toBeCloseTo(1, 6)
    hands.keyDown('KeyS')
    hands.keyDown('BracketLeft')
    rig.run(500)
    expect(scene.things['syringe']?.plunger_ml).toBeCloseTo(0.9, 6)
    for (let i = 0; i < 10; i++) hands.wheel({ deltaY: -120, deltaMode: 0 })
    rig.run(1000)
    expect(scene.things['syringe']?.plunger_ml).toBe(0)
  })

  it('adds up the small steps of a trackpad', () => {
    takeTo('syringe', 0, 0)
    for (let i = 0; i < 25; i++) hands.wheel({ deltaY: 8, deltaMode: 0 })
    rig.run(500)
    expect(scene.things['syringe']?.plunger_ml).toBeCloseTo(1, 6)
  })

  it('moves the plunger no faster than a thumb', () => {
    takeTo('syringe', 0, 0)
    const from = scene.ticks.length
    for (let i = 0; i < 20; i++) hands.wheel({ deltaY: 120, deltaMode: 0 })
    rig.run(3000)
    const ml = scene.ticks.slice(from).map((t) => t.right.dial?.plunger_ml ?? 0)
    expect(Math.max(...ml.slice(1).map((v, i) => v - (ml[i] ?? 0)))).toBeLessThan(5 / 90 + 1e-9)
    expect(ml.at(-1)).toBeCloseTo(10, 6)
  })

  it('leaves the wheel to the page when there is nothing to turn', () => {
    expect(hands.wheel({ deltaY: 120, deltaMode: 0 })).toBe(false)
  })

  it('gives the helper hand a verb and then a place', () => {
    hands.keyDown('Digit4')
    expect(hands.takeCommands()).toEqual([])
    expect(click(...over(0, 0))).toBe(true)
    hands.setFirmness(3)
    expect(hands.takeCommands().map((c) => c.args)).toEqual([
      { verb: 'steady', target: 'knee', firmness: 2 },
      { verb: 'steady', target: 'knee', firmness: 3 },
    ])
    hands.keyDown('Digit6')
    expect(hands.takeCommands()).toEqual([{ command: 'helper', args: { verb: 'rest', target: 'knee', firmness: 3 } }])
  })

  it('keeps the helper hand tracked and still beside the work', () => {
    takeTo('syringe', 0, 0)
    const poses = new Set(scene.ticks.map((t) => JSON.stringify(t.left.pose)))
    expect(poses.size).toBe(1)
    expect(scene.ticks.every((t) => t.left.tracked === 2)).toBe(true)
  })

  it('drives the other hand after Q while this one keeps its tool', () => {
    takeTo('syringe', 0, 0)
    const at = tip()
    hands.keyDown('KeyQ')
    click(...over(0.4, 0.3, 0.03))
    rig.run(2500)
    expect([scene.hands.left.holding, scene.hands.right.holding]).toEqual(['swab', 'syringe'])
    expect(distance(tip(), at)).toBeLessThan(1e-6)
  })

  it('holds the trigger with Space, or switches it by a tap', () => {
    hands.keyDown('Space')
    rig.run(50)
    expect(scene.ticks.at(-1)?.right.trigger).toBe(1)
    hands.keyUp('Space')
    rig.run(50)
    expect(scene.ticks.at(-1)?.right.trigger).toBe(0)
    const tapped = new DesktopHands({ handedness: 'right', query: scene, helperTargets: [], latchTrigger: true })
    tapped.keyDown('Space')
    tapped.keyUp('Space')
    expect(tapped.status().trigger).toBe(true)
    tapped.keyDown('Space')
    expect(tapped.status().trigger).toBe(false)
  })

  it('asks the page for lists, views and pauses, and leaves other keys alone', () => {
    for (const code of ['KeyT', 'KeyW', 'KeyV', 'KeyH', 'Escape']) expect(hands.keyDown(code)).toBe(true)
    expect(hands.takeRequests()).toEqual(['talk', 'wait', 'view', 'help', 'pause'])
    for (const code of ['ShiftLeft', 'ControlLeft', 'Tab', 'F5']) expect(hands.keyDown(code)).toBe(false)
    hands.listOpen = true
    expect(hands.keyDown('Digit1')).toBe(false)
  })

  it('lets nothing stay pressed when the page loses the keyboard', () => {
    takeTo('syringe', 0, 0)
    hands.keyDown('Space')
    hands.keyDown('KeyA')
    hands.pointerDown(...over(0, 0), 'scene')
    hands.blur()
    rig.run(300)
    expect(hands.status()).toMatchObject({ trigger: false, mode: 'glide' })
    expect(tip()[1]).toBeCloseTo(SKIN_Y + 0.01, 4)
  })
})

describe('DesktopHands: without a mouse', () => {
  it('can put nothing back that is in the patient, but can leave it there', () => {
    takeTo('syringe', 0, 0)
    hands.keyDown('PageDown')
    rig.run(2000)
    hands.blur()
    hands.putBack()
    expect(hands.takeNotes()).toEqual(['in_tissue'])
    hands.letGo()
    rig.run(500)
    expect(scene.hands.right.holding).toBeNull()
  })

  it('works by step buttons alone: 1 mm and 2 degrees', () => {
    takeTo('syringe', 0, 0)
    let at = tip()
    hands.step('advance', 1)
    rig.run(60)
    expect(distance(tip(), at)).toBeCloseTo(0.001, 6)
    hands.step('advance', -1)
    rig.run(60)
    const axis = scene.axis('syringe')
    hands.step('tilt_away', 1)
    rig.run(60)
    expect((Math.acos(dot(axis, scene.axis('syringe'))) * 180) / Math.PI).toBeCloseTo(2, 3)
    at = tip()
    for (let i = 0; i < 5; i++) hands.step('glide_right', 1)
    rig.run(300)
    expect(sub(tip(), at)[0]).toBeCloseTo(0.005, 3)
  })

  it('smooths a trembling hand when asked to: 6 Hz to less than a fifth, and arrives', () => {
    takeTo('syringe', 0, 0)
    const tremble = (): number => {
      const from = scene.ticks.length
      rig.run(2000, 60, (i) => hands.pointerMove(...over(0.01 * Math.sin((2 * Math.PI * 6 * i) / 60), 0)))
      const xs = scene.ticks.slice(from + 60).map((t) => t.right.pose?.p[0] ?? 0)
      return Math.max(...xs) - Math.min(...xs)
    }
    const shaky = tremble()
    hands.setTremorFilter(true)
    expect(tremble()).toBeLessThan(shaky / 5)
    hands.pointerMove(...over(0.05, 0))
    rig.run(2000)
    expect(tip()[0]).toBeCloseTo(0.05, 3)
  })

  it('glides by the arrows alone, tilts by A and the arrows', () => {
    takeTo('syringe', 0, 0)
    hands.keyDown('ArrowRight')
    rig.run(500)
    hands.keyUp('ArrowRight')
    rig.run(200)
    expect(tip()[0]).toBeGreaterThan(0.04)
    const axis = scene.axis('syringe')
    hands.keyDown('KeyA')
    hands.keyDown('ArrowUp')
    rig.run(500)
    expect((Math.acos(dot(axis, scene.axis('syringe'))) * 180) / Math.PI).toBeGreaterThan(10)
  })
})
