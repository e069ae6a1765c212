// The whole way from a mouse to fluid in a syringe: input, tick source, packed ticks, simulation, and the page's own query.
import { beforeEach, describe, expect, it } from 'vitest'
import { distance, dot, normalize, sub, transform, type Vec3 } from '../../scoring/math/index.ts'
import { createLook, pixelOf } from '../../src/app/scene/look.ts'
import { RoomQuery } from '../../src/app/scene/sceneQuery.ts'
import { ViewNames } from '../../src/app/scene/viewNames.ts'
import { createTickSource, DesktopHands } from '../../src/input/index.ts'
import { turnBy } from '../../src/input/toolMotion.ts'
import {
  assemblyOf,
  createSession,
  packTick,
  readView,
  restoreSnapshot,
  stateDigest,
  stepTick,
  takeSnapshot,
  type PackedTick,
  type Session,
} from '../../src/sim/index.ts'
import { NO_GRIDS } from '../builders/fakeKnee.ts'
import { FAKE_KNEE, kneeSetup, toolIndex } from '../builders/knee.ts'

const SETUP = kneeSetup({ input_class: 'mouse', assists: ['glide', 'axis_lock', 'parked_hand'] })
const PORTAL: Vec3 = [-0.03, 0.0915, 0.041]

class Room {
  readonly session: Session = createSession(FAKE_KNEE, NO_GRIDS, SETUP)
  readonly view = readView(this.session)
  readonly names = new ViewNames(this.session.layout, this.view)
  readonly look = Object.assign(createLook(), { quaternion: turnBy([1, 0, 0], -0.7), width: 1366, height: 768 })
  readonly query = new RoomQuery({ session: this.session, names: this.names, look: this.look })
  readonly source = createTickSource()
  readonly ticks: PackedTick[] = []
  hands = new DesktopHands({ handedness: 'right', query: this.query, helperTargets: FAKE_KNEE.helperTargets })
  ms = 0
  pointer: readonly [number, number] = [0, 0]

  run(ms: number, each?: (i: number) => void): void {
    // 30 to 60 frames a second, ragged, as an old desktop has them
    for (let i = 0, until = this.ms + ms; this.ms < until; i++) {
      this.ms += 17 + ((i * 7) % 17)
      each?.(i)
      this.source.sample(this.hands.sample(this.ms))
      for (const c of this.hands.takeCommands()) this.source.command(c)
      for (const input of this.source.take(this.ms)) {
        const packed = packTick(input, this.session.commands)
        this.ticks.push(packed)
        stepTick(this.session, packed)
      }
      readView(this.session, this.view)
    }
  }

  to(point: Vec3): void {
    this.pointer = pixelOf(this.look, point) ?? [0, 0]
    this.hands.pointerMove(...this.pointer)
  }

  press(point: Vec3): boolean {
    this.to(point)
    const used = this.hands.pointerDown(...this.pointer, 'scene')
    this.hands.pointerUp()
    return used
  }

  at(id: string): Vec3 {
    return this.names.pose(id)?.p ?? [NaN, NaN, NaN]
  }

  tip(id: string): Vec3 {
    const pose = this.names.pose(id)
    const index = toolIndex(this.session, id)
    return pose ? transform(pose, assemblyOf(this.session, index).tip) : [NaN, NaN, NaN]
  }

  /** Takes the big syringe and brings its tip over the portal. */
  takeSyringe(): void {
    this.run(200)
    this.press(this.at('syringe-20'))
    this.run(1800)
    this.to(PORTAL)
    this.run(1500)
  }

  /** Tilts until the needle looks along `way`, as someone does who watches the angle. */
  tiltTo(way: Vec3): void {
    this.hands.keyDown('KeyA')
    this.run(4000, () => {
      const pose = this.names.pose('syringe-20')
      if (!pose) return
      const q = pose.q
      const axis: Vec3 = [
        2 * (q[0] * q[2] + q[3] * q[1]),
        2 * (q[1] * q[2] - q[3] * q[0]),
        1 - 2 * (q[0] ** 2 + q[1] ** 2),
      ]
      // the hub goes against the axis
      const off = sub(axis, way)
      const px = (v: number): number => Math.max(-12, Math.min(12, v * 60))
      const [x, y] = this.pointer
      this.pointer = [x + px(dot(off, this.query.cameraRight())), y - px(dot(off, this.query.cameraUp()))]
      this.hands.pointerMove(...this.pointer)
    })
    this.hands.keyUp('KeyA')
  }

  push(mm: number, mm_s: number): void {
    this.hands.keyDown('KeyD')
    const from = this.pointer
    const start = this.ms
    this.run((Math.abs(mm) / mm_s) * 1000, () => {
      const done = Math.min(Math.abs(mm), ((this.ms - start) / 1000) * mm_s) * Math.sign(mm)
      this.pointer = [from[0], from[1] - done * 8]
      this.hands.pointerMove(...this.pointer)
    })
    this.hands.keyUp('KeyD')
  }
}

let room: Room
beforeEach(() => {
  room = new Room()
})

describe('a knee aspiration with a mouse', () => {
  it('takes the syringe that was pressed and holds its tip over the skin under the pointer', () => {
    room.takeSyringe()
    expect(room.names.scalar('right.holding')).toBe(toolIndex(room.session, 'syringe-20'))
    expect(room.names.scalar('left.tracked')).toBe(1)
    expect(room.hands.takeNotes()).toEqual([])
    expect(distance(room.tip('syringe-20'), PORTAL)).toBeLessThan(0.02)
    // a bare hand on a sterile syringe is warned of, which is no trouble of control
    const trouble = room.session.events.filter(
      (e) => (e.kind === 'control_trouble' && e.values['trouble'] !== 'touch_warning') || e.kind === 'drop',
    )
    expect(trouble).toEqual([])
  })

  it('pushes the needle into the pouch under suction, draws fluid and withdraws', () => {
    room.takeSyringe()
    room.tiltTo(normalize(sub([-0.06, 0.085, 0.012], PORTAL)))
    room.hands.wheel({ deltaY: 120, deltaMode: 0 })
    room.hands.wheel({ deltaY: 120, deltaMode: 0 })
    room.push(52, 20)
    room.run(500)
    expect(room.names.scalar('needle-20.depth_mm')).toBeGreaterThan(10)
    for (let i = 0; i < 20; i++) room.hands.wheel({ deltaY: 120, deltaMode: 0 })
    room.run(9000)
    expect(room.names.scalar('syringe-20.plunger_ml')).toBeGreaterThan(8)
    expect(room.names.scalar('syringe-20.fluid_ml')).toBeGreaterThan(1)
    room.push(-70, 20)
    room.run(500)
    expect(room.names.scalar('needle-20.depth_mm')).toBe(0)
    const kinds = new Set(room.session.events.map((e) => e.kind))
    for (const kind of ['take', 'enter', 'fill', 'exit'] as const) expect(kinds).toContain(kind)
  })

  it('puts the syringe back on the tray where it lay', () => {
    const home = room.at('syringe-20')
    room.takeSyringe()
    room.hands.keyDown('KeyG')
    room.run(3500)
    expect(room.names.scalar('right.holding')).toBe(-1)
    expect(distance(room.at('syringe-20'), home)).toBeLessThan(0.005)
  })

  it('is the same attempt when its packed ticks are stepped again', () => {
    room.takeSyringe()
    room.push(15, 20)
    const again = createSession(FAKE_KNEE, NO_GRIDS, SETUP)
    for (const t of room.ticks) stepTick(again, t)
    expect(stateDigest(again)).toBe(stateDigest(room.session))
  })

  it('goes on after a resume with the tool in the hand and no jump', () => {
    room.takeSyringe()
    restoreSnapshot(room.session, takeSnapshot(room.session))
    room.hands = new DesktopHands({ handedness: 'right', query: room.query, helperTargets: [] })
    const before = room.tip('syringe-20')
    for (const [i, side] of (['left', 'right'] as const).entries()) {
      const hand = room.session.state.hands[i]
      if (hand) room.hands.startAt(side, hand.pose)
    }
    let worst = 0
    let last = before
    room.run(1000, () => {
      worst = Math.max(worst, distance(room.tip('syringe-20'), last))
      last = room.tip('syringe-20')
    })
    expect(room.names.scalar('right.holding')).toBe(toolIndex(room.session, 'syringe-20'))
    expect(worst).toBeLessThan(0.04)
  })
})
