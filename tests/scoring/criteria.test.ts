import { describe, expect, it } from 'vitest'
import { channel, cited, criterion, event, evidence, outcome, row } from './builders.ts'

const say = (object: string): object => ({ kind: 'say', object })
const enter = { kind: 'enter', site: 'skin' }
const said = (t: number, object: string): ReturnType<typeof event> => event('say', t, { subject: 'learner', object })
const entered = (t: number, depth_mm = 0, more = {}): ReturnType<typeof event> =>
  event('enter', t, { site: 'skin', values: { depth_mm, ...more } })
const NOTHING = evidence([])

it('G30: happened, and never happened', () => {
  const e = evidence([said(1, 'hello')])
  expect(outcome({ kind: 'happened', event: say('hello') }, e)).toBe('met')
  expect(outcome({ kind: 'happened', event: say('bye') }, e)).toBe('missed')
  expect(outcome({ kind: 'happened', event: say('hello'), expect: false }, e)).toBe('missed')
  expect(outcome({ kind: 'happened', event: say('bye'), expect: false }, e)).toBe('met')
  expect(row(criterion({ kind: 'happened', event: say('hello') }), e).t).toBe(1)
})

it('G15: patterns look at kind, subject, object, site and values', () => {
  const e = evidence([entered(1, 12, { held: true, verb: 'hold' })])
  const ok = (event: unknown): string => outcome({ kind: 'happened', event }, e)
  expect(ok({ kind: ['exit', 'enter'], subject: ['drill', 'needle'], site: 'skin' })).toBe('met')
  expect(ok({ kind: 'enter', object: 'skin' })).toBe('missed')
  expect(ok([{ kind: 'exit' }, { kind: 'enter' }])).toBe('met')
  expect(ok({ kind: 'enter', where: { held: true, verb: ['hold', 'press'], depth_mm: { above: cited(10) } } })).toBe(
    'met',
  )
  expect(ok({ kind: 'enter', where: { held: false } })).toBe('missed')
  expect(ok({ kind: 'enter', where: { depth_mm: { below: cited(10) } } })).toBe('missed')
  expect(ok({ kind: 'enter', where: { constructor: 'x' } })).toBe('missed')
})

it('G15: subject, object and site may be ids with hyphens, in lists as well', () => {
  const poured = event('dispense', 1, { subject: 'syringe-50', object: 'tube-edta', site: 'test-rack' })
  const ok = (words: object): string =>
    outcome({ kind: 'happened', event: { kind: 'dispense', ...words } }, evidence([poured]))
  expect(ok({ subject: 'syringe-50', object: ['tube-plain', 'tube-edta'], site: 'test-rack' })).toBe('met')
  expect(ok({ object: 'tube_edta' })).toBe('missed')
  expect(ok({ subject: ['syringe-5', '50'] })).toBe('missed')
})

it('G31: count, and count of different things', () => {
  const e = evidence([said(1, 'a'), said(2, 'b'), said(3, 'a')])
  const check = (more: object): object => ({ kind: 'count', event: { kind: 'say' }, ...more })
  expect(outcome(check({ expect: { exactly: 3 } }), e)).toBe('met')
  expect(outcome(check({ distinct: 'object', expect: { exactly: 2 } }), e)).toBe('met')
  expect(outcome(check({ expect: { at_least: 5 }, partly: { at_least: 3 } }), e)).toBe('partly')
  expect(outcome(check({ expect: { exactly: 0 } }), NOTHING)).toBe('met')
})

describe('G12: bounds', () => {
  const at = (v: number, expect: object, partly?: object): string =>
    outcome(
      { kind: 'value', measure: { value: 'depth_mm', of: enter }, expect, ...(partly ? { partly } : {}) },
      evidence([entered(1, v)]),
    )

  it('are inclusive, or exclusive with above and below', () => {
    const between = { between: [cited(10), cited(20)] }
    expect([10, 20, 9.99, 20.01].map((v) => at(v, between))).toEqual(['met', 'met', 'missed', 'missed'])
    expect([10, 10.01].map((v) => at(v, { above: cited(10) }))).toEqual(['missed', 'met'])
    expect([20, 19.99].map((v) => at(v, { below: cited(20) }))).toEqual(['missed', 'met'])
    expect(at(15, { above: cited(10), at_most: cited(15) })).toBe('met')
    expect(at(0.1 + 0.2, { exactly: cited(0.3) })).toBe('met')
  })

  it('near and within make a window', () => {
    const near = { near: cited(10), within: cited(2) }
    expect([8, 12, 7.9, 12.1].map((v) => at(v, near))).toEqual(['met', 'met', 'missed', 'missed'])
  })

  it('a wider band counts half', () => {
    const partly = { tolerance: cited(2) }
    const between = { between: [cited(10), cited(20)] }
    expect([8, 7.9, 22].map((v) => at(v, between, partly))).toEqual(['partly', 'missed', 'partly'])
    expect(at(30, between, { at_most: cited(40) })).toBe('partly')
  })

  it('may be formulas over facts, values of the profile and the device', () => {
    const depth = { near: cited('2.2*weight_kg+6.89'), within: cited(4.2) }
    expect([14.59, 18.7, 18.8].map((v) => at(v, depth))).toEqual(['met', 'met', 'missed'])
    expect(at(1, { at_most: cited('reaction_ms/250') })).toBe('met')
  })
})

describe('G20: measures', () => {
  const e = evidence(
    [entered(1, 3), entered(2, 5), entered(4, 4)],
    [channel('tip_mm', [0, 3, 9, 6]), channel('y_mm', [0, 4, 4, 4])],
  )
  const measured = (measure: object): unknown =>
    row(criterion({ kind: 'value', measure, expect: { at_least: 0 } }), e).measured

  it.each([
    ['first', 3],
    ['last', 4],
    ['max', 5],
    ['min', 3],
    ['mean', 4],
    ['sum', 12],
    ['span', 2],
  ])('%s of the values of events', (take, want) => {
    expect(measured({ value: 'depth_mm', of: enter, take })).toBe(want)
  })

  it('statistics of a channel, counts, times, metrics and pairs', () => {
    expect(measured({ channel: 'tip_mm', take: 'max' })).toBe(9)
    expect(measured({ count: enter })).toBe(3)
    expect(measured({ time: enter, clock: 'motion', take: 'last' })).toBe(4)
    expect(measured({ difference: [{ time: enter, clock: 'clinical', take: 'last' }, { number: cited(1) }] })).toBe(3)
    expect(measured({ difference: [{ number: cited(1) }, { number: cited(4) }], absolute: true })).toBe(3)
    expect(measured({ ratio: [{ count: enter }, { number: cited(6) }] })).toBe(0.5)
    expect(measured({ metric: 'path_length', channels: ['tip_mm', 'y_mm'] })).toBeGreaterThan(0)
  })

  it('the angle between two directions', () => {
    const axis = { axis_x: 0, axis_y: 1, axis_z: 1 }
    const check = (vector: number[]): ReturnType<typeof criterion> =>
      criterion({
        kind: 'value',
        measure: { angle: [{ vector: 'axis', of: enter }, { vector }] },
        expect: { at_least: 0 },
      })
    expect(row(check([0, 1, 0]), evidence([entered(1, 0, axis)])).measured).toBe(45)
    expect(row(check([0, -1, 0]), evidence([entered(1, 0, axis)])).measured).toBe(135)
    expect(row(check([0, 0, 0]), evidence([entered(1, 0, axis)])).outcome).toBe('missed')
    expect(row(check([0, 1, 0]), evidence([entered(1)])).outcome).toBe('missed')
  })

  it('a channel that was not recorded is not measurable here', () => {
    const missing = { kind: 'extreme', measure: { channel: 'spo2', take: 'min' }, expect: { at_least: cited(90) } }
    expect(row(criterion(missing), e)).toMatchObject({ outcome: 'not-measurable', reason: 'channel' })
    const ratio = {
      kind: 'value',
      measure: { ratio: [{ channel: 'spo2', take: 'min' }, { count: enter }] },
      expect: { at_least: 0 },
    }
    expect(outcome(ratio, e)).toBe('not-measurable')
  })

  it('units come from the ending of the key', () => {
    expect(
      row(criterion({ kind: 'value', measure: { value: 'depth_mm', of: enter }, expect: { at_least: 0 } }), e).unit,
    ).toBe('mm')
    const ml = criterion(
      { kind: 'value', measure: { value: 'total_ml', of: enter }, expect: { at_least: 0 } },
      { unit: 'cc' },
    )
    expect(row(ml, e).unit).toBe('cc')
  })
})

it('G33: an extreme over an interval sees only that interval', () => {
  const e = evidence(
    [entered(0.1), event('exit', 0.2, { site: 'skin' })],
    [channel('tip_mm', [9, 9, 9, 1, 2, 1, 1, 9])],
  )
  const check = { kind: 'extreme', measure: { channel: 'tip_mm', take: 'max' }, expect: { at_most: cited(3) } }
  const between = { from: enter, to: { kind: 'exit' } }
  expect(row(criterion(check, { between }), e)).toMatchObject({ outcome: 'met', measured: 2 })
  expect(row(criterion(check), e)).toMatchObject({ outcome: 'missed', measured: 9 })
})

describe('G34: durations name their clock', () => {
  const e = evidence([
    event('cover', 1, { clinical_s: 10 }),
    event('enter', 3, { clinical_s: 310 }),
    event('cover', 4, { clinical_s: 311 }),
    event('enter', 5, { clinical_s: 312 }),
  ])
  const took = (more: object): unknown =>
    row(
      criterion({ kind: 'duration', from: { kind: 'cover' }, to: { kind: 'enter' }, expect: { at_least: 0 }, ...more }),
      e,
    ).measured

  it('motion or clinical, of the first, last, longest, shortest or all', () => {
    expect(took({ clock: 'motion' })).toBe(2)
    expect(took({ clock: 'clinical' })).toBe(300)
    expect(took({ clock: 'clinical', take: 'shortest' })).toBe(1)
    expect(took({ clock: 'clinical', take: 'longest' })).toBe(300)
    expect(took({ clock: 'clinical', take: 'last' })).toBe(1)
    expect(took({ clock: 'clinical', take: 'total' })).toBe(301)
  })

  it('spans that share an event follow one another', () => {
    const steps = { from: { kind: 'enter' }, to: { kind: 'enter' }, clock: 'motion', take: 'total' }
    const three = evidence([entered(1), entered(2), entered(4)])
    expect(row(criterion({ kind: 'duration', ...steps, expect: { at_least: 0 } }), three).measured).toBe(3)
  })

  it('a span that never ended is missed', () => {
    expect(took({ clock: 'motion', to: { kind: 'exit' } })).toBeNull()
  })

  it('of a channel that stayed in a range', () => {
    const low = evidence([], [channel('spo2', [95, 88, 87, 91], 1)])
    const check = {
      kind: 'duration',
      channel: 'spo2',
      while: { below: cited(90) },
      clock: 'motion',
      expect: { exactly: cited(2) },
    }
    expect(outcome(check, low)).toBe('met')
    expect(outcome(check, NOTHING)).toBe('not-measurable')
  })
})

describe('G35: order', () => {
  const order = (more: object = {}): object => ({ kind: 'order', first: say('explain'), next: enter, ...more })

  it('first before next', () => {
    expect(outcome(order(), evidence([said(1, 'explain'), entered(2)]))).toBe('met')
    expect(outcome(order(), evidence([entered(1), said(2, 'explain')]))).toBe('missed')
    expect(outcome(order({ late: 'partly' }), evidence([entered(1), said(2, 'explain')]))).toBe('partly')
    expect(outcome(order(), evidence([entered(1)]))).toBe('missed')
  })

  it('two events of one tick keep the order in which they stand', () => {
    expect(outcome(order(), evidence([said(1, 'explain'), entered(1)]))).toBe('met')
    expect(outcome(order(), evidence([entered(1), said(1, 'explain')]))).toBe('missed')
  })

  it('each next has its own first, or each first is followed', () => {
    const twice = evidence([said(1, 'explain'), entered(2), entered(3)])
    expect(outcome(order({ each: 'next' }), twice)).toBe('missed')
    expect(outcome(order({ each: 'next' }), evidence([said(1, 'explain'), entered(2)]))).toBe('met')
    expect(outcome(order({ each: 'first' }), evidence([said(1, 'explain'), entered(2), said(3, 'explain')]))).toBe(
      'missed',
    )
    expect(outcome(order({ each: 'first' }), evidence([said(1, 'explain'), said(2, 'explain'), entered(3)]))).toBe(
      'missed',
    )
    expect(outcome(order({ each: 'first' }), twice)).toBe('met')
    expect(row(criterion(order({ each: 'first' })), NOTHING).reason).toBe('absent')
    expect(row(criterion(order({ each: 'next' })), NOTHING).reason).toBe('absent')
  })
})

it('G36: region covered', () => {
  const cover = (t: number, share: number, site = 'prep'): ReturnType<typeof event> =>
    event('cover', t, { subject: 'swab', site, values: { share } })
  const check = { kind: 'covered', region: 'prep', by: 'swab', expect: { at_least: cited(0.9) } }
  expect(outcome(check, evidence([cover(1, 0.5), cover(2, 0.95)]))).toBe('met')
  expect(outcome(check, evidence([cover(1, 0.5), cover(2, 0.99, 'thigh')]))).toBe('missed')
  expect(outcome({ ...check, by: 'gauze' }, evidence([cover(1, 1)]))).toBe('missed')
})

it('G37: a choice is judged by its text, the last one by default', () => {
  const choose = (t: number, choice: string): ReturnType<typeof event> =>
    event('choose', t, { subject: 'learner', object: 'steroid', values: { choice } })
  const check = { kind: 'choice', about: 'steroid', right: ['no'], partly: ['ask'] }
  expect(outcome(check, evidence([choose(1, 'yes'), choose(2, 'no')]))).toBe('met')
  expect(outcome({ ...check, take: 'first' }, evidence([choose(1, 'yes'), choose(2, 'no')]))).toBe('missed')
  expect(outcome(check, evidence([choose(1, 'ask')]))).toBe('partly')
  expect(row(criterion(check), evidence([choose(1, 'yes')]))).toMatchObject({ measured: 'yes', expected: 'no' })
  expect(row(criterion(check), NOTHING)).toMatchObject({ outcome: 'missed', reason: 'absent' })
})

describe('G38, G39: combinations', () => {
  const yes = { kind: 'happened', event: say('a') }
  const no = { kind: 'happened', event: say('z') }
  const unknown = { kind: 'extreme', measure: { channel: 'none', take: 'max' }, expect: { at_most: 0 } }
  const e = evidence([said(1, 'a'), said(2, 'b')])

  it('any takes the best, all the worst', () => {
    expect(outcome({ kind: 'any', checks: [no, yes] }, e)).toBe('met')
    expect(outcome({ kind: 'any', checks: [no, no] }, e)).toBe('missed')
    expect(outcome({ kind: 'all', checks: [yes, no] }, e)).toBe('missed')
    expect(outcome({ kind: 'all', checks: [yes, yes] }, e)).toBe('met')
  })

  it('what could not be measured decides only when nothing else does', () => {
    expect(outcome({ kind: 'any', checks: [unknown, yes] }, e)).toBe('met')
    expect(outcome({ kind: 'any', checks: [unknown, no] }, e)).toBe('not-measurable')
    expect(outcome({ kind: 'all', checks: [unknown, no] }, e)).toBe('missed')
    expect(outcome({ kind: 'all', checks: [unknown, yes] }, e)).toBe('not-measurable')
  })

  it('k of several', () => {
    const k = (n: number, checks: object[], more = {}): string => outcome({ kind: 'k_of', k: n, checks, ...more }, e)
    expect(k(2, [yes, yes, no])).toBe('met')
    expect(k(2, [yes, no, no])).toBe('missed')
    expect(k(2, [yes, no, no], { partly_from: 1 })).toBe('partly')
    expect(k(2, [yes, unknown, no])).toBe('not-measurable')
  })

  it('a sequence is met one after the other', () => {
    const of = (...words: string[]): object[] => words.map((w) => ({ kind: 'happened', event: say(w) }))
    const s = (words: string[], more = {}): string => outcome({ kind: 'sequence', checks: of(...words), ...more }, e)
    expect(s(['a', 'b'])).toBe('met')
    expect(s(['b', 'a'])).toBe('missed')
    expect(s(['b', 'a'], { unordered: 'partly' })).toBe('partly')
    expect(s(['b', 'z'], { unordered: 'partly' })).toBe('missed')
    expect(s(['a', 'a'])).toBe('missed')
  })
})
