import { describe, expect, it } from 'vitest'
import { IDENTITY, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import { PlungerPinch, thumbEnd, type PinchTool } from '../../src/input/xr/plungerPinch.ts'
import { LOST_HAND, type HandInput } from '../../src/sim/tick.ts'

/** A 20 mL syringe as the scenes have it, pointing away from the learner (tool +z to -z of the space). */
const SYRINGE: PinchTool = {
  id: 'syringe',
  dial: 'plunger',
  plunger_ml: 2,
  capacity_ml: 20,
  pose: { p: [0.1, 1, -0.2], q: [0, 1, 0, 0] },
  plunger: { end_m: -0.055, m_per_ml: 0.0035 },
}
/** Thumb end at 2 mL, 62 mm behind the grip and so towards the learner. */
const END: Vec3 = [0.1, 1, -0.2 + 0.062]

function bare(p: Vec3, squeeze: number): HandInput {
  return { ...LOST_HAND, pose: { p, q: IDENTITY }, tracked: 2, squeeze, index: p, curl: [0, 0, 0, 0, 0] }
}

interface Step {
  readonly left: HandInput
  readonly right?: HandInput
  readonly tool?: PinchTool | null
  readonly leftTool?: PinchTool
  readonly opening?: boolean
}

const HOLDER = bare(SYRINGE.pose.p, 1)

/** Runs the steps; the plunger after each, with the left hand's squeeze as the sample has it. */
function run(steps: readonly Step[], pinch = new PlungerPinch()): (readonly [number | null, number])[] {
  return steps.map(({ left, right = HOLDER, tool = SYRINGE, leftTool = null, opening = false }) => {
    const hands = { left, right }
    const put = pinch.advance({
      hands,
      tools: { left: leftTool, right: tool },
      opening: { left: opening, right: false },
    })
    if (put) expect(put.side).toBe('right')
    return [put?.plunger_ml ?? null, pinch.quiet('left', left).squeeze] as const
  })
}

const beside = (x: number, z = 0): Vec3 => [END[0] + x, END[1], END[2] + z]
const open = (x: number, z = 0): Step => ({ left: bare(beside(x, z), 0) })
const closed = (x: number, z = 0): Step => ({ left: bare(beside(x, z), 1) })

describe('PlungerPinch', () => {
  it('finds the thumb end behind the barrel, farther back the more is drawn', () => {
    expect(thumbEnd(SYRINGE)?.[2]).toBeCloseTo(-0.062, 12)
    expect(thumbEnd({ ...SYRINGE, plunger_ml: 20 })?.[2]).toBeCloseTo(-0.125, 12)
    expect(thumbEnd({ ...SYRINGE, plunger: null })).toBeNull()
  })

  it('draws backwards and injects forwards by the travel of the plunger, within the barrel', () => {
    const mm = [0, 35, 14, -7, -100, 100]
    const got = run([open(0), ...mm.map((z) => closed(0, z / 1000))]).map(([ml]) => ml)
    expect(got[0]).toBeNull()
    for (const [i, want] of [2, 12, 6, 0, 0, 20].entries()) expect(got[i + 1]).toBeCloseTo(want, 9)
  })

  it('takes no notice of sideways motion', () => {
    expect(run([open(0), closed(0), closed(0.05)])[2]?.[0]).toBeCloseTo(2, 9)
  })

  it('grips within 60 mm of the thumb end and not beyond', () => {
    expect(run([open(0.059), closed(0.059)])[1]).toEqual([2, 0])
    expect(run([open(0.061), closed(0.061)])[1]).toEqual([null, 1])
  })

  it('leaves a pinch at the main grip alone, so that a syringe can be handed over', () => {
    expect(run([open(0, -0.04), closed(0, -0.04)])[1]).toEqual([null, 1])
  })

  it('counts only a pinch that begins there', () => {
    expect(run([open(0.2), closed(0.2), closed(0), closed(0, 0.03)]).map(([ml]) => ml)).toEqual(Array(4).fill(null))
  })

  it('grips nothing else while it has the plunger, and is free again when it has opened', () => {
    expect(run([open(0), closed(0), closed(0, 0.3), open(0, 0.3), closed(0, 0.3)]).map(([, s]) => s)).toEqual([
      0, 0, 0, 0, 1,
    ])
  })

  it('keeps silent after the syringe was let go, until the hand has opened', () => {
    const gone = { ...closed(0), tool: null }
    expect(run([open(0), closed(0), gone, closed(0), open(0), closed(0)])).toEqual([
      [null, 0],
      [2, 0],
      [null, 0],
      [null, 0],
      [null, 0],
      [2, 0],
    ])
  })

  it('leaves the plunger where it is while the fingers open, and goes on from there when they close again', () => {
    const got = run([
      open(0),
      closed(0),
      closed(0, 0.035),
      { ...closed(0, 0.1), opening: true },
      closed(0, 0.1),
      closed(0, 0.107),
    ]).map(([ml]) => ml)
    for (const [i, want] of [2, 12, 12, 12, 14].entries()) expect(got[i + 1]).toBeCloseTo(want, 9)
  })

  it('is measured against the syringe: both hands moving together move nothing', () => {
    const moved: Pose = { p: [0.1, 1, -0.1], q: [0, 1, 0, 0] }
    const got = run([open(0), closed(0), { ...closed(0, 0.1), tool: { ...SYRINGE, pose: moved } }])
    expect(got[2]?.[0]).toBeCloseTo(2, 9)
  })

  it('freezes while either hand is lost, and does not take that for letting go', () => {
    const lostLeft: Step = { left: LOST_HAND }
    const lostRight: Step = { ...closed(0, 0.05), right: LOST_HAND }
    const got = run([open(0), closed(0), closed(0, 0.007), lostLeft, lostRight, closed(0, 0.014)]).map(([ml]) => ml)
    for (const [i, want] of [2, 4, 4, 4, 6].entries()) expect(got[i + 1]).toBeCloseTo(want, 9)
  })

  it('asks for two bare hands, and for an empty one', () => {
    const controller = { ...HOLDER, curl: null }
    expect(run([open(0), { ...closed(0), right: controller }])[1]).toEqual([null, 1])
    expect(run([open(0), { ...closed(0), leftTool: SYRINGE }])[1]).toEqual([null, 1])
    expect(run([open(0), { ...closed(0), tool: { ...SYRINGE, dial: null, plunger: null } }])[1]).toEqual([null, 1])
  })
})
