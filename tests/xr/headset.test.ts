import { describe, expect, it } from 'vitest'
import { compose, type Pose } from '../../scoring/math/index.ts'
import { SHORTEST_GAP_MS, createHaptics, feel, toControllers } from '../../src/xr/haptics.ts'
import { SnapStick, originOf, seatMoved, snapTurned } from '../../src/xr/workOrigin.ts'

const frame: Pose = { p: [0.1, 0.75, -0.5], q: [0, Math.sin(0.2), 0, Math.cos(0.2)] }
const head: Pose = { p: [0.2, 1.5, 0.3], q: [0, 0, 0, 1] }

describe('the work frame', () => {
  it('puts the scene where the wearer has the working surface', () => {
    const back = compose(originOf(frame), frame)
    for (const v of back.p) expect(v).toBeCloseTo(0, 9)
  })

  it('turns round the head: its distance to the patient stays, its height too', () => {
    const turned = snapTurned(frame, head, 30)
    const reach = (f: Pose): number => Math.hypot(f.p[0] - head.p[0], f.p[2] - head.p[2])
    expect(reach(turned)).toBeCloseTo(reach(frame), 9)
    expect(turned.p[1]).toBe(frame.p[1])
    const whole = Array.from({ length: 12 }).reduce<Pose>((f) => snapTurned(f, head, 30), frame)
    for (const k of [0, 1, 2] as const) expect(whole.p[k]).toBeCloseTo(frame.p[k], 9)
  })

  it('brings what lies to the right to the front when the wearer turns right', () => {
    const right: Pose = { p: [1, 0, 0], q: [0, 0, 0, 1] }
    const turned = snapTurned(right, { p: [0, 0, 0], q: [0, 0, 0, 1] }, 90)
    expect(turned.p[2]).toBeCloseTo(-1, 9)
  })

  it('moves the seat the other way than the patient', () => {
    const level: Pose = { p: [0, 0.75, 0], q: [0, 0, 0, 1] }
    expect(seatMoved(level, 0.1, 0.05, 0.2).p).toEqual([-0.1, 0.7, 0.2])
  })

  it('turns once for one push of the stick', () => {
    const stick = new SnapStick()
    expect([0, 0.9, 1, 0.8, 0.1, -0.9, -1].map((x) => stick.read(x))).toEqual([0, 1, 0, 0, 0, -1, 0])
  })
})

describe('haptics', () => {
  function rig() {
    let now = 0
    const sent: number[] = []
    const haptics = createHaptics({ now: () => now, send: (_, s) => sent.push(s) > 0 })
    return { haptics, sent, tick: (ms: number) => void (now += ms) }
  }

  it('send at most fifty pulses a second to a hand, and count what they hold back', () => {
    const { haptics, sent, tick } = rig()
    for (let i = 0; i < 1000; i++) {
      haptics.pulse('right', 0.5, 10, 'force')
      tick(1)
    }
    expect(sent.length).toBe(1000 / SHORTEST_GAP_MS)
    expect(haptics.held).toBe(1000 - sent.length)
  })

  it('limit each hand on its own and log every pulse with its cause', () => {
    const { haptics } = rig()
    haptics.pulse('left', 0.5, 10, 'take')
    feel(haptics, { kind: 'give', side: 'right', strength: 1 })
    expect(haptics.log.map((p) => `${p.side} ${p.cause}`)).toEqual(['left take', 'right give'])
  })

  it('log nothing when there is no actuator: bare hands', () => {
    const hands = [{ handedness: 'left' }, { handedness: 'right', gamepad: null }]
    const haptics = createHaptics({ now: () => 0, send: toControllers(() => hands) })
    expect(haptics.pulse('left', 1, 20, 'give')).toBe(false)
    expect(haptics.log).toEqual([])
  })

  it('reach the actuator of the right controller', () => {
    const felt: string[] = []
    const controller = (handedness: string) => ({
      handedness,
      gamepad: { hapticActuators: [{ pulse: (v: number, ms: number) => felt.push(`${handedness} ${v} ${ms}`) }] },
    })
    const sources = [controller('left'), controller('right')]
    createHaptics({ now: () => 0, send: toControllers(() => sources) }).pulse('right', 0.6, 40, 'take')
    expect(felt).toEqual(['right 0.6 40'])
  })
})
