import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, length, sub, type Vec3 } from '../../scoring/math/index.ts'
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

describe('DesktopHands: taking and putting back', () => {
  it('takes the instrument that was pressed, on a smooth way of 0.4 s, then squeezes', () => {
    expect(click(...over(0.3, 0.3, 0.03))).toBe(true)
    rig.run(380)
    expect(scene.hands.right.squeeze).toBe(0)
    rig.run(320)
    expect(scene.hands.right.holding).toBe('syringe')
    const path = scene.ticks.map((t) => t.right.pose?.p ?? [0, 0, 0])
    const speeds = path.slice(1).map((p, i) => distance(p as Vec3, (path[i] ?? p) as Vec3) * 90)
    expect(Math.max(...speeds)).toBeLessThan(2)
  })

  it('lifts the tool and turns it down, then glides 10 mm above the skin under the pointer', () => {
    takeTo('syringe', 0.05, -0.05)
    expect(distance(tip(), [0.05, SKIN_Y + 0.01, -0.05])).toBeLessThan(1e-3)
    expect(scene.axis('syringe')[1]).toBeLessThan(-0.8)
    hands.pointerMove(...over(0.06, -0.05))
    rig.run(200)
    expect(distance(tip(), [0.06, SKIN_Y + 0.01, -0.05])).toBeLessThan(1e-3)
  })

  it('puts the tool back where it lay and opens the hand there', () => {
    takeTo('syringe', 0.05, -0.05)
    expect(hands.keyDown('KeyG')).toBe(true)
    rig.run(2500)
    expect(scene.hands.right.holding).toBeNull()
    expect(distance(scene.things['syringe']?.pose.p ?? [9, 9, 9], [0.3, 0.03, 0.3])).toBeLessThan(1e-3)
    expect(hands.status().phase).toBe('empty')
  })

  it('lets go over the place that was pressed', () => {
    takeTo('syringe', 0, 0)
    click(...over(-0.4, 0.1, 0.03))
    rig.run(2500)
    expect(scene.hands.right.holding).toBeNull()
    expect(tip()[0]).toBeCloseTo(-0.4, 2)
    expect(tip()[1]).toBeCloseTo(0.15, 2)
  })

  it('changes tools: the first goes home before the next is taken', () => {
    takeTo('syringe', 0, 0)
    click(...over(0.4, 0.3, 0.03))
    rig.run(4000)
    expect(scene.hands.right.holding).toBe('swab')
    expect(distance(scene.things['syringe']?.pose.p ?? [9, 9, 9], [0.3, 0.03, 0.3])).toBeLessThan(1e-3)
  })

  it('says so when nothing was there to grasp, and opens again', () => {
    click(...over(0.3, 0.3, 0.03))
    rig.run(300)
    const before = scene.instrumentGrip.bind(scene)
    scene.instrumentGrip = (id) => {
      const grip = before(id)
      return grip && { p: [grip.p[0], grip.p[1] + 0.2, grip.p[2]], q: grip.q }
    }
    rig.run(1500)
    expect(hands.takeNotes()).toEqual(['missed'])
    expect(scene.hands.right.squeeze).toBe(0)
    expect(hands.status().phase).toBe('empty')
  })

  it('leaves presses on nothing to the view', () => {
    expect(click(...over(-0.25, -0.4))).toBe(false)
  })
})

describe('DesktopHands: working at the skin', () => {
  it('touches down while pressed, lifts on release', () => {
    takeTo('syringe', 0, 0)
    hands.pointerDown(...over(0, 0), 'scene')
    rig.run(300)
    expect(tip()[1]).toBeCloseTo(SKIN_Y - 0.0005, 4)
    hands.pointerUp()
    rig.run(300)
    expect(tip()[1]).toBeCloseTo(SKIN_Y + 0.01, 4)
  })

  it('draws a swab along the skin while pressed', () => {
    takeTo('swab', 0, 0)
    hands.pointerDown(...over(0, 0), 'scene')
    rig.run(300)
    rig.run(400, 60, (i) => hands.pointerMove(...over(0.002 * i, 0)))
    const there = scene.ticks.slice(-20).map((t) => t.right.pose?.p[1] ?? 0)
    expect(Math.max(...there) - Math.min(...there)).toBeLessThan(1e-6)
    rig.run(100)
    expect(distance(tip('swab'), [0.046, SKIN_Y - 0.002, 0])).toBeLessThan(1e-3)
  })

  it('pushes along the axis 1 mm for 8 px with D, for 40 px when slow', () => {
    takeTo('syringe', 0, 0)
    const [x, y] = over(0, 0)
    const at = tip()
    hands.keyDown('KeyD')
    hands.pointerMove(x, y - 40)
    rig.run(60)
    const way = sub(tip(), at)
    expect(length(way)).toBeCloseTo(0.005, 5)
    expect(dot(way, scene.axis('syringe'))).toBeCloseTo(0.005, 5)
    hands.keyDown('KeyS')
    hands.pointerMove(x, y)
    rig.run(60)
    expect(distance(tip(), at)).toBeCloseTo(0.004, 5)
  })

  it('pushes with D also while the button is down', () => {
    takeTo('syringe', 0, 0)
    const [x, y] = over(0, 0)
    hands.pointerDown(x, y, 'scene')
    rig.run(300)
    const at = tip()
    hands.keyDown('KeyD')
    hands.pointerMove(x + 30, y - 8)
    rig.run(60)
    expect(dot(sub(tip(), at), scene.axis('syringe'))).toBeCloseTo(0.001, 5)
  })

  it('pushes along the shaft as it is seen when its handle is dragged', () => {
    takeTo('syringe', 0, 0)
    const at = tip()
    const [x, y] = over(0, 0)
    // seen from above, the tip lies further up in the picture than the hub
    hands.pointerDown(x, y, 'push')
    hands.pointerMove(x + 30, y - 24)
    rig.run(60)
    expect(dot(sub(tip(), at), scene.axis('syringe'))).toBeCloseTo(0.003, 5)
    hands.pointerUp()
  })

  it('pushes and withdraws with the page keys at 10 mm/s', () => {
    takeTo('syringe', 0, 0)
    const at = tip()
    hands.keyDown('PageDown')
    rig.run(500)
    hands.keyUp('PageDown')
    rig.run(100)
    expect(distance(tip(), at)).toBeCloseTo(0.005, 3)
  })

  it('stays where it was pushed until the pointer glides on', () => {
    takeTo('syringe', 0, 0)
    const at = tip()
    hands.keyDown('PageUp')
    rig.run(500)
    hands.keyUp('PageUp')
    rig.run(500)
    expect(distance(tip(), at)).toBeGreaterThan(0.004)
    hands.pointerMove(...over(0.01, 0))
    rig.run(300)
    expect(distance(tip(), [0.01, SKIN_Y + 0.01, 0])).toBeLessThan(1e-3)
  })

  it('ignores sideways motion once the skin is pierced, and goes on from there when it is out', () => {
    takeTo('syringe', 0, 0)
    const [x, y] = over(0, 0)
    hands.keyDown('KeyD')
    rig.run(500, 60, (i) => hands.pointerMove(x, y - 7 * i))
    hands.keyUp('KeyD')
    rig.run(60)
    expect(scene.tool('right')?.pierced).toBe(true)
    const at = tip()
    hands.pointerMove(x + 90, y - 300)
    rig.run(300)
    expect(distance(tip(), at)).toBeLessThan(1e-6)
    hands.keyDown('KeyD')
    rig.run(600, 60, (i) => hands.pointerMove(x + 90, y - 300 + 8 * i))
    hands.keyUp('KeyD')
    rig.run(100)
    expect(scene.tool('right')?.pierced).toBe(false)
    expect(Math.hypot(tip()[0], tip()[2])).toBeLessThan(0.02)
  })
})

describe('DesktopHands: lead, tilt and slow motion', () => {
  it('never asks for more than 30 mm of lead', () => {
    takeTo('syringe', 0, 0)
    const real = scene.tool.bind(scene)
    const stuck = real('right')
    scene.tool = (side) => (side === 'right' ? stuck : null)
    hands.keyDown('KeyD')
    const [x, y] = over(0, 0)
    hands.pointerMove(x, y - 2000)
    expect(distance(hands.status().aim.tip, tip())).toBeCloseTo(0.03, 6)
  })

  it('tilts about the tip by 0.25 degrees a pixel, the hub following the pointer', () => {
    takeTo('syringe', 0, 0)
    const [x, y] = over(0, 0)
    const [at, axis] = [tip(), scene.axis('syringe')]
    hands.keyDown('KeyA')
    hands.pointerMove(x + 80, y)
    rig.run(60)
    expect(distance(tip(), at)).toBeLessThan(1e-6)
    const turned = (Math.acos(dot(axis, scene.axis('syringe'))) * 180) / Math.PI
    expect(turned).toBeCloseTo(20, 3)
    expect(scene.axis('syringe')[0]).toBeLessThan(axis[0])
  })

  it('tilts about the hole in the skin when the needle is in', () => {
    takeTo('syringe', 0, 0)
    hands.keyDown('PageDown')
    rig.run(3000)
    hands.keyUp('PageDown')
    rig.run(100)
    const tool = scene.tool('right')
    const entry = (): Vec3 => {
      const [t, a] = [tip(), scene.axis('syringe')]
      const d = (SKIN_Y - t[1]) / a[1]
      return [t[0] + a[0] * d, SKIN_Y, t[2] + a[2] * d]
    }
    const at = entry()
    expect(tool?.depth_m).toBeGreaterThan(0.01)
    hands.keyDown('KeyA')
    hands.pointerMove(...over(0.03, 0))
    rig.run(100)
    expect(distance(entry(), at)).toBeLessThan(1e-4)
  })

  it('takes a fifth of the way while S is held, and comes back to the pointer without a jump', () => {
    takeTo('syringe', 0, 0)
    hands.keyDown('KeyS')
    hands.pointerMove(...over(0.05, 0))
    rig.run(200)
    expect(tip()[0]).toBeCloseTo(0.01, 3)
    hands.keyUp('KeyS')
    rig.run(200)
    expect(tip()[0]).toBeCloseTo(0.01, 3)
    for (let i = 1; i <= 8; i++) hands.pointerMove(...over(0.05 + (i % 2 ? 0.02 : 0), 0))
    rig.run(300)
    expect(tip()[0]).toBeCloseTo(0.05, 3)
  })

  it('presses with the finger of an empty hand, deeper over a second', () => {
    hands.pointerMove(...over(0, 0))
    rig.run(800)
    hands.pointerDown(...over(0, 0), 'scene')
    rig.run(200)
    const soon = scene.ticks.at(-1)?.right.index?.[1] ?? 0
    rig.run(1200)
    const later = scene.ticks.at(-1)?.right.index?.[1] ?? 0
    expect(SKIN_Y - soon).toBeGreaterThan(0)
    expect(SKIN_Y - soon).toBeLessThan(0.003)
    expect(SKIN_Y - later).toBeCloseTo(0.006, 4)
  })
})

describe('DesktopHands: dishes and containers', () => {
  it('dips what is in the hand into the dish that is pressed, and only while it is pressed', () => {
    scene.dish = [0.3, 0.05, 0.1]
    takeTo('swab', 0.05, -0.05)
    hands.pointerDown(...over(0.3, 0.1, 0.05), 'scene')
    rig.run(1500)
    expect(scene.hands.right.holding).toBe('swab')
    expect(tip('swab')[1]).toBeCloseTo(0.04, 3)
    hands.pointerUp()
    rig.run(500)
    expect(tip('swab')[1]).toBeCloseTo(0.06, 3)
  })

  it('carries what is in the hand to a container by its name, and leaves it alone for an unknown one', () => {
    takeTo('swab', 0.05, -0.05)
    hands.putInto('nowhere')
    rig.run(1500)
    expect(scene.hands.right.holding).toBe('swab')
    hands.putInto('sharps')
    rig.run(3000)
    expect(scene.hands.right.holding).toBeNull()
    expect(distance(tip('swab'), [-0.4, 0.15, 0])).toBeLessThan(0.01)
  })

  it('keeps the finger of an empty hand 20 mm off what it does not press', () => {
    hands.pointerMove(...over(0.05, -0.05))
    rig.run(1500)
    expect(scene.ticks.at(-1)?.right.index?.[1]).toBeCloseTo(SKIN_Y + 0.02, 3)
  })
})
