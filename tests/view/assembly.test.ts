import { Matrix4, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { add, compose, transform, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import { readView, type Session } from '../../src/sim/index.ts'
import { bodyIn, needleIn, toolMatrix } from '../../src/view/frame/assembly.ts'
import type { ViewFeed } from '../../src/view/frame/feed.ts'
import { createFrame, type Frame } from '../../src/view/frame/reader.ts'
import { Caps } from '../../src/view/instruments/caps.ts'
import { command, LUER, LUER_PROCEDURE, luerSession, over, pushed, takeHub, toolAt } from '../builders/luer.ts'

const { instruments } = LUER_PROCEDURE

function frameOf(session: Session, newestHand?: ViewFeed['newestHand']): Frame {
  const view = readView(session)
  const frame = createFrame({ layout: session.layout, latest: () => view, ...(newestHand ? { newestHand } : {}) })
  frame.advance()
  return frame
}

/** Where a point of a drawn tool is. */
function drawn(frame: Frame, index: number, point: Vec3 = [0, 0, 0]): Vector3 {
  const m = new Matrix4()
  expect(toolMatrix(frame, instruments, index, m)).toBe(true)
  return new Vector3(...point).applyMatrix4(m)
}

const NOZZLE = instruments[LUER.full]?.nozzle ?? [NaN, NaN, NaN]
const apart = (frame: Frame): number => drawn(frame, LUER.full, NOZZLE).distanceTo(drawn(frame, LUER.mounted))

describe('a syringe and the needle on it', () => {
  it('are known as one by the mount of the syringe', () => {
    const frame = frameOf(luerSession())
    expect(bodyIn(frame, instruments, LUER.mounted)).toBe(LUER.full)
    expect(needleIn(frame, instruments, LUER.full)).toBe(LUER.mounted)
    for (const alone of [LUER.spare, LUER.lying, LUER.integrated]) {
      expect(bodyIn(frame, instruments, alone)).toBe(alone)
      expect(needleIn(frame, instruments, alone)).toBe(alone)
    }
  })

  it('both follow the newest pose of the hand in air, and stay together', () => {
    const { session } = pushed(-0.05)
    const hand = session.state.hands[1].pose
    const ahead: Pose = { p: add(hand.p, [0.03, 0.02, 0]), q: hand.q }
    const frame = frameOf(session, (side) => (side === 'right' ? ahead : undefined))
    expect(drawn(frame, LUER.mounted).x - toolAt(session, LUER.mounted).p[0]).toBeCloseTo(0.03, 5)
    expect(apart(frame)).toBeLessThan(1e-6)
  })

  it('both stay where the simulation has them while the needle is in tissue', () => {
    const { session } = pushed(0.02)
    const hand = session.state.hands[1].pose
    const ahead: Pose = { p: add(hand.p, [0.03, 0, 0]), q: hand.q }
    const frame = frameOf(session, () => ahead)
    expect(drawn(frame, LUER.full).x).toBeCloseTo(toolAt(session, LUER.full).p[0], 9)
    expect(apart(frame)).toBeLessThan(1e-6)
  })

  it('part when the syringe comes off: it goes with its hand, the needle stays in the tissue', () => {
    const hands = pushed(0.02)
    takeHub(hands)
    hands.tick([command('unmount', 'right')])
    const before = drawn(frameOf(hands.session), LUER.mounted)
    hands.move('right', over(-0.1), 60)
    const frame = frameOf(hands.session)
    expect(bodyIn(frame, instruments, LUER.mounted)).toBe(LUER.mounted)
    expect(drawn(frame, LUER.mounted).distanceTo(before)).toBeLessThan(1e-4)
    expect(apart(frame)).toBeGreaterThan(0.05)
  })

  it('follow the hand that has the hub when no hand has the syringe', () => {
    const hands = pushed(-0.05)
    takeHub(hands)
    hands.squeeze('right', 0)
    hands.wait(30)
    const { session } = hands
    expect(session.state.hands.map((h) => h.tool)).toEqual([LUER.mounted, -1])
    const hand = session.state.hands[0].pose
    const shift: Pose = { p: [0.05, 0, 0], q: [0, 0, 0, 1] }
    const frame = frameOf(session, (side) => (side === 'left' ? compose(shift, hand) : undefined))
    const at = transform(toolAt(session, LUER.full), [0, 0, 0])
    expect(drawn(frame, LUER.full).x - at[0]).toBeCloseTo(0.05, 5)
  })
})

describe('the cap of a needle', () => {
  it('is on while the needle lies, off once a hand has it, and comes back only when a replay goes back', () => {
    const hands = pushed(-0.05)
    const caps = new Caps(instruments)
    const start = frameOf(luerSession())
    caps.read(start)
    expect([LUER.lying, LUER.mounted].map((i) => caps.isOn(i))).toEqual([true, false])
    hands.move('right', [0.3, 0.4, 0.3], 60)
    hands.squeeze('right', 0)
    hands.grasp('right', LUER.lying)
    caps.read(frameOf(hands.session))
    expect(caps.isOn(LUER.lying)).toBe(false)
    caps.read(start)
    expect(caps.isOn(LUER.lying)).toBe(true)
  })
})
