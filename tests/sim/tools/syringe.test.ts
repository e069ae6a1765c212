import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drivePlunger,
  flow,
  freshSyringe,
  setContents,
  wantedPlunger,
  needleResistance,
  type SyringeState,
} from '../../../src/sim/tools/syringe.ts'
import { needle } from '../../../scenes/common/instruments/kit.ts'

const DT = 1 / 90
const WATER = 1e-3
const FLUID = { pressure_kpa: 0, resistance: needleResistance(0.6e-3, 0.038, 6e-3), available_ml: 50 }

type Opening = 'air' | 'tissue' | 'fluid' | typeof FLUID

function draw(s: SyringeState, to: number, from: Opening, ticks: number): number {
  const { source, at } = typeof from === 'string' ? { source: from, at: FLUID } : { source: 'fluid' as const, at: from }
  let drawn = 0
  for (let i = 0; i < ticks; i++) {
    drivePlunger(s, to, 20, DT)
    drawn += flow(s, source, at, DT).drawn_ml
  }
  return drawn
}

describe('syringe', () => {
  it('S15.1: moves its plunger by at most 20 mL/s, between 0 and the capacity', () => {
    const s = freshSyringe()
    drivePlunger(s, 5, 20, DT)
    expect(s.plunger_ml).toBeCloseTo(20 * DT, 12)
    for (let i = 0; i < 300; i++) drivePlunger(s, 99, 20, DT)
    expect(s.plunger_ml).toBe(20)
    for (let i = 0; i < 300; i++) drivePlunger(s, -5, 20, DT)
    expect(s.plunger_ml).toBe(0)
  })

  it('S15.2: has suction only while it is drawn ahead of its contents', () => {
    const s = freshSyringe()
    drivePlunger(s, 0, 20, DT)
    expect(s.suction_kpa).toBe(0)
    draw(s, 2, 'tissue', 60)
    expect(s.suction_kpa).toBeGreaterThan(50)
    expect(s.suction_kpa).toBeLessThanOrEqual(95)
    draw(s, 0, 'tissue', 60)
    expect(s.suction_kpa).toBe(0)
  })

  it('S15.2: draws air at once when the opening is free, and loses its vacuum by it', () => {
    const s = freshSyringe()
    draw(s, 2, 'tissue', 60)
    expect(draw(s, 2, 'air', 1)).toBe(0)
    expect(s.air_ml).toBeCloseTo(2, 9)
    expect(s.suction_kpa).toBe(0)
    expect(draw(s, 2, 'fluid', 90)).toBe(0)
  })

  it('S15.3: resists by the fourth power of the bore and the length (Hagen and Poiseuille)', () => {
    const base = needleResistance(0.6e-3, 0.038, WATER)
    expect(needleResistance(0.3e-3, 0.038, WATER) / base).toBeCloseTo(16, 9)
    expect(needleResistance(0.6e-3, 0.076, WATER) / base).toBeCloseTo(2, 9)
    expect(needleResistance(0.6e-3, 0.038, 5 * WATER) / base).toBeCloseTo(5, 9)
    // 8 mu L / (pi r^4) = 1.195e10 Pa s/m3 = 11.95 kPa s/mL
    expect(base).toBeCloseTo(11.95, 2)
  })

  it('S15.3: draws the faster the wider the needle', () => {
    const took = [25, 22, 20, 18].map((gauge) => {
      const { inner_m, length_m } = needle(gauge, 38)
      const s = freshSyringe()
      const at = { ...FLUID, resistance: needleResistance(inner_m, length_m, 6e-3) }
      let ticks = 0
      for (; s.fluid_ml < 9 && ticks < 9e4; ticks++) draw(s, 10, at, 1)
      return ticks / 90
    })
    expect(took).toEqual([...took].sort((a, b) => b - a))
    expect(took[0]).toBeGreaterThan(2 * (took[3] ?? NaN))
  })

  it('S15.3: never draws more than there is', () => {
    const s = freshSyringe()
    expect(draw(s, 10, { ...FLUID, available_ml: 0.01 }, 1)).toBeLessThanOrEqual(0.01)
  })

  it('S15.4: empties liquid first, then air', () => {
    const s: SyringeState = { ...freshSyringe(), plunger_ml: 5, fluid_ml: 3, air_ml: 2 }
    draw(s, 2, 'tissue', 30)
    expect([s.fluid_ml, s.air_ml]).toEqual([0, 2])
    draw(s, 1, 'tissue', 30)
    expect(s.air_ml).toBeCloseTo(1, 9)
  })

  it('S15.5: an act leaves the plunger where it put it until the dial moves', () => {
    const s = freshSyringe()
    setContents(s, 5, 0)
    expect([wantedPlunger(s, 0), wantedPlunger(s, undefined)]).toEqual([5, 5])
    expect(wantedPlunger(s, 4.9)).toBe(4.9)
    expect(wantedPlunger(s, 0)).toBe(0)
  })

  it('S15.4: keeps volumes whatever is done with it', () => {
    const act = fc.tuple(
      fc.double({ min: -5, max: 30, noNaN: true }),
      fc.constantFrom('fluid' as const, 'air' as const, 'tissue' as const),
    )
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
        const s = freshSyringe()
        for (const [to, source] of acts) {
          const before = s.fluid_ml
          drivePlunger(s, to, 20, DT)
          const f = flow(s, source, FLUID, DT)
          expect(s.fluid_ml).toBeCloseTo(before + f.drawn_ml - f.pushed_ml, 9)
          expect(s.fluid_ml + s.air_ml).toBeLessThanOrEqual(s.plunger_ml + 1e-9)
          expect(Math.min(s.fluid_ml, s.air_ml, s.suction_kpa)).toBeGreaterThanOrEqual(-1e-12)
        }
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})
