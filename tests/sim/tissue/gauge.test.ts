import { describe, expect, it } from 'vitest'
import { GAUGES, needleForces, tissue } from '../../../scenes/orthopedic/knee-aspiration/tissue.ts'
import { needle } from '../../../scenes/common/instruments/kit.ts'
import { gaugeFactor, lawFor } from '../../../src/sim/tissue/law.ts'
import { freshNeedle } from '../../../src/sim/tissue/needle.ts'
import { drive, handAt, needleRig, slabTissue, SLAB_LAWS, type Rig } from '../../builders/slab.ts'

const outer = (gauge: number): number => needle(gauge, 38).outer_m

interface Pushed {
  readonly rig: Rig
  /** Greatest force of tissue along the needle, N. */
  readonly peak_n: number
}

/** Pushes a needle of this gauge 26 mm into the slab, whose layer 2 (10 mm thick) has the law of `layer`. */
function pushThrough(layer: string, gauge: number): Pushed {
  const law = tissue[layer]
  if (!law) throw new RangeError(`no tissue law for ${layer}`)
  const laws = SLAB_LAWS.map((l, i) => (i === 2 ? law : l))
  const rig = needleRig({
    tissue: slabTissue(laws),
    coupling: { stiffness_n_m: 4000, angular_nm_rad: 3, limit_n: 200, limit_nm: 0.3 },
  })
  Object.assign(rig.needle, freshNeedle(outer(gauge)))
  let peak_n = 0
  drive(
    rig,
    (t) => handAt(Math.min(0.026, -0.01 + 0.02 * t)),
    2.2,
    (_, log) => {
      peak_n = Math.max(peak_n, log.peak_n)
    },
  )
  return { rig, peak_n }
}

const ruptureOf = ({ rig }: Pushed): number => rig.needle.segments[1]?.peak_n ?? NaN
const layers = Object.keys(tissue).filter((l) => !['air', 'bone', 'marrow'].includes(l))

describe('force by gauge', () => {
  it.each(layers)('S13.7: 18 G needs more force than 25 G in %s, in proportion to the diameter', (layer) => {
    const [thick, thin] = [pushThrough(layer, 18), pushThrough(layer, 25)]
    expect(thick.rig.needle.segments.map((s) => s.layer)).toEqual([1, 2, 3, 4])
    expect(thin.rig.needle.segments.map((s) => s.layer)).toEqual([1, 2, 3, 4])
    expect(ruptureOf(thick) / ruptureOf(thin)).toBeCloseTo(outer(18) / outer(25), 9)
    expect(thick.peak_n).toBeGreaterThan(thin.peak_n * 1.5)
  })

  it('S13.7: shaft friction grows with the circumference', () => {
    const shaft = GAUGES.map((g) => pushThrough('fat', g).rig.needle.shaft_n / outer(g))
    for (const f of shaft) expect(f / (shaft[0] ?? NaN)).toBeCloseTo(1, 1)
  })

  it('leaves the 20 G needle as the laws say, and stiffness alone', () => {
    for (const law of Object.values(tissue)) {
      expect(lawFor(law, outer(20))).toEqual(law)
      expect(lawFor(law, outer(18)).stiffness_n_m).toBe(law.stiffness_n_m)
    }
  })

  it('bone stops the thinnest and the thickest needle', () => {
    const rows = needleForces.filter((f) => f.layer === 'bone')
    expect(rows).toHaveLength(GAUGES.length)
    for (const r of rows) expect(r.rupture_n).toBeGreaterThan(1e8)
  })

  it('refuses a diameter that is none', () => {
    expect(() => gaugeFactor(0)).toThrow(/outer diameter of 0 m/)
    expect(() => gaugeFactor(NaN)).toThrow(/outer diameter of NaN m/)
  })
})

describe('the table of forces', () => {
  it('has a row for each gauge and layer, with a mark on every row', () => {
    expect(needleForces).toHaveLength(GAUGES.length * Object.keys(tissue).length)
    for (const row of needleForces) expect(['source', 'placeholder']).toContain(row.mark)
  })

  it('falls from gauge to gauge in every layer but air', () => {
    for (const layer of Object.keys(tissue).filter((l) => l !== 'air')) {
      const rows = needleForces.filter((f) => f.layer === layer)
      rows.slice(1).forEach((r, i) => {
        expect(r.rupture_n, layer).toBeLessThan(rows[i]?.rupture_n ?? NaN)
        expect(r.cutting_n, layer).toBeLessThan(rows[i]?.cutting_n ?? NaN)
      })
    }
  })
})
