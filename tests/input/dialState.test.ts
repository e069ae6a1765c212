import { describe, expect, it } from 'vitest'
import { DialState } from '../../src/input/dialState.ts'

const tool = (plunger_ml: number) => ({ dial: 'plunger' as const, plunger_ml, capacity_ml: 5 })
const DT = 0.1

describe('DialState', () => {
  it('lets go for one sample when an act has moved the plunger: nothing in between is passed through', () => {
    const dial = new DialState()
    dial.adopt(tool(0))
    const seen = [0, 0, 0, 0, 0, 3, 3, 3].map((ml) => {
      dial.reconcile(tool(ml), DT)
      return dial.advance(DT)?.plunger_ml ?? null
    })
    expect(seen).toEqual([0, 0, 0, 0, 0, null, 3, 3])
  })

  it('goes on turning from where the act has put it', () => {
    const dial = new DialState()
    dial.adopt(tool(0))
    for (const ml of [0, 0, 0, 0, 0, 3, 3]) {
      dial.reconcile(tool(ml), DT)
      dial.advance(DT)
    }
    dial.turn(-1, false)
    expect(dial.advance(DT)?.plunger_ml).toBeCloseTo(2.5, 9)
  })
})
