import { describe, expect, it } from 'vitest'
import { Hands } from '../../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../../builders/knee.ts'
import { above, syringeAbove } from '../../builders/pricking.ts'
import { DOWN } from '../../builders/slab.ts'

describe('a needle in a session', () => {
  it('S14.2, S14.3: testifies skin and fat with the force at which they gave way, and leaves both', () => {
    const { hands } = syringeAbove(0.02)
    hands.move('right', above(-0.05), 180)
    const told = hands.session.events.filter((e) => e.kind === 'enter' || e.kind === 'exit')
    expect(told.map((e) => `${e.kind} ${e.site ?? ''}`)).toEqual(['enter skin', 'enter fat', 'exit fat', 'exit skin'])
    expect(told[0]?.values).toMatchObject({ depth_mm: 0, force_n: 1.8, pass: 1 })
  })

  it('S9.6: stays in tissue when let go, and can be taken again', () => {
    const { hands, session, index, needle } = syringeAbove(0.02)
    hands.squeeze('right', 0)
    const tool = session.state.tools[index]
    expect(hands.told('detach').at(-1)?.values).toMatchObject({ stuck: true })
    const there = tool?.p
    hands.right.pose = { p: [0.3, 0.4, 0.3], q: DOWN }
    hands.wait(90)
    expect(tool?.p).toEqual(there)
    hands.right.pose = { p: there ?? [0, 0, 0], q: DOWN }
    hands.squeeze('right', 1)
    hands.move('right', above(-0.05), 90)
    expect(session.state.tools[needle]?.needle?.inserted).toBe(false)
    expect(hands.told('exit').length).toBe(2)
  })

  it('S13.4: testifies contact with bone once a touch', () => {
    const { hands } = syringeAbove(0.03)
    hands.move('right', above(0.055), 60)
    hands.wait(60)
    expect(hands.told('contact').map((e) => e.site)).toEqual(['bone'])
    hands.move('right', above(0.02), 60)
    hands.move('right', above(0.055), 60)
    expect(hands.told('contact').length).toBe(2)
  })

  it('S16.2: a yank of 300 mm sideways stays stable and testifies a bent shaft once', () => {
    const { hands, session, index } = syringeAbove(0.03)
    hands.move('right', above(0.03, 0.35), 1)
    hands.wait(60)
    expect(hands.told('complication')).toMatchObject([{ subject: 'needle-20', values: { complication: 'shaft_bent' } }])
    hands.wait(90)
    const v = session.state.tools[index]?.v ?? [9, 9, 9]
    expect(Math.max(...v.map(Math.abs))).toBeLessThan(1e-2)
  })

  it('S16.1: a grip pressed beyond its limit for half a second slips, once, and the tool gives way in the hand', () => {
    const { hands, session } = syringeAbove(0.03)
    hands.move('right', above(0.2), 30)
    hands.wait(120)
    expect(hands.trouble()).toMatchObject([{ subject: 'syringe-20', values: { trouble: 'slip', force_n: 15 } }])
    expect(session.state.hands[1].force_n).toBeLessThanOrEqual(15 + 1e-9)
  })

  it('S12.5: blunt parts are stopped by skin and by furniture', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    const index = toolIndex(session, 'forceps')
    hands.grasp('right', index)
    hands.move('right', [0.05, 0.3, 0], 60, DOWN)
    hands.move('right', [0.05, 0.15, 0], 90)
    hands.wait(60)
    // 30 mm too deep at 500 N/m against skin of 1,500 N/m and its two points
    const tip = (session.state.tools[index]?.p[1] ?? 0) - 0.07
    expect(tip).toBeGreaterThan(0.11 - 0.012)
    hands.move('right', [0.3, 0.3, -0.1], 60)
    // the couch's top is at -60 mm; the hand asks for 20 mm below it
    hands.move('right', [0.3, -0.01, -0.1], 90)
    hands.wait(60)
    expect((session.state.tools[index]?.p[1] ?? 0) - 0.07).toBeGreaterThan(-0.066)
  })
})
