import { World as CannonWorld } from 'cannon-es'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { add } from '../../../scoring/math/index.ts'
import { segmentDistance } from '../../../src/sim/world/rest.ts'
import { ALONG_Z, Hands } from '../../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../../builders/knee.ts'
import { knockTray } from '../../builders/knock.ts'

afterEach(() => vi.restoreAllMocks())

describe('tools at rest', () => {
  it('S11.2: cost no step of the solver while hands work elsewhere', () => {
    const step = vi.spyOn(CannonWorld.prototype, 'step')
    const hands = new Hands(fakeKneeSession())
    hands.left.pose = hands.right.pose = { p: [0, 0.3, 0], q: ALONG_Z }
    hands.squeeze('left', 1)
    hands.move('left', [-0.2, 0.2, 0.1], 90)
    expect(step).not.toHaveBeenCalled()
  })

  it('S11.1: all leave the solver again after the crowded tray was knocked', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    knockTray(session, 'fist')
    hands.wait(360)
    const lying = session.state.tools.filter((t) => t.mode !== 'mounted')
    expect(lying.map((t) => t.mode)).toEqual(lying.map(() => 'rest'))
    const poses = session.state.tools.map((t) => t.p)
    hands.wait(90)
    expect(session.state.tools.map((t) => t.p)).toEqual(poses)
  })

  it('S11.3: are woken by a fist within 50 mm that moves, not by one that waits or an open hand', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    const bowl = session.state.tools[toolIndex(session, 'bowl')]
    const near = add(bowl?.p ?? [0, 0, 0], [0, 0.085, 0])
    const loose = (): number => session.state.tools.filter((t) => t.mode === 'loose').length
    hands.left.pose = { p: near, q: ALONG_Z }
    hands.move('left', add(near, [0.01, 0, 0]), 9)
    expect(loose()).toBe(0)
    hands.squeeze('left', 1)
    hands.wait(20)
    expect(loose()).toBe(0)
    hands.move('left', near, 9)
    expect(loose()).toBeGreaterThan(0)
  })

  it('S11.3: fall when what they lay on is pulled away', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    const [bowl, gauze] = [toolIndex(session, 'bowl'), toolIndex(session, 'gauze-1')]
    const at = session.state.tools[bowl]?.p ?? [0, 0, 0]
    const top = session.state.tools[gauze]
    if (!top) throw new RangeError('no gauze')
    top.p = add(at, [0, 0.023, 0])
    hands.right.pose = { p: add(at, [0, 0, 0.025]), q: ALONG_Z }
    hands.squeeze('right', 0)
    hands.squeeze('right', 1)
    expect(session.state.hands[1].tool).toBe(bowl)
    hands.move('right', add(at, [-0.3, 0, 0.2]), 8)
    hands.wait(180)
    expect(top.p[1]).toBeLessThan(at[1])
  })
})

describe('segmentDistance', () => {
  it('S11.3: measures between crossing, parallel, skew and point-like segments', () => {
    expect(segmentDistance([-1, 0, 0], [1, 0, 0], [0, -1, 0.5], [0, 1, 0.5])).toBeCloseTo(0.5, 12)
    expect(segmentDistance([0, 0, 0], [1, 0, 0], [0, 0, 2], [1, 0, 2])).toBeCloseTo(2, 12)
    expect(segmentDistance([0, 0, 0], [1, 0, 0], [2, 0, 0], [3, 0, 0])).toBeCloseTo(1, 12)
    expect(segmentDistance([0, 0, 0], [0, 0, 0], [3, 4, 0], [3, 4, 0])).toBeCloseTo(5, 12)
    expect(segmentDistance([0, 0, 0], [0, 0, 0], [-1, 1, 0], [1, 1, 0])).toBeCloseTo(1, 12)
  })
})
