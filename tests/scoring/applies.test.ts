import { describe, expect, it } from 'vitest'
import { channel, cited, criterion, event, evidence, row } from './builders.ts'

const say = (object: string): object => ({ kind: 'say', object })
const enter = { kind: 'enter', site: 'skin' }
const said = (t: number, object: string): ReturnType<typeof event> => event('say', t, { subject: 'learner', object })
const entered = (t: number, depth_mm = 0, more = {}): ReturnType<typeof event> =>
  event('enter', t, { site: 'skin', values: { depth_mm, ...more } })
const NOTHING = evidence([])

describe('G16: when', () => {
  const check = { kind: 'happened', event: say('a') }
  const e = evidence([event('choose', 1, { object: 'block', values: { choice: 'yes' } })])
  const applies = (when: object, facts = {}): boolean =>
    row(criterion(check, { when }), e, { facts }).outcome !== 'not-applicable'

  it.each([
    [{ fact: 'prosthesis', is: false }, true],
    [{ fact: 'prosthesis', is: true }, false],
    [{ fact: 'kind_of', is: ['septic', 'gout'] }, true],
    [{ fact: 'kind_of', is: 'gout' }, false],
    [{ fact: 'weight_kg', below: cited(3) }, false],
    [{ choice: 'block' }, true],
    [{ choice: 'block', is: ['no'] }, false],
    [{ choice: 'steroid' }, false],
    [{ event: { kind: 'choose' } }, true],
    [{ event: { kind: 'enter' } }, false],
    [{ profile: 'CN' }, true],
    [{ not: { profile: 'CN' } }, false],
    [{ all: [{ profile: 'CN' }, { event: { kind: 'enter' } }] }, false],
    [{ any: [{ profile: 'CN' }, { event: { kind: 'enter' } }] }, true],
  ])('%j: %s', (when, want) => {
    expect(applies(when)).toBe(want)
  })

  it('a fact that the case lacks stops the grading with its path', () => {
    const when = { fact: 'weight_kg', below: cited(3) }
    expect(() => applies(when, { weight_kg: 'heavy' })).toThrow(
      'criteria[0].when: got the fact "weight_kg" = heavy, expected a number',
    )
  })
})

describe('G17: between', () => {
  const check = { kind: 'count', event: { kind: 'say' }, expect: { exactly: 1 } }
  const e = evidence([
    said(1, 'a'),
    entered(2),
    said(3, 'b'),
    event('exit', 4),
    said(5, 'c'),
    event('exit', 6),
    said(7, 'd'),
  ])
  const counted = (between: object): unknown => row(criterion(check, { between }), e).measured

  it('cuts the evidence at its first, or last, ends', () => {
    expect(counted({ from: { kind: 'enter' }, to: { kind: 'exit' } })).toBe(1)
    expect(counted({ from: { kind: 'enter' }, to: { last: { kind: 'exit' } } })).toBe(2)
    expect(counted({ from: { kind: 'enter' } })).toBe(3)
    expect(counted({ to: { kind: 'enter' } })).toBe(1)
    expect(counted({ from: { last: { kind: 'exit' } } })).toBe(1)
    expect(counted({ from: { kind: 'enter' }, to: { kind: 'drop' } })).toBe(3)
  })

  it('an interval that never began is absent', () => {
    expect(row(criterion(check, { between: { from: { kind: 'drop' } } }), e)).toMatchObject({
      outcome: 'missed',
      reason: 'absent',
    })
  })
})

describe('G18: per', () => {
  const e = evidence(
    [entered(0.1, 10, { pass: 1 }), event('exit', 0.3, { values: { pass: 1 } }), entered(0.5, 20, { pass: 2 })],
    [channel('tip_mm', [0, 0, 0, 1, 2, 3, 1, 1, 1, 1, 9, 9, 9, 9, 9, 4, 5, 4])],
  )
  const depth = { kind: 'value', measure: { value: 'depth_mm', of: enter }, expect: { at_most: cited(15) } }
  const judged = (per: object, check: object = depth): unknown => row(criterion(check, { per }), e)

  it('takes the worst, the best or the mean of the repeats', () => {
    expect(judged({ each: enter, take: 'worst' })).toMatchObject({ outcome: 'missed', measured: 20 })
    expect(judged({ each: enter, take: 'best' })).toMatchObject({ outcome: 'met', measured: 10 })
    expect(judged({ each: enter, take: 'mean' })).toMatchObject({ outcome: 'met', measured: 15 })
  })

  it('counts the repeats that are met', () => {
    expect(judged({ each: enter, take: 'count', expect: { exactly: 1 } })).toMatchObject({
      outcome: 'met',
      measured: 1,
    })
  })

  it('groups by a value, and cuts channels to each repeat', () => {
    expect(judged({ by: 'pass', among: enter, take: 'worst' })).toMatchObject({ measured: 20 })
    const tip = { kind: 'extreme', measure: { channel: 'tip_mm', take: 'max' }, expect: { at_most: cited(5) } }
    expect(judged({ each: enter, until: { kind: 'exit' }, take: 'worst' }, tip)).toMatchObject({
      outcome: 'met',
      measured: 3,
    })
    expect(judged({ each: enter, take: 'worst' }, tip)).toMatchObject({ outcome: 'missed', measured: 9 })
  })

  it('without a repeat there is nothing to judge', () => {
    expect(row(criterion(depth, { per: { each: enter, take: 'worst' } }), NOTHING)).toMatchObject({
      outcome: 'missed',
      reason: 'absent',
    })
  })
})
