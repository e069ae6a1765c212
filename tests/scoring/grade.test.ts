import { describe, expect, it } from 'vitest'
import { grade, parseProtocol } from '../../scoring/index.ts'
import {
  channel,
  cited,
  criterion,
  DEVICE,
  event,
  evidence,
  FACTS,
  guessed,
  protocolJson,
  report,
  row,
} from './builders.ts'

type Json = ReturnType<typeof criterion>

/** A criterion that is met when the learner says its word. */
const word = (id: string, more: Json = {}): Json =>
  criterion({ kind: 'happened', event: { kind: 'say', object: id } }, { id, ...more })
const said = (...words: string[]): ReturnType<typeof evidence> =>
  evidence(words.map((w, i) => event('say', i, { object: w })))
/** A criterion with a placeholder number that is met at `ok` or more repetitions. */
const provisional = (id: string, ok: number, more: Json = {}): Json =>
  criterion({ kind: 'value', measure: { count: { kind: 'say' } }, expect: { at_least: guessed(ok) } }, { id, ...more })
const signed = { review: { state: 'signed', by: [{ name: 'Zhao', date: '2026-01-31', read: 'every number' }] } }
const CUT = { competent: cited(80), developing: cited(60) }

describe('G42: scores are weighted shares', () => {
  it('met counts 1, partly 0.5, missed 0', () => {
    const half = criterion(
      {
        kind: 'value',
        measure: { count: { kind: 'say' } },
        expect: { at_least: cited(9) },
        partly: { at_least: cited(1) },
      },
      { id: 'half' },
    )
    expect(report([word('a', { weight: 3 }), word('b'), half], said('a')).score).toBe(70)
  })

  it('result and conduct are scored apart, placeholders included', () => {
    const r = report([word('a'), word('b', { part: 'conduct' }), provisional('p', 1)], said('a'))
    expect(r).toMatchObject({ score: 66.67, result: 100, conduct: 0 })
    expect(r.parts.conduct.score).toBe(0)
  })

  it('what does not apply weighs nothing', () => {
    const never = word('b', { when: { fact: 'prosthesis', is: true } })
    expect(report([word('a'), never], said('a')).score).toBe(100)
    expect(report([never], said()).score).toBeNull()
  })
})

describe('G43, G44: what a device cannot measure', () => {
  const force = (weight: number): Json => word('f', { needs: ['force'], weight })

  it('hands its weight to the rest of its part', () => {
    const rows = [word('a', { part: 'conduct' }), word('b'), force(1)]
    // result weighs 2 of 3, whatever of it could be measured
    expect(report(rows, said('a'))).toMatchObject({ score: 33.33, result: 0, conduct: 100 })
    expect(report(rows, said('b'))).toMatchObject({ score: 66.67 })
  })

  it('below 70 % of measurable weight a part has no band', () => {
    expect(report([word('a', { weight: 7 }), force(3)], said('a')).parts.result).toMatchObject({
      provisional_band: 'competent',
      measurable: 0.7,
    })
    const less = report([word('a', { weight: 6 }), force(4)], said('a'))
    expect(less.parts.result).toMatchObject({ provisional_band: 'not-set', measurable: 0.6, score: 100 })
    expect(less.provisional_band).toBe('not-set')
  })

  it('a set band falls back to not-set as well', () => {
    const protocol = { ...signed, bands: { overall: CUT } }
    expect(report([word('a', { weight: 6 }), force(4)], said('a'), { protocol })).toMatchObject({
      band: 'not-set',
      passed: null,
    })
  })
})

describe('G45, G47: bands that are set', () => {
  const protocol = { ...signed, bands: { overall: CUT, decisions: CUT, hand: { controllers: CUT } } }

  it('count no placeholder', () => {
    const rows = [word('a'), provisional('p', 99, { weight: 9 })]
    expect(report(rows, said('a'), { protocol })).toMatchObject({
      score: 10,
      provisional_band: 'needs-work',
      band: 'competent',
      passed: true,
    })
  })

  it('without a cut there is no band, and nobody passes or fails', () => {
    expect(report([word('a')], said('a'))).toMatchObject({
      band: 'not-set',
      passed: null,
      provisional_band: 'competent',
    })
    expect(report([word('a')], said())).toMatchObject({ band: 'not-set', passed: null, provisional_band: 'needs-work' })
  })

  it('developing and needs-work do not pass', () => {
    const rows = [word('a', { weight: 6 }), word('b', { weight: 4 })]
    expect(report(rows, said('a'), { protocol })).toMatchObject({ band: 'developing', passed: false })
    expect(report(rows, said('b'), { protocol })).toMatchObject({ band: 'needs-work', passed: false })
  })

  it('hand skill is banded only inside an input class that has a cut', () => {
    const rows = [word('a', { skill: 'hand' })]
    expect(report(rows, said('a'), { protocol }).bands.hand.band).toBe('competent')
    expect(report(rows, said('a'), { protocol, device: { input_class: 'mouse' } }).bands.hand.band).toBe('not-set')
    expect(report(rows, said('a'), { protocol }).bands.decisions).toMatchObject({ band: 'not-set', score: null })
  })
})

describe('G46: critical errors', () => {
  const critical = word('a', { critical: true, weight: 0 })

  it('fail the attempt whatever the score', () => {
    const r = report([critical, word('b')], said('b'))
    expect(r).toMatchObject({ score: 100, provisional_band: 'needs-work' })
    expect(r.critical_errors).toMatchObject([{ id: 'a', t: null }])
    expect(r.bands.decisions.provisional_band).toBe('needs-work')
  })

  it('fail it under a set band too, even below the measurable weight', () => {
    const protocol = { ...signed, bands: { overall: CUT } }
    const force = word('f', { needs: ['force'], weight: 9 })
    expect(report([critical, word('b'), force], said('b'), { protocol })).toMatchObject({
      band: 'needs-work',
      passed: false,
    })
  })

  it('carry the time of what happened', () => {
    const forbidden = criterion({ kind: 'happened', event: { kind: 'contaminate' }, expect: false }, { critical: true })
    expect(report([forbidden], evidence([event('contaminate', 2)])).critical_errors).toMatchObject([{ id: 'c', t: 2 }])
  })
})

describe('G19: what never occurred', () => {
  const depth = { kind: 'value', measure: { value: 'depth_mm', of: { kind: 'enter' } }, expect: { at_most: cited(9) } }

  it('is missed, for a critical criterion not applicable, unless it says otherwise', () => {
    expect(row(criterion(depth), said())).toMatchObject({ outcome: 'missed', reason: 'absent' })
    expect(row(criterion(depth, { critical: true }), said())).toMatchObject({
      outcome: 'not-applicable',
      reason: 'absent',
    })
    expect(row(criterion(depth, { absent: 'not-applicable' }), said()).outcome).toBe('not-applicable')
    expect(row(criterion(depth, { critical: true, absent: 'missed' }), said()).outcome).toBe('missed')
  })
})

describe('G50, G53, G54, G55: what a report shows beside the marks', () => {
  const straight = Array.from({ length: 60 }, (_, i) => i)
  const motion = [
    { id: 'needle-path', metric: 'path_length', channels: ['x_mm'] },
    { id: 'lost', metric: 'sparc', channels: ['y_mm'] },
  ]

  it('motion metrics with unit and filter, which change no score', () => {
    const e = evidence([event('say', 0, { object: 'a' })], [channel('x_mm', straight)])
    const r = report([word('a')], e, { protocol: { motion } })
    expect(r.motion['needle-path']?.value).toBeCloseTo(59, 1)
    expect(r.motion['needle-path']).toMatchObject({ unit: 'mm', filter: 'butterworth2-6hz-zero-phase' })
    expect(r.motion['lost']?.value).toBeNull()
    expect(report([word('a')], said('a')).score).toBe(r.score)
  })

  it('detection limits, trouble with the controls, review and scope', () => {
    const limits = [{ id: 'layer_enter', value: 0.3, unit: 'mm', mark: 'placeholder' as const }]
    const e = evidence([event('control_trouble', 1), event('control_trouble', 2)])
    const r = report([word('a')], e, { options: { limits, case: 'hot-knee', seed: 7 } })
    expect(r).toMatchObject({
      detection_limits: limits,
      case: 'hot-knee',
      seed: 7,
      scope: 'county',
      input_class: 'controllers',
    })
    expect(r.notes).toEqual([{ code: 'control_trouble', value: 2 }])
    expect(r.review.text.en).toContain('no clinician has signed it')
    expect(r.review.text.zh).toContain('尚无临床专家签字')
  })
})

it('G8: a profile changes values and conditions', () => {
  const title = { en: 'a', zh: 'b' }
  const profiles = [
    { id: 'CN', title, values: { limit: cited(2) } },
    { id: 'WHO', title, values: { limit: cited(5) } },
  ]
  const c = criterion({
    kind: 'value',
    measure: { count: { kind: 'say' } },
    expect: { at_most: cited('limit+weight_kg*0') },
  })
  const outcome = (profile?: string): string =>
    row(c, said('a', 'b', 'c'), { protocol: { profiles }, options: profile ? { profile } : {} }).outcome
  expect([outcome(), outcome('CN'), outcome('WHO')]).toEqual(['missed', 'missed', 'met'])
  expect(() => outcome('XX')).toThrow('grade: got profile "XX", expected one of CN, WHO')
})

it('G40: a case that lacks a fact is refused with the path, never guessed', () => {
  const c = criterion({ kind: 'value', measure: { count: { kind: 'say' } }, expect: { at_most: cited('2*weight_kg') } })
  const p = parseProtocol(protocolJson([c]))
  expect(() => grade(p, {}, said(), DEVICE)).toThrow(
    'criteria[0].check.expect.at_most.value: the case has no fact "weight_kg"',
  )
})

it('G56: the same arguments give the same report, and change nothing', () => {
  const p = parseProtocol(protocolJson([word('a'), provisional('p', 2)]))
  const e = said('a', 'b')
  const before = JSON.stringify([e, FACTS, DEVICE])
  expect(JSON.stringify(grade(p, FACTS, e, DEVICE))).toBe(JSON.stringify(grade(p, FACTS, e, DEVICE)))
  expect(JSON.stringify([e, FACTS, DEVICE])).toBe(before)
})
