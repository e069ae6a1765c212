import { Body, NaiveBroadphase, World as CannonWorld } from 'cannon-es'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Fixture, Instrument } from '../../../src/sim/index.ts'
import { IDENTITY, normalizeQuat, type Quat, type Vec3 } from '../../../scoring/math/index.ts'
import type { ToolState } from '../../../src/sim/state.ts'
import { FRICTION } from '../../../src/sim/world/friction.ts'
import { settle } from '../../../src/sim/world/rest.ts'
import { boxInertia, buildWorld, stepWorld, type World } from '../../../src/sim/world/world.ts'
import { block } from '../../../scenes/common/instruments/kit.ts'
import { fakeKneeSession } from '../../builders/knee.ts'
import { knockTray } from '../../builders/knock.ts'
import { clonePlain } from '../../../src/sim/snapshot.ts'

const DT = 1 / 90
const NO_MOVERS = { held: new Map<number, ToolState>(), fists: [null, null] }
const title = { en: 'Block', zh: '块' }
const brick = (id: string, q: Quat = IDENTITY): Instrument =>
  block({ id, title, rest: { p: [0, 0.02, 0], q } }, [0.02, 0.02, 0.02], 0.1)
const FLOOR: Fixture = { id: 'floor', at: [0, -1, 0], boxes: [{ half: [5, 1, 5], at: [0, 0, 0] }] }

function loose(p: Vec3, more: Partial<ToolState> = {}): ToolState {
  return {
    mode: 'loose',
    p,
    q: IDENTITY,
    v: [0, 0, 0],
    w: [0, 0, 0],
    anchor: { p, q: IDENTITY },
    still: 0,
    lay: p,
    handled: false,
    on: '',
    needle: null,
    syringe: null,
    mount: -1,
    steady: null,
    ...more,
  }
}

function run(world: World, tools: ToolState[], ticks: number, each?: (i: number) => void): void {
  for (let i = 0; i < ticks; i++) {
    stepWorld(world, tools, NO_MOVERS, DT)
    each?.(i)
  }
}

/** A block laid on the floor, settled, then pushed along x at `speed`. */
function pushed(speed: number, gravityTilt = 0): { tool: ToolState; world: World } {
  const world = buildWorld([brick('a')], [FLOOR])
  const [s, c] = [Math.sin(gravityTilt), Math.cos(gravityTilt)]
  world.cannon.gravity.set(9.81 * s, -9.81 * c, 0)
  const tool = loose([0, 0.02, 0], { v: [speed, 0, 0] })
  return { tool, world }
}

afterEach(() => vi.restoreAllMocks())

describe('world adapter', () => {
  it('S10.1: steps by world.step(dt) alone, listens to nothing, has no constraints, and reads no clock', () => {
    const step = vi.spyOn(CannonWorld.prototype, 'step')
    const fixed = vi.spyOn(CannonWorld.prototype, 'fixedStep')
    const listen = vi.spyOn(CannonWorld.prototype, 'addEventListener')
    const listenBody = vi.spyOn(Body.prototype, 'addEventListener')
    const constrain = vi.spyOn(CannonWorld.prototype, 'addConstraint')
    const clock = vi.spyOn(performance, 'now')
    const session = fakeKneeSession()
    clock.mockClear()
    knockTray(session, 'fist')
    const read = clock.mock.calls.length
    expect(step.mock.calls.length).toBeGreaterThan(20)
    expect(step.mock.calls.every((args) => args.length === 1 && args[0] === DT)).toBe(true)
    for (const unused of [fixed, listen, listenBody, constrain]) expect(unused).not.toHaveBeenCalled()
    expect(read).toBe(0)
    expect(session.world.cannon.constraints).toEqual([])
  })

  it('S10.1: calls no inexact Math function while things collide, but pow of damping, which is exactly 1', () => {
    const inexact = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'exp', 'log', 'hypot', 'cbrt'] as const
    const spies = inexact.map((name) => vi.spyOn(Math, name))
    const random = vi.spyOn(Math, 'random')
    const pow = vi.spyOn(Math, 'pow')
    knockTray(fakeKneeSession(), 'tool')
    for (const spy of [...spies, random]) expect(spy).not.toHaveBeenCalled()
    expect(pow.mock.results.length).toBeGreaterThan(0)
    expect(pow.mock.results.every((r) => r.value === 1)).toBe(true)
  })

  it('S10.2: makes bodies once in one order, and never adds or removes any', () => {
    const session = fakeKneeSession()
    const { world } = session
    const before = [...world.cannon.bodies]
    const add = vi.spyOn(CannonWorld.prototype, 'addBody')
    const remove = vi.spyOn(CannonWorld.prototype, 'removeBody')
    knockTray(session, 'fist')
    expect(add).not.toHaveBeenCalled()
    expect(remove).not.toHaveBeenCalled()
    expect(world.cannon.bodies.every((b, i) => b === before[i] && b.index === i)).toBe(true)
    expect(before).toEqual([...world.fixtures.map((f) => f.body), ...world.tools, ...world.fists])
    expect(world.cannon.broadphase).toBeInstanceOf(NaiveBroadphase)
  })

  it('S10.3: gives a body the same inertia whatever its rest pose, and that of its boxes', () => {
    const turned = buildWorld([brick('a', normalizeQuat([0.3, 0.2, 0.5, 1]))], [FLOOR]).tools[0]
    const plain = buildWorld([brick('a')], [FLOOR]).tools[0]
    expect(turned?.inertia).toEqual(plain?.inertia)
    expect(plain?.inertia.x).toBeCloseTo((0.1 * (0.04 * 0.04 + 0.04 * 0.04)) / 12, 12)
    const long = boxInertia(2, [
      { half: [0.01, 0.01, 0.05], at: [0, 0, 0.05] },
      { half: [0.01, 0.01, 0.05], at: [0, 0, -0.05] },
    ])
    const whole = boxInertia(2, [{ half: [0.01, 0.01, 0.1], at: [0, 0, 0] }])
    long.forEach((v, i) => expect(v).toBeCloseTo(whole[i] ?? 0, 12))
  })

  it('S10.3: lets no body sleep by the rule of cannon, and damps none', () => {
    const { cannon, tools, fists } = fakeKneeSession().world
    expect(cannon.allowSleep).toBe(false)
    for (const b of [...tools, ...fists]) {
      expect([b.allowSleep, b.linearDamping, b.angularDamping]).toEqual([false, 0, 0])
    }
  })

  it('S10.4: damps by exact factors a tick', () => {
    const world = buildWorld([brick('a')], [])
    world.cannon.gravity.set(0, 0, 0)
    const tool = loose([0, 1, 0], { v: [1, 0, 0], w: [0, 0, 2] })
    run(world, [tool], 1)
    expect(tool.v).toEqual([0.9995, 0, 0])
    expect(tool.w).toEqual([0, 0, 2 * 0.998])
  })
})

describe('friction', () => {
  // tan(20 deg) = 0.364 < mu = 0.5 < tan(33 deg) = 0.649
  it('S10.5: holds a block on a slope of 20 degrees and lets it slide on one of 33', () => {
    const on20 = pushed(0, (20 * Math.PI) / 180)
    run(on20.world, [on20.tool], 180, () => void settle([on20.tool]))
    expect(on20.tool.mode).toBe('rest')
    expect(on20.tool.p[0]).toBeLessThan(0.005)
    const slope = (33 * Math.PI) / 180
    const on33 = pushed(0, slope)
    run(on33.world, [on33.tool], 90)
    const expected = 0.5 * 9.81 * (Math.sin(slope) - FRICTION * Math.cos(slope))
    expect(on33.tool.p[0] / expected).toBeGreaterThan(0.95)
    expect(on33.tool.p[0] / expected).toBeLessThan(1.05)
  })

  it.each([0.3, 0.6, 1])('S10.5: stops a block pushed at %f m/s after v squared over 2 mu g', (speed) => {
    const { tool, world } = pushed(speed)
    run(world, [tool], 120)
    const expected = (speed * speed) / (2 * FRICTION * 9.81)
    expect(Math.abs(tool.p[0] - expected)).toBeLessThan(0.15 * expected + 0.002)
    expect(Math.abs(tool.v[0])).toBeLessThan(0.01)
  })

  it('S10.5: rubs by the normal force, not by weight alone: a block that carries nine times its weight stops as soon', () => {
    const stack: Instrument[] = [brick('a'), { ...brick('b'), mass_kg: 0.9 }]
    const world = buildWorld(stack, [FLOOR])
    const tools = [loose([0, 0.02, 0], { v: [0.6, 0, 0] }), loose([0, 0.06, 0], { v: [0.6, 0, 0] })]
    run(world, tools, 120)
    const alone = (0.6 * 0.6) / (2 * FRICTION * 9.81)
    // were friction that of its own weight alone, the block and its load would go ten times as far
    expect(tools[0]?.p[0]).toBeLessThan(2 * alone)
  })
})

describe('a step of the world', () => {
  it('S10.6: gives the same bits in a world that was used and in a fresh one', () => {
    const make = (): World => buildWorld([brick('a'), brick('b')], [FLOOR])
    const used = make()
    run(used, [loose([0, 0.3, 0], { v: [1, -2, 3], w: [9, 8, 7] }), loose([0.01, 0.5, 0])], 77)
    const start = [loose([0, 0.05, 0], { w: [1, 2, 3] }), loose([0.013, 0.1, 0.002])]
    const [a, b] = [clonePlain(start), clonePlain(start)]
    run(used, a, 200)
    run(make(), b, 200)
    expect(a).toEqual(b)
  })

  it('S10.7: pushes loose tools by held ones, never the other way round', () => {
    const world = buildWorld([brick('a'), brick('b')], [FLOOR])
    const held = loose([-0.1, 0.02, 0], { mode: 'held', v: [0.5, 0, 0] })
    const tools = [held, loose([0, 0.02, 0])]
    for (let i = 0; i < 45; i++) {
      const from = clonePlain(held)
      held.p = [held.p[0] + 0.5 * DT, held.p[1], held.p[2]]
      stepWorld(world, tools, { held: new Map([[0, from]]), fists: [null, null] }, DT)
    }
    expect(held.p[0]).toBeCloseTo(-0.1 + 0.25, 9)
    expect(tools[1]?.p[0]).toBeGreaterThan(held.p[0] + 0.035)
  })

  it('S11.1: keeps a resting tool where it is while loose ones strike it', () => {
    const world = buildWorld([brick('a'), brick('b')], [FLOOR])
    const rest = loose([0, 0.02, 0], { mode: 'rest' })
    const tools = [rest, loose([-0.2, 0.02, 0], { v: [3, 0, 0] })]
    run(world, tools, 60)
    expect(rest.p).toEqual([0, 0.02, 0])
    expect(tools[1]?.p[0]).toBeLessThan(-0.02)
  })

  it('S11.2: does not step the solver while nothing is loose', () => {
    const step = vi.spyOn(CannonWorld.prototype, 'step')
    const world = buildWorld([brick('a')], [FLOOR])
    expect(stepWorld(world, [loose([0, 0.02, 0], { mode: 'rest' })], NO_MOVERS, DT)).toEqual([])
    expect(step).not.toHaveBeenCalled()
  })
})
