// The syringe is changed and the needle stays in the joint: what the whole procedure makes of it.
import { describe, expect, it } from 'vitest'
import type { KneeState } from '../../scenes/orthopedic/knee-aspiration/state.ts'
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { Report } from '../../scoring/index.ts'
import { judge } from '../builders/errorMatrix.ts'
import { Hands } from '../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../builders/knee.ts'

const outcomeOf = (r: Report, id: string): string | undefined => r.criteria.find((c) => c.id === id)?.outcome
const exchanges = (events: readonly EvidenceEvent[]): EvidenceEvent[] => events.filter((e) => 'hub_mm' in e.values)

describe('the steroid goes in through the needle that drained', () => {
  const { session, report } = judge('expert', 'tense-oa', 11)

  it('with one puncture, and the hub where it was', () => {
    const told = exchanges(session.events).map((e) => [e.kind, e.subject, e.object, e.values])
    const still = { hub_mm: 0, held: true }
    expect(told).toEqual([
      ['detach', 'syringe-50', 'needle-18', still],
      ['attach', 'syringe-10', 'needle-18', still],
    ])
    const skin = session.events.filter((e) => e.kind === 'enter' && e.site === 'skin').map((e) => e.subject)
    expect(skin).toEqual(['needle-25', 'needle-18'])
    expect(['hub-held', 'hub-still', 'injected'].map((id) => outcomeOf(report, id))).toEqual(['met', 'met', 'met'])
  })

  it('and the needle goes into the box on the syringe that it is on, the emptied one into the waste', () => {
    const placed = session.events.filter((e) => e.kind === 'place').map((e) => [e.subject, e.site])
    expect(placed).toContainEqual(['syringe-50', 'waste'])
    expect(placed.at(-1)).toEqual(['syringe-10', 'sharps_box'])
  })

  it('while a hub that nobody holds follows the twist', () => {
    const free = judge('hub-free', 'tense-oa', 11)
    const moved = exchanges(free.session.events).map((e) => Number(e.values['hub_mm']))
    expect(Math.max(...moved)).toBeGreaterThan(0)
    expect(outcomeOf(free.report, 'hub-held')).toBe('missed')
  })
})

describe('a syringe without a needle', () => {
  it('draws air, and does not pierce', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    const index = toolIndex(session, 'syringe-10')
    hands.grasp('right', index)
    hands.move('right', [0.05, 0.3, 0], 60, [Math.SQRT1_2, 0, 0, Math.SQRT1_2])
    hands.move('right', [0.05, 0.13, 0], 60)
    hands.right.plunger_ml = 4
    hands.wait(60)
    const syringe = session.state.tools[index]?.syringe
    expect(syringe?.air_ml).toBeCloseTo(4, 6)
    expect([syringe?.fluid_ml, syringe?.suction_kpa]).toEqual([0, 0])
    expect(hands.told('enter')).toEqual([])
    expect((session.state.procedure as KneeState).drawn_ml).toBe(0)
  })
})
