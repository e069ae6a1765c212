import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/sim/index.ts'
import { Hands } from '../../builders/hands.ts'
import { fakeKneeSession } from '../../builders/knee.ts'

const helper = (verb: string, target: string): Command => ({ command: 'helper', args: { verb, target, firmness: 2 } })

describe('built-in commands', () => {
  it('S3.3: are obeyed in their order, each with its evidence, in the tick that brought them', () => {
    const hands = new Hands(fakeKneeSession())
    hands.wait(4)
    hands.tick([
      { command: 'say', args: { phrase: 'explain' } },
      helper('steady', 'patella'),
      helper('press', 'pouch'),
      { command: 'assist', args: { id: 'tremor_filter', on: 1 } },
      { command: 'wait', args: { seconds: '30' } },
      { command: 'finish', args: {} },
    ])
    const told = hands.session.events.map((e) => [e.tick, e.kind, e.subject, e.object ?? ''].join(' '))
    expect(told).toEqual([
      '4 say learner explain',
      '4 choose helper patella',
      '4 choose helper pouch',
      '4 choose learner assist_tremor_filter',
      '4 wait learner ',
      '4 phase learner finished',
    ])
    expect(hands.session.state.finished).toBe(true)
    // the helper of a right-handed learner works with the left hand, and does what was said last
    expect(hands.session.state.hands[0]).toMatchObject({ verb: 'press', target: 'pouch', firmness: 2 })
  })

  it('S3.1: that only concern the view change nothing', () => {
    const hands = new Hands(fakeKneeSession())
    const before = structuredClone(hands.session.state)
    hands.tick([
      { command: 'view', args: { name: 'side' } },
      { command: 'recenter', args: {} },
    ])
    const idle = new Hands(fakeKneeSession())
    idle.tick()
    expect(hands.session.state).toEqual(idle.session.state)
    expect(hands.session.state.tick).toBe(before.tick + 1)
    expect(hands.session.events).toEqual([])
  })
})
