import { describe, expect, it } from 'vitest'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { noteOf } from '../../../src/app/room/useTold.ts'
import { command, fetchSpare, helper, pushed } from '../../builders/luer.ts'

/** What is said of an exchange, with or without the helper at the hub. */
function saidOf(held: boolean, exam: boolean): (string | null)[] {
  const hands = pushed(0.02)
  if (held) hands.tick([helper('hold')])
  hands.wait(30)
  const from = hands.session.events.length
  hands.tick([command('unmount', 'right')])
  fetchSpare(hands)
  hands.tick([command('mount', 'right')])
  return hands.session.events
    .slice(from)
    .map((e) => noteOf(e, exam))
    .filter((n) => n !== null)
}

describe('what the room says of an exchange', () => {
  it('is that the syringe is off and on', () => {
    expect(saidOf(true, false)).toEqual(['off', 'on'])
  })

  it('is that the needle moved, when nobody held its hub', () => {
    expect(saidOf(false, false)).toEqual(['off_moved', 'on_moved'])
  })

  it('tells nothing of that in an exam', () => {
    expect(saidOf(false, true)).toEqual(['off', 'on'])
  })

  it('is nothing of a hand that lets go of a tool', () => {
    const event = { tick: 1, clinical_s: 0, kind: 'detach', subject: 'right', object: 'gauze-1', values: {} }
    expect(noteOf({ ...event, values: { shared: false, stuck: false } } as EvidenceEvent, false)).toBeNull()
  })
})
