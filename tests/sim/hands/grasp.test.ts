import { beforeEach, describe, expect, it } from 'vitest'
import { add, distance, type Vec3 } from '../../../scoring/math/index.ts'
import type { Session } from '../../../src/sim/index.ts'
import { ALONG_Z, Hands } from '../../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../../builders/knee.ts'

const SYRINGE = 'syringe-20'
let session: Session
let hands: Hands
let index: number

beforeEach(() => {
  session = fakeKneeSession()
  hands = new Hands(session)
  index = toolIndex(session, SYRINGE)
})

const tool = (): Session['state']['tools'][number] => {
  const found = session.state.tools[index]
  if (!found) throw new RangeError('no syringe')
  return found
}

/** Puts the open right hand `off` metres above the main grip and closes it to `squeeze`. */
function reach(off: number, squeeze: number): void {
  hands.right.pose = { p: add(tool().p, [0, off, 0]), q: ALONG_Z }
  hands.squeeze('right', 0)
  hands.squeeze('right', squeeze)
}

describe('taking', () => {
  it.each([
    [0.029, 0.5, true],
    [0.031, 0.5, false],
    [0, 0.49, false],
  ])('S9.1: from %f m with squeeze %f: %s', (off, squeeze, taken) => {
    reach(off, squeeze)
    expect(session.state.hands[1].tool).toBe(taken ? index : -1)
    expect(hands.told('take').length).toBe(taken ? 1 : 0)
  })

  it('S9.1: needs squeeze to rise while the hand is there: a fist brought there takes nothing', () => {
    hands.right.pose = { p: [0, 0.4, 0.4], q: ALONG_Z }
    hands.squeeze('right', 1)
    hands.right.pose = { p: tool().p, q: ALONG_Z }
    hands.wait(3)
    expect(session.state.hands[1].tool).toBe(-1)
  })

  it('S9.1: takes the nearest of crowded grips', () => {
    const gauze = toolIndex(session, 'gauze-3')
    hands.grasp('right', gauze)
    expect(session.state.hands[1].tool).toBe(gauze)
    expect(hands.told('take')[0]).toMatchObject({ subject: 'right', object: 'gauze-3', values: { shared: false } })
  })

  it('S9.3: moves no tool by taking it, and carries it rigidly afterwards', () => {
    const before = tool().p
    reach(0.02, 1)
    expect(distance(tool().p, before)).toBeLessThan(1e-4)
    hands.move('right', add(before, [-0.1, 0.2, 0]), 60)
    hands.wait(45)
    expect(distance(tool().p, add(before, [-0.1, 0.18, 0]))).toBeLessThan(2e-3)
  })

  it('S9.2: lets go at 0.3, keeps between 0.3 and 0.5', () => {
    reach(0, 1)
    hands.squeeze('right', 0.31)
    expect(session.state.hands[1].tool).toBe(index)
    hands.squeeze('right', 0.299)
    expect(session.state.hands[1].tool).toBe(-1)
    expect(hands.told('detach')).toMatchObject([{ subject: 'right', object: SYRINGE, values: { shared: false } }])
  })
})

describe('two hands', () => {
  function hold(side: 'left' | 'right', grip: number): void {
    hands.grasp(side, index, grip)
  }

  it('S9.4: hands a tool over without letting it fall', () => {
    hold('right', 0)
    hands.move('right', [0.2, 0.3, 0.2], 60)
    hands.wait(30)
    hold('left', 1)
    expect(session.state.hands.map((h) => h.tool)).toEqual([index, index])
    expect(hands.told('take').at(-1)?.values).toMatchObject({ shared: true })
    hands.squeeze('right', 0)
    expect(tool().mode).toBe('held')
    const there = tool().p
    hands.wait(90)
    expect(distance(tool().p, there)).toBeLessThan(3e-3)
    expect(hands.told('detach').at(-1)?.values).toMatchObject({ shared: true, stuck: false })
    hands.squeeze('left', 0)
    expect(tool().mode).toBe('loose')
  })

  it('S12.3: holds between two hands that pull apart in the middle of what they want', () => {
    hold('right', 0)
    hands.move('right', [0.2, 0.3, 0.2], 60)
    hands.wait(30)
    hold('left', 1)
    const middle = tool().p
    const left: Vec3 = hands.left.pose?.p ?? [0, 0, 0]
    const right: Vec3 = hands.right.pose?.p ?? [0, 0, 0]
    const pull = 0.006
    hands.left.pose = { p: add(left, [-pull, 0, 0]), q: ALONG_Z }
    hands.right.pose = { p: add(right, [pull, 0, 0]), q: ALONG_Z }
    hands.wait(90)
    expect(distance(tool().p, middle)).toBeLessThan(1e-3)
    const force = 250 * pull
    for (const h of session.state.hands) expect(Math.abs(h.force_n - force)).toBeLessThan(0.1 * force)
  })
})

describe('letting go', () => {
  it('S17.1: testifies a drop on the floor', () => {
    reach(0, 1)
    hands.move('right', [0, 0.4, 0.6], 60)
    hands.squeeze('right', 0)
    hands.wait(200)
    expect(hands.told('drop')).toMatchObject([{ subject: SYRINGE, site: 'floor' }])
    expect(tool().mode).toBe('rest')
    expect(tool().p[1]).toBeLessThan(-0.7)
  })

  it('S17.1: testifies a place on the tray when it is laid back', () => {
    const home = tool().p
    reach(0, 1)
    hands.move('right', add(home, [0, 0.1, 0]), 40)
    hands.move('right', add(home, [0, 0.003, 0]), 60)
    hands.squeeze('right', 0)
    hands.wait(120)
    expect(hands.told('place')).toMatchObject([{ subject: SYRINGE, site: 'tray' }])
    expect(hands.told('drop')).toEqual([])
  })

  it('S17.2: testifies what falls into the bin, which stays there', () => {
    const bin = session.procedure.fixtures.find((f) => f.bin)
    reach(0, 1)
    hands.move('right', add(bin?.at ?? [0, 0, 0], [0, 0.2, 0]), 60)
    hands.wait(20)
    hands.squeeze('right', 0)
    expect(hands.told('place')).toMatchObject([{ subject: SYRINGE, site: 'sharps_box' }])
    hands.wait(90)
    expect(tool()).toMatchObject({ mode: 'rest', on: 'sharps_box' })
    expect(hands.told('drop')).toEqual([])
  })

  it('S17.3: testifies a drop of what is thrown out of the room, once', () => {
    reach(0, 1)
    hands.move('right', [5, 0.5, 0], 200)
    hands.squeeze('right', 0)
    hands.wait(300)
    expect(hands.told('drop').map((e) => e.subject)).toEqual([SYRINGE])
    const there = tool().p
    hands.wait(90)
    expect(tool().p).toEqual(there)
  })

  it('S17.1: says nothing of a tool that was only brushed', () => {
    hands.left.pose = { p: add(tool().p, [0, 0.03, -0.15]), q: ALONG_Z }
    hands.squeeze('left', 1)
    hands.move('left', add(tool().p, [0.012, 0.03, -0.15]), 30)
    hands.wait(120)
    expect(hands.told('place')).toEqual([])
  })
})

describe('lost tracking', () => {
  it('S9.5: freezes the hand with what it holds, and says so once lost and once back', () => {
    reach(0, 1)
    hands.move('right', [0.1, 0.3, 0.2], 60)
    hands.wait(30)
    const [there, pose] = [tool().p, hands.right.pose]
    hands.right.pose = null
    hands.wait(8)
    expect(hands.trouble()).toEqual([])
    hands.wait(82)
    expect(session.state.hands[1].tool).toBe(index)
    expect(distance(tool().p, there)).toBeLessThan(1e-3)
    expect(hands.trouble().map((e) => e.values['trouble'])).toEqual(['tracking_lost'])
    hands.right.pose = pose
    hands.wait(10)
    expect(hands.trouble().map((e) => e.values['trouble'])).toEqual(['tracking_lost', 'tracking_back'])
  })

  it('S9.5: says nothing of a blink, and nothing of a hand that was never seen', () => {
    reach(0, 1)
    const pose = hands.right.pose
    for (let i = 0; i < 5; i++) {
      hands.right.pose = null
      hands.wait(8)
      hands.right.pose = pose
      hands.wait(1)
    }
    expect(hands.trouble()).toEqual([])
  })
})
