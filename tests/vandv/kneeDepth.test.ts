// Depth of the fluid under the skin against print. Cases, seeds and ways are those of the procedure. Beside the patella the
// performers choose the steepest way on which fluid lies at the published depth, so that agreement says: there is such a way.
import { beforeAll, describe, expect, it } from 'vitest'
import { expertPlan } from '../../scenes/orthopedic/knee-aspiration/performers/plan.ts'
import { mad } from '../../scoring/math/index.ts'
import { lying, mean, pass, perpendicular, share, taughtWay } from '../builders/straightNeedle.ts'

/** "10 to 20 mm in an average adult" by the parapatellar way, lateral or medial: Medscape 79994 (technique page). */
const PUBLISHED_MM = [10, 20] as const
/** Cases whose body is the average one (fat 5-10 mm, girth -2 to 4 mm). */
const AVERAGE = ['hot-knee', 'tense-oa', 'cellulitis']
const SEEDS = 20
const WAYS = ['superolateral', 'lateral', 'medial'] as const
type Way = (typeof WAYS)[number]

interface Depths {
  readonly straight: number[]
  readonly path: number[]
}

/** Longer than any needle, so that deep fluid is measured and not missed. */
const PROBE_M = 0.06

function depths(caseId: string, portal: Way, ml?: number): Depths {
  const found: Depths = { straight: [], path: [] }
  for (let seed = 1; seed <= SEEDS; seed++) {
    const session = lying(caseId, seed, 15, ml)
    found.straight.push(pass(session, perpendicular(session, portal), PROBE_M).fluid_mm)
    found.path.push(pass(session, taughtWay(session, portal, expertPlan(caseId).aim), PROBE_M).fluid_mm)
  }
  return found
}

const inside = (list: readonly number[]): number => share(list, (x) => x >= PUBLISHED_MM[0] && x <= PUBLISHED_MM[1])
const met = (list: readonly number[]): number[] => list.filter((x) => x === x)
const average: Partial<Record<Way, Depths>> = {}

function averageOf(way: Way): Depths {
  const found = average[way]
  if (!found) throw new RangeError(`depths: "${way}" was not measured`)
  return found
}

function told(name: string, list: readonly number[]): string {
  const mm = met(list).sort((a, b) => a - b)
  const ends = `${mm[0]?.toFixed(1)} to ${mm.at(-1)?.toFixed(1)}`
  return `${name}: ${mm.length} of ${list.length} met fluid, mean ${mean(mm).toFixed(1)} mm (${ends}), in 10-20: ${(inside(list) * 100).toFixed(0)} %`
}

describe('depth to fluid of average adults, knee at 15 degrees', () => {
  beforeAll(() => {
    for (const way of WAYS) {
      const all = AVERAGE.map((c) => depths(c, way))
      average[way] = { straight: all.flatMap((d) => d.straight), path: all.flatMap((d) => d.path) }
      console.info(told(`${way} straight down`, averageOf(way).straight))
      console.info(told(`${way} along the way`, averageOf(way).path))
    }
  }, 60_000)

  it('is met in every patient by every portal', () => {
    for (const way of WAYS) expect(met(averageOf(way).path).length).toBe(AVERAGE.length * SEEDS)
  })

  it('lies at the published 10 to 20 mm along the way beside the patella, in nine of ten laterally, always medially', () => {
    expect(inside(averageOf('lateral').path)).toBeGreaterThan(0.9)
    expect(inside(averageOf('medial').path)).toBe(1)
    expect(inside(averageOf('medial').straight)).toBe(1)
  })

  it('MISS: straight under the lateral portal it is shallower than 10 mm in more than half, never deeper than 20', () => {
    const { straight } = averageOf('lateral')
    expect(inside(straight)).toBeLessThan(0.5)
    expect(mean(straight)).toBeGreaterThan(8)
    expect(Math.max(...straight)).toBeLessThan(20)
  })

  it('is deeper by the superolateral way than by the lateral one, straight down and along the way', () => {
    const [far, near] = [averageOf('superolateral'), averageOf('lateral')]
    expect(mean(far.straight)).toBeGreaterThan(mean(near.straight) + 2)
    expect(mean(far.path)).toBeGreaterThan(mean(near.path) + 5)
  })

  it('is within reach of a 38 mm needle by all three', () => {
    for (const way of WAYS) expect(Math.max(...averageOf(way).path)).toBeLessThan(38)
  })
})

describe('depth to fluid of a heavy patient', () => {
  it('is greater than in an average one with the same 20 mL, by each portal', () => {
    for (const way of WAYS) {
      const [heavy, usual] = [depths('dry-tap', way, 20), depths('hot-knee', way, 20)]
      console.info(told(`${way} average, 20 mL, straight down`, usual.straight))
      console.info(told(`${way} heavy, 20 mL, straight down`, heavy.straight))
      console.info(told(`${way} heavy, 20 mL, along the way`, heavy.path))
      expect(mean(heavy.straight), way).toBeGreaterThan(mean(usual.straight) + 3)
    }
  })

  it('is reached along the way by each portal when the same 20 mL lie in it', () => {
    for (const way of WAYS) expect(met(depths('dry-tap', way, 20).path).length, way).toBe(SEEDS)
  })

  it('is found in the pouch from above when there is little, 7 to 11 mL, within a 38 mm needle', () => {
    const above = depths('dry-tap', 'superolateral')
    console.info(told('superolateral heavy, 7 to 11 mL, straight down', above.straight))
    console.info(told('superolateral heavy, 7 to 11 mL, along the way', above.path))
    expect(met(above.straight).length).toBe(SEEDS)
    expect(met(above.path).length).toBe(SEEDS)
    expect(Math.max(...above.path)).toBeLessThan(38)
  })

  it('MISS: of that little none lies beside the patella: straight down few needles find any, and the pouch is out of reach', () => {
    for (const way of ['lateral', 'medial'] as const) {
      const beside = depths('dry-tap', way)
      console.info(told(`${way} heavy, 7 to 11 mL, straight down`, beside.straight))
      console.info(told(`${way} heavy, 7 to 11 mL, along the way`, beside.path))
      expect(met(beside.straight).length / SEEDS, way).toBeLessThan(0.5)
      expect(
        share(beside.path, (mm) => mm <= 38),
        way,
      ).toBeLessThan(0.5)
    }
  })

  it('always has a way that leads into the knee, also in one without any fluid', () => {
    for (const way of WAYS) {
      const session = lying('dry-tap', 1, 15, 0)
      const { entry, axis } = taughtWay(session, way, 0.5)
      const { layers, layerAt } = session.anatomy
      for (const d of [0.005, 0.01, 0.02]) expect(layers[layerAt(mad(entry, axis, d))], way).not.toBe('air')
    }
  })
})
