import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRUG_IDS, drawUp, giveOut, mgOf, noContents, takeIn, volumeOf } from '../../../../scenes/common/drugs/index.ts'
import type { Mix } from '../../../../scenes/common/drugs/index.ts'

const ml = fc.double({ min: 0, max: 20, noNaN: true })
const what = fc.constantFrom(...DRUG_IDS, 'clear', 'bloody')
const mix = fc.array(fc.tuple(what, ml), { maxLength: 6 }).map((parts) => {
  const m: Mix = {}
  for (const [id, x] of parts) takeIn(m, id, x)
  return m
})

describe('what a syringe holds', () => {
  it('conserves every part of it when pushed out', () => {
    fc.assert(
      fc.property(mix, ml, (m, x) => {
        const before = { ...m }
        const out = giveOut(m, x)
        for (const [id, had] of Object.entries(before)) expect((m[id] ?? 0) + (out[id] ?? 0)).toBeCloseTo(had, 12)
        expect(volumeOf(out)).toBeCloseTo(Math.min(x, volumeOf(before)), 9)
        for (const left of Object.values(m)) expect(left).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('comes out as mixed as it was', () => {
    fc.assert(
      fc.property(mix, ml, (m, x) => {
        const [volume, mg] = [volumeOf(m), mgOf(m, 'lidocaine')]
        const out = giveOut(m, x)
        expect(mgOf(out, 'lidocaine') * volume).toBeCloseTo(mg * volumeOf(out), 6)
      }),
    )
  })

  it('is empty after all of it was pushed out', () => {
    fc.assert(
      fc.property(mix, (m) => {
        giveOut(m, volumeOf(m) + 1)
        expect(m).toEqual({})
      }),
    )
  })

  it('never takes more than the barrel has room for', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(what, fc.double({ min: -5, max: 20, noNaN: true }))), (draws) => {
        const m: Mix = {}
        let sum = 0
        for (const [id, x] of draws) sum += drawUp(m, id, x, 10)
        expect(volumeOf(m)).toBeLessThanOrEqual(10 + 1e-9)
        expect(sum).toBeCloseTo(volumeOf(m), 9)
      }),
    )
  })

  it('5 mL of 2 % and 5 mL of saline are 100 mg of 1 %, like the diluted ampoule', () => {
    const mixed: Mix = {}
    expect([drawUp(mixed, 'lidocaine_2', 5, 10), drawUp(mixed, 'saline', 8, 10)]).toEqual([5, 5])
    expect(mgOf(mixed, 'lidocaine')).toBe(100)
    expect(mgOf({ lidocaine_2_diluted: 10 }, 'lidocaine')).toBe(100)
    expect(giveOut(mixed, 2)).toEqual({ lidocaine_2: 1, saline: 1 })
  })

  it('of joint fluid weighs no drug, and a whole mix can be taken in', () => {
    const [a, b]: Mix[] = [{ cloudy: 3, triamcinolone: 1 }, { cloudy: 1 }]
    takeIn(b ?? {}, a ?? {})
    expect(b).toEqual({ cloudy: 4, triamcinolone: 1 })
    expect([mgOf(b ?? {}, 'lidocaine'), mgOf(b ?? {}, 'triamcinolone')]).toEqual([0, 40])
  })

  it('of one tool is not that of another', () => {
    const [first, second] = noContents(2)
    takeIn(first ?? {}, 'saline', 1)
    expect(second).toEqual({})
  })
})
