import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DRUG_IDS,
  DRUGS,
  LIDOCAINE_LIMITS,
  addLidocaine,
  maxLidocaineMg,
  mgPerKg,
  noExposure,
} from '../../../../scenes/common/drugs/index.ts'

describe('the dose of lidocaine', () => {
  it.each([
    [3.5, 14],
    [45, 180],
    [50, 200],
    [58, 200],
    [90, 200],
  ])('for %s kg is %s mg: the lower of 4 mg/kg and 200 mg', (kg, mg) => {
    expect(maxLidocaineMg('CN', kg)).toBe(mg)
  })

  it('follows the label in every profile, and cites it', () => {
    expect(LIDOCAINE_LIMITS.CN).toMatchObject({ mark: 'source', source: expect.stringContaining('label') })
    expect(LIDOCAINE_LIMITS.WHO).toEqual(LIDOCAINE_LIMITS.CN)
    expect(maxLidocaineMg('WHO', 50)).toBe(200)
  })

  it.each([0, -3, Number.NaN, Infinity])('refuses a weight of %s kg', (kg) => {
    expect(() => maxLidocaineMg('CN', kg)).toThrow(`got weight ${kg} kg`)
    expect(() => mgPerKg(10, kg)).toThrow(RangeError)
  })

  it('15 mL of 2 % in 50 kg is 6 mg/kg', () => {
    expect(mgPerKg(15 * DRUGS.lidocaine_2.mg_ml, 50)).toBe(6)
  })

  it('is passed once, however it is divided; the full dose itself passes nothing', () => {
    const who = { profile: 'CN', weight_kg: 50 } as const
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (parts) => {
        const e = noExposure()
        const told = Array.from({ length: parts }, () => addLidocaine(e, 200 / parts, who))
        expect(told).not.toContain(true)
        expect(e.toxic).toBe(false)
        expect([addLidocaine(e, 1, who), addLidocaine(e, 1, who), e.toxic]).toEqual([true, false, true])
      }),
    )
  })
})

it('the drugs have names in both languages, and a source where the number is not a placeholder', () => {
  for (const id of DRUG_IDS) {
    const drug = DRUGS[id]
    expect(drug.id).toBe(id)
    expect(drug.title.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(drug.mark === 'source').toBe(drug.source !== undefined)
  }
})
