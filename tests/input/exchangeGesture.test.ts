import { beforeEach, describe, expect, it } from 'vitest'
import { add, rotate, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import { createLook } from '../../src/app/scene/look.ts'
import { RoomQuery } from '../../src/app/scene/sceneQuery.ts'
import { ViewNames } from '../../src/app/scene/viewNames.ts'
import {
  DWELL_S,
  ExchangeGesture,
  PULL_M,
  type ExchangeFrame,
  type ExchangeNow,
} from '../../src/input/xr/exchangeGesture.ts'
import { LOST_HAND, readView, type HandInput } from '../../src/sim/index.ts'
import { LUER, pushed, takeHub, toolAt } from '../builders/luer.ts'

const AT: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] }
const DT = 0.01
const NONE = { left: null, right: null } as const

const hand = (more: Partial<HandInput> = {}): HandInput => ({ ...LOST_HAND, pose: AT, tracked: 2, ...more })
const bare = (): HandInput => hand({ curl: [0, 0, 0, 0, 0] })
const tool = (id: string, needle: string | null) => ({ id, needle, pose: AT, grasp: AT, axis: [0, 0, 1] as Vec3 })
const on = (gap_m: number, angle_rad = 0): ExchangeNow => ({ act: 'on', gap_m, angle_rad })
const OFF: ExchangeNow = { act: 'off', gap_m: Infinity, angle_rad: Infinity }
const NEAR: ExchangeNow = { act: 'near', gap_m: Infinity, angle_rad: Infinity }

let gesture: ExchangeGesture
/** Commands of the right hand in one frame. */
function frame(now: ExchangeNow | null, right: HandInput = hand(), more: Partial<ExchangeFrame> = {}): string[] {
  const base: ExchangeFrame = {
    hands: { left: hand(), right },
    tools: NONE,
    now: { left: null, right: now },
    pressed: { left: false, right: false },
  }
  return gesture.advance({ ...base, ...more }, DT).map((c) => `${c.command} ${String(c.args['hand'])}`)
}
const pressed = { pressed: { left: false, right: true } } as const

beforeEach(() => {
  gesture = new ExchangeGesture()
})

describe('the button of a controller', () => {
  it('takes the syringe off and puts it on, once for a press', () => {
    expect(frame(OFF, hand(), pressed)).toEqual(['unmount right'])
    expect(frame(on(0.03), hand(), pressed)).toEqual([])
    expect(frame(on(0.03))).toEqual([])
    expect(frame(on(0.03), hand(), pressed)).toEqual(['mount right'])
  })

  it('does nothing where an exchange would do nothing', () => {
    expect(frame(null, hand(), pressed)).toEqual([])
    frame(null)
    expect(frame(NEAR, hand(), pressed)).toEqual([])
  })
})

describe('a nozzle in a hub', () => {
  it('goes on by the trigger when it is within 12 mm and straight, and not otherwise', () => {
    const trigger = hand({ trigger: 1 })
    expect(frame(on(0.015), trigger)).toEqual([])
    expect(frame(on(0.01, 0.5), trigger)).toEqual([])
    expect(frame(on(0.01), hand({ trigger: 0.2 }))).toEqual([])
    expect(frame(on(0.01), trigger)).toEqual(['mount right'])
  })

  it('keeps that trigger from drawing until it was let go', () => {
    frame(on(0.01), hand({ trigger: 1 }))
    frame(OFF, hand({ trigger: 1 }))
    expect(gesture.claimsTrigger('right')).toBe(true)
    frame(OFF, hand({ trigger: 0 }))
    expect(gesture.claimsTrigger('right')).toBe(false)
    frame(OFF, hand({ trigger: 1 }))
    expect(gesture.claimsTrigger('right')).toBe(false)
  })

  it('goes on by itself in bare hands that keep it there, and not when they pass by', () => {
    const frames = Math.ceil(DWELL_S / DT) + 2
    for (let i = 0; i < frames / 2; i++) expect(frame(on(0.01), bare())).toEqual([])
    frame(NEAR, bare())
    const told = Array.from({ length: frames }, () => frame(on(0.01), bare())).flat()
    expect(told).toEqual(['mount right'])
  })

  it('goes on again only after the nozzle has been away', () => {
    frame(OFF, hand(), pressed)
    expect(frame(on(0.005), hand({ trigger: 1 }))).toEqual([])
    frame(on(0.025))
    expect(frame(on(0.005), hand({ trigger: 1 }))).toEqual(['mount right'])
  })
})

describe('a syringe pulled off the hub that the other hand has', () => {
  const back = (m: number): HandInput => hand({ pose: { p: [0, 0, -m], q: AT.q } })
  const both = { left: tool('needle', 'needle'), right: tool('syringe', 'needle') }

  it('comes off when its hand is 15 mm behind', () => {
    expect(frame(OFF, back(PULL_M - 0.001), { tools: both })).toEqual([])
    expect(frame(OFF, back(PULL_M + 0.001), { tools: both })).toEqual(['unmount right'])
  })

  it('stays on when nobody, or somebody else, has the hub', () => {
    expect(frame(OFF, back(0.03), { tools: { left: null, right: both.right } })).toEqual([])
    expect(frame(OFF, back(0.03), { tools: { left: tool('gauze', null), right: both.right } })).toEqual([])
    const whole = tool('syringe', 'syringe')
    expect(frame(OFF, back(0.03), { tools: { left: whole, right: whole } })).toEqual([])
  })

  it('knows the hands of the simulation', () => {
    const hands = pushed(0.02)
    takeHub(hands)
    const { session } = hands
    const axis = rotate(toolAt(session, LUER.full).q, [0, 0, 1])
    const right = session.state.hands[1].pose
    const pull = (m: number): string[] => {
      const at: Pose = { p: add(right.p, [-m * axis[0], -m * axis[1], -m * axis[2]]), q: right.q }
      const view = readView(session)
      const query = new RoomQuery({ session, names: new ViewNames(session.layout, view), look: createLook() })
      const tools = { left: query.tool('left'), right: query.tool('right') }
      return frame(OFF, hand({ pose: at }), { tools })
    }
    expect(pull(0.005)).toEqual([])
    expect(pull(0.025)).toEqual(['unmount right'])
  })
})
