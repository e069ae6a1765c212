import { describe, expect, it } from 'vitest'
import { channel, cited, criterion, event, evidence, report, row } from './builders.ts'

type Json = ReturnType<typeof criterion>

/** A criterion that is met when the learner says its word. */
const word = (id: string, more: Json = {}): Json =>
  criterion({ kind: 'happened', event: { kind: 'say', object: id } }, { id, ...more })
const said = (...words: string[]): ReturnType<typeof evidence> =>
  evidence(words.map((w, i) => event('say', i, { object: w })))
const signed = { review: { state: 'signed', by: [{ name: 'Zhao', date: '2026-01-31', read: 'every number' }] } }
const CUT = { competent: cited(80), developing: cited(60) }

describe('G41: needs, assists and clock', () => {
  const on = (needs: string[], input_class: 'controllers' | 'hands' | 'mouse' | 'touch' | 'buttons'): string =>
    row(word('a', { needs }), said('a'), { device: { input_class } }).outcome

  it.each([
    ['place', 'met met met not-measurable not-measurable'],
    ['depth', 'met met met not-measurable not-measurable'],
    ['angle', 'met not-measurable met not-measurable not-measurable'],
    ['redirection', 'met not-measurable met not-measurable not-measurable'],
    ['hub', 'met not-measurable not-measurable not-measurable not-measurable'],
    ['steadiness', 'met not-measurable not-measurable not-measurable not-measurable'],
    ['asepsis_fine', 'met not-measurable not-measurable not-measurable not-measurable'],
    ['asepsis_gross', 'met met met met met'],
    ['force', 'not-measurable not-measurable not-measurable not-measurable not-measurable'],
    ['plunge', 'not-measurable not-measurable not-measurable not-measurable not-measurable'],
    ['torque', 'not-measurable not-measurable not-measurable not-measurable not-measurable'],
  ])('%s', (need, want) => {
    const got = (['controllers', 'hands', 'mouse', 'touch', 'buttons'] as const).map((c) => on([need], c))
    expect(got.join(' ')).toBe(want)
  })

  it('an assist that makes a criterion trivial makes it not measurable', () => {
    const c = word('a', { spoiled_by: ['glide'] })
    expect(row(c, said('a'), { device: { assists: ['glide'] } })).toMatchObject({
      outcome: 'not-measurable',
      reason: 'assist',
    })
    expect(row(c, said('a'), { device: { assists: ['tremor_filter'] } }).outcome).toBe('met')
  })

  it('above 20 % of lost clock reactions are not measurable, above 5 % the report says so', () => {
    const c = word('a', { needs: ['reaction'] })
    const at = (clock_lost: number): [string, number] => {
      const r = report([c], said('a'), { device: { clock_lost } })
      return [r.criteria[0]?.outcome ?? '', r.notes.filter((n) => n.code === 'clock_lost').length]
    }
    expect([at(0.05), at(0.06), at(0.2), at(0.21)]).toEqual([
      ['met', 0],
      ['met', 1],
      ['met', 1],
      ['not-measurable', 1],
    ])
  })

  it('a measured value is shown even where it is not judged', () => {
    const c = criterion(
      { kind: 'extreme', measure: { channel: 'force_n', take: 'max' }, expect: { at_most: cited(5) } },
      { needs: ['force'] },
    )
    const r = row(c, evidence([], [channel('force_n', [1, 7, 2])]))
    expect(r).toMatchObject({ outcome: 'not-measurable', reason: 'device', measured: 7, unit: 'N', expected: '<= 5' })
  })

  it('a two-sided tolerance narrower than three times the jitter is not measurable', () => {
    const c = criterion(
      {
        kind: 'value',
        measure: { value: 'depth_mm', of: { kind: 'enter' } },
        expect: { near: cited(10), within: cited(2) },
      },
      { needs: ['depth'] },
    )
    const e = evidence([event('enter', 1, { values: { depth_mm: 10 } })])
    expect(row(c, e, { device: { jitter_mm: 0.66 } }).outcome).toBe('met')
    expect(row(c, e, { device: { jitter_mm: 0.67 } })).toMatchObject({ outcome: 'not-measurable', reason: 'jitter' })
  })
})

describe('G48, G49: to confirm', () => {
  const depth = (depth_mm: number): ReturnType<typeof evidence> =>
    evidence([event('enter', 1, { values: { depth_mm } })])
  const deep = criterion(
    { kind: 'value', measure: { value: 'depth_mm', of: { kind: 'enter' } }, expect: { at_most: cited(10) } },
    { critical: true, needs: ['depth'] },
  )

  it('a critical error of pose nearer than three times the jitter is a human decision, and scores 0', () => {
    const near = report([deep, word('a')], { ...depth(10.8) })
    expect(near.criteria[0]).toMatchObject({ outcome: 'to-confirm', measured: 10.8 })
    expect(near).toMatchObject({ score: 0, critical_errors: [], to_confirm: [{ id: 'c', t: 1 }] })
    expect(report([deep], depth(11)).critical_errors).toHaveLength(1)
    expect(report([deep], depth(9.9)).criteria[0]?.outcome).toBe('met')
  })

  it('nobody passes or fails while something is to be confirmed', () => {
    const protocol = { ...signed, bands: { overall: CUT } }
    expect(
      report([deep, word('a', { weight: 9 })], evidence([...depth(10.5).events, ...said('a').events]), { protocol }),
    ).toMatchObject({
      band: 'competent',
      passed: null,
    })
  })

  it('without a measured length the margin of the event decides', () => {
    const c = criterion(
      { kind: 'happened', event: { kind: 'enter', object: 'lesion' }, expect: false },
      { critical: true, needs: ['place'], margin: 'inside_mm' },
    )
    const inside = (values: Record<string, number>): string =>
      row(c, evidence([event('enter', 1, { object: 'lesion', values })])).outcome
    expect(inside({ inside_mm: 3 })).toBe('missed')
    expect(inside({ inside_mm: 0.5 })).toBe('to-confirm')
    expect(inside({})).toBe('to-confirm')
    expect(row(c, said()).outcome).toBe('met')
  })

  it('an error that is not critical, or rests on no pose, is simply missed', () => {
    const more = { needs: ['depth'] }
    const check = {
      kind: 'value',
      measure: { value: 'depth_mm', of: { kind: 'enter' } },
      expect: { at_most: cited(10) },
    }
    expect(row(criterion(check, more), depth(10.1)).outcome).toBe('missed')
    expect(row(criterion(check, { critical: true }), depth(10.1)).outcome).toBe('missed')
  })
})
