import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deposit, numbAt, spreadRadius, type Infiltration } from '../../../../scenes/common/drugs/index.ts'
import type { Vec3 } from '../../../../scoring/math/index.ts'

const AT: Vec3 = [0.01, 0.09, 0.04]
const part = (ml: number, since_s = 0, mg_ml = 10, at: Vec3 = AT): Infiltration[0] => ({
  at,
  ml,
  mg: ml * mg_ml,
  since_s,
})
const spots = (...parts: Infiltration): Infiltration => {
  const list: Infiltration = []
  for (const p of parts) deposit(list, p)
  return list
}
const off = (mm: number): Vec3 => [AT[0] + mm * 1e-3, AT[1], AT[2]]

describe('infiltrated tissue', () => {
  it('is not numb at once, half after 45 s, wholly after a minute and a half', () => {
    const one = spots(part(1))
    expect([0, 45, 90, 900].map((s) => numbAt(one, AT, s))).toEqual([0, 0.5, 1, 1])
  })

  it('is numb as far as the volume reaches and feels all beyond', () => {
    const r = spreadRadius(1) * 1e3
    expect(r).toBeGreaterThan(6.2)
    const one = spots(part(1))
    expect(numbAt(one, off(r * 0.99), 200)).toBe(1)
    expect(numbAt(one, off(r * 1.25), 200)).toBeCloseTo(0.5, 6)
    expect(numbAt(one, off(r * 1.51), 200)).toBe(0)
  })

  it('eight times the volume reaches twice as far', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), (ml) => {
        expect(spreadRadius(8 * ml) / spreadRadius(ml)).toBeCloseTo(2, 12)
      }),
    )
  })

  it('is never less numb later, nor for a second deposit elsewhere', () => {
    const ml = fc.double({ min: 0.05, max: 5, noNaN: true })
    const mm = fc.double({ min: -25, max: 25, noNaN: true })
    const time = fc.double({ min: 0, max: 300, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(ml, ml), fc.tuple(mm, mm), fc.tuple(time, time), ([a, b], [where, point], [t, more]) => {
        const one = numbAt(spots(part(a)), off(point), t)
        expect(numbAt(spots(part(a)), off(point), t + more)).toBeGreaterThanOrEqual(one)
        const apart: Vec3 = [off(where)[0], AT[1] + 0.004, AT[2]]
        const two = numbAt(spots(part(a), part(b, 0, 10, apart)), off(point), t)
        expect(two).toBeGreaterThanOrEqual(one - 1e-12)
        expect(two).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('given in a thousand drops is one deposit of the same dose, its onset at the mean of them', () => {
    const many = spots(...Array.from({ length: 1000 }, (_, i) => part(0.002, i / 100)))
    expect(many.length).toBe(1)
    expect(many[0]?.ml).toBeCloseTo(2, 9)
    expect(many[0]?.mg).toBeCloseTo(20, 9)
    expect(many[0]?.since_s).toBeCloseTo(4.995, 6)
  })

  it('saline numbs nothing, half strength half', () => {
    expect(numbAt(spots(part(2, 0, 0)), AT, 500)).toBe(0)
    expect(numbAt(spots(part(2, 0, 5)), AT, 500)).toBeCloseTo(0.5, 12)
    expect(spots(part(0))).toEqual([])
  })
})
