// Syringes come off needles and go on again with a mouse: hands, ticks, simulation and the page's own query.
import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, rotate, sub, transform, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import { createLook, pixelOf } from '../../src/app/scene/look.ts'
import { RoomQuery } from '../../src/app/scene/sceneQuery.ts'
import { ViewNames } from '../../src/app/scene/viewNames.ts'
import { createTickSource, DesktopHands } from '../../src/input/index.ts'
import { turnBy } from '../../src/input/toolMotion.ts'
import { assemblyOf, canMount, canUnmount, packTick, readView, stepTick } from '../../src/sim/index.ts'
import { exchanged, LUER, LUER_PROCEDURE, luerSession, toolAt } from '../builders/luer.ts'
import { Hands } from '../builders/hands.ts'

const MM = 1e-3
/** Over the thigh, where the fake knee has nothing but soft tissue. */
const OVER: Vec3 = [0.05, 0.11, 0]
const HUB: Vec3 = [0, 0, 0.005]

class Desk {
  readonly session = luerSession()
  readonly view = readView(this.session)
  readonly look = Object.assign(createLook(), { quaternion: turnBy([1, 0, 0], -0.7), width: 1366, height: 768 })
  readonly names = new ViewNames(this.session.layout, this.view)
  readonly query = new RoomQuery({
    session: this.session,
    names: this.names,
    look: this.look,
    engine: { canMount, canUnmount },
  })
  readonly hands = new DesktopHands({
    handedness: 'right',
    query: this.query,
    helperTargets: LUER_PROCEDURE.helperTargets,
  })
  private readonly source = createTickSource()
  private ms = 0
  pixel: readonly [number, number] = [0, 0]

  run(ms: number, each?: () => void): void {
    for (let i = 0, until = this.ms + ms; this.ms < until; i++) {
      this.ms += 17 + ((i * 7) % 17)
      this.source.sample(this.hands.sample(this.ms))
      for (const c of this.hands.takeCommands()) this.source.command(c)
      for (const input of this.source.take(this.ms)) {
        stepTick(this.session, packTick(input, this.session.commands))
        each?.()
      }
      readView(this.session, this.view)
    }
  }

  to(point: Vec3): void {
    this.pixel = pixelOf(this.look, point) ?? [0, 0]
    this.hands.pointerMove(...this.pixel)
  }

  press(point: Vec3): boolean {
    this.to(point)
    const used = this.hands.pointerDown(...this.pixel, 'scene')
    this.hands.pointerUp()
    return used
  }

  key(code: string): void {
    this.hands.keyDown(code)
    this.hands.keyUp(code)
  }

  at(index: number): Pose {
    const { p, q } = toolAt(this.session, index)
    return { p, q }
  }

  hub(index: number = LUER.mounted): Vec3 {
    return transform(this.at(index), HUB)
  }

  holding(): number[] {
    return this.session.state.hands.map((h) => h.tool)
  }

  take(index: number): void {
    this.press(this.at(index).p)
    this.run(3500)
  }

  /** Takes the full syringe and pushes its needle some 20 mm into the thigh. */
  pushIn(): void {
    this.run(200)
    this.take(LUER.full)
    this.to(OVER)
    this.run(1500)
    this.hands.keyDown('PageDown')
    this.run(3300)
    this.hands.keyUp('PageDown')
    this.run(500)
  }

  tipDepth(): number {
    return this.names.scalar('hub-a.depth_mm')
  }
}

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

describe('an exchange of syringes with a mouse', () => {
  it('offers what it would do at each moment, and nothing to an empty hand', () => {
    desk.run(200)
    expect(desk.hands.status().exchange).toBeNull()
    desk.pushIn()
    expect(desk.tipDepth()).toBeGreaterThan(8)
    expect(desk.hands.status().exchange).toEqual({ act: 'off', needle: 'hub-a' })
    desk.key('KeyZ')
    desk.run(300)
    desk.key('KeyX')
    desk.run(1500)
    expect(desk.hands.status().exchange).toEqual({ act: 'near', needle: 'hub-a' })
    desk.key('KeyX')
    desk.run(2000)
    expect(desk.hands.status().exchange).toEqual({ act: 'on', needle: 'hub-a' })
  })

  it('leaves the needle where it is within 0.1 mm while the helper has its hub, off, on and afterwards', () => {
    desk.pushIn()
    desk.key('KeyZ')
    desk.run(500)
    const before = desk.at(LUER.mounted).p
    let worst = 0
    const watch = (): void => void (worst = Math.max(worst, distance(desk.at(LUER.mounted).p, before)))
    desk.key('KeyX')
    desk.run(2500, watch)
    expect(toolAt(desk.session, LUER.full).mount).toBe(-1)
    // the syringe has backed away from the hub by itself
    expect(distance(desk.at(LUER.full).p, before)).toBeGreaterThan(0.08)
    desk.take(LUER.spare)
    desk.run(3000, watch)
    expect(desk.holding()[1]).toBe(LUER.spare)
    expect(desk.press(desk.hub())).toBe(true)
    desk.run(2500, watch)
    expect(desk.press(desk.hub())).toBe(true)
    desk.run(1500, watch)
    expect(toolAt(desk.session, LUER.spare).mount).toBe(LUER.mounted)
    expect(worst).toBeLessThan(0.1 * MM)
    expect([...exchanged(asHands(desk), 'detach'), ...exchanged(asHands(desk), 'attach')]).toMatchObject([
      { subject: 'luer-20', object: 'hub-a', values: { hub_mm: 0, held: true } },
      { subject: 'luer-10', object: 'hub-a', values: { hub_mm: 0, held: true } },
    ])
  })

  it('goes on pushing from where the syringe was put on', () => {
    desk.pushIn()
    desk.key('KeyZ')
    desk.run(300)
    desk.key('KeyX')
    desk.run(1500)
    desk.key('KeyX')
    desk.run(2000)
    desk.key('KeyX')
    desk.run(500)
    expect(toolAt(desk.session, LUER.full).mount).toBe(LUER.mounted)
    desk.hands.helper('rest')
    desk.run(300)
    const depth = desk.tipDepth()
    const tip = assemblyOf(desk.session, LUER.full).tipAt
    desk.run(500)
    expect(Math.abs(desk.tipDepth() - depth)).toBeLessThan(0.3)
    expect(distance(desk.hands.status().aim.tip, tip)).toBeLessThan(0.012)
    desk.hands.keyDown('PageDown')
    desk.run(700)
    desk.hands.keyUp('PageDown')
    desk.run(500)
    expect(desk.tipDepth() - depth).toBeGreaterThan(3)
  })
})

describe('a hub that is pressed', () => {
  it('brings the nozzle before the hub along the axis of the needle', () => {
    desk.pushIn()
    desk.key('KeyX')
    desk.run(1500)
    desk.to([0.12, 0.1, 0.1])
    desk.run(1500)
    expect(desk.press(desk.hub())).toBe(true)
    desk.run(2500)
    const [carrier, needle] = [desk.at(LUER.full), desk.at(LUER.mounted)]
    const axis = rotate(needle.q, [0, 0, 1])
    expect(dot(axis, rotate(carrier.q, [0, 0, 1]))).toBeGreaterThan(0.9999)
    const nozzle = transform(carrier, LUER_PROCEDURE.instruments[LUER.full]?.nozzle ?? [9, 9, 9])
    const gap = sub(nozzle, needle.p)
    expect(dot(gap, axis)).toBeLessThan(0)
    expect(distance(nozzle, needle.p)).toBeLessThan(2 * MM)
  })

  it('puts the syringe on though a handle lies over the hub', () => {
    desk.pushIn()
    desk.key('KeyX')
    desk.run(1500)
    desk.press(desk.hub())
    desk.run(2500)
    desk.to(desk.hub())
    desk.hands.pointerDown(...desk.pixel, 'tilt')
    desk.hands.pointerUp()
    desk.run(300)
    expect(toolAt(desk.session, LUER.full).mount).toBe(LUER.mounted)
  })

  it('puts a needle that lies on the nozzle that was brought over it', () => {
    desk.run(200)
    desk.take(LUER.spare)
    expect(desk.press(desk.hub(LUER.lying))).toBe(true)
    desk.run(2500)
    expect(desk.hands.status().exchange).toEqual({ act: 'on', needle: 'hub-b' })
    desk.press(desk.hub(LUER.lying))
    desk.run(1500)
    expect(toolAt(desk.session, LUER.spare).mount).toBe(LUER.lying)
    // lifted, so that the longer tool does not scrape the tray
    expect(assemblyOf(desk.session, LUER.spare).tipAt[1]).toBeGreaterThan(0.08)
  })

  it('takes an assembly by the hub of its needle with the other hand, and keeps it there', () => {
    desk.pushIn()
    desk.key('KeyQ')
    desk.run(200)
    const before = desk.at(LUER.mounted).p
    expect(desk.press(desk.hub())).toBe(true)
    desk.run(2000)
    expect(desk.holding()).toEqual([LUER.mounted, LUER.full])
    expect(distance(desk.at(LUER.mounted).p, before)).toBeLessThan(1 * MM)
    desk.key('KeyQ')
    const held = desk.at(LUER.mounted).p
    let worst = 0
    desk.key('KeyX')
    desk.run(1500, () => void (worst = Math.max(worst, distance(desk.at(LUER.mounted).p, held))))
    expect(desk.holding()).toEqual([LUER.mounted, LUER.full])
    expect(toolAt(desk.session, LUER.full).mount).toBe(-1)
    expect(worst).toBeLessThan(0.1 * MM)
    desk.key('KeyX')
    desk.run(2000)
    desk.key('KeyX')
    desk.run(1000)
    expect(toolAt(desk.session, LUER.full).mount).toBe(LUER.mounted)
    expect(distance(desk.at(LUER.mounted).p, held)).toBeLessThan(0.1 * MM)
  })

  it('does nothing for a syringe whose needle is part of it', () => {
    desk.run(200)
    desk.take(LUER.integrated)
    expect(desk.hands.status().exchange).toBeNull()
    desk.key('KeyX')
    desk.run(500)
    expect(desk.session.events.filter((e) => e.kind === 'attach' || e.kind === 'detach')).toEqual([])
  })
})

function asHands(of: Desk): Hands {
  return new Hands(of.session)
}
