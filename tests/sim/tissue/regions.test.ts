// Layers without a grid of their own, on patients anywhere inside the limits.
import { describe, expect, it } from 'vitest'
import { stream, type Vec3 } from '../../../scoring/math/index.ts'
import {
  type KneeAnatomy,
  LAYERS,
  type PatientParams,
  STRUCTURES,
  createAnatomy,
} from '../../../src/sim/tissue/anatomy.ts'
import { SYNOVIUM_SHARE } from '../../../src/sim/tissue/regions.ts'
import { SUPINE, bakedKnee, randomPatient } from '../../builders/bakedKnee.ts'

const REST = { effusion_ml: 30, flexion_rad: 0, patella: [0, 0, 0] } as const
const STEP_MM = 0.04

interface Run {
  readonly layer: string
  readonly thick_mm: number
}

/** Layers from front to back over (x, z) of the archetype (mm) and their thickness in the patient. */
function column(knee: KneeAnatomy, params: PatientParams, x: number, z: number): Run[] {
  const runs: { layer: string; thick_mm: number }[] = []
  for (let y = 100; y > 0; y -= STEP_MM) {
    const layer = LAYERS[knee.layerAt(knee.toWork([x / 1000, y / 1000, z / 1000]))] ?? ''
    const last = runs.at(-1)
    if (last?.layer === layer) last.thick_mm += STEP_MM * params.size
    else runs.push({ layer, thick_mm: STEP_MM * params.size })
  }
  return runs
}

function patients(count: number): { knee: KneeAnatomy; params: PatientParams }[] {
  const s = stream(77, 'regions')
  return Array.from({ length: count }, () => {
    const params = randomPatient(s)
    const knee = createAnatomy(bakedKnee(), params, SUPINE)
    knee.setDynamic(REST)
    return { knee, params }
  })
}

const some = patients(60)
const names = (runs: readonly Run[]): string[] => runs.map((r) => r.layer)

describe('over the pouch, lateral of the quadriceps tendon', () => {
  it('the needle meets skin, fat, retinaculum, capsule, synovium, effusion in this order', () => {
    for (const { knee, params } of some) {
      const met = names(column(knee, params, 25, 66)).filter((n) => n !== 'fat' && n !== 'muscle')
      expect(met.slice(0, 6), `${JSON.stringify(params)} ${met.join(' ')}`).toEqual([
        'air',
        'skin',
        'retinaculum',
        'capsule',
        'synovium',
        'effusion',
      ])
    }
  })

  it('the synovium is its share of the capsule on the roof and on the floor of the fluid, to 0.1 mm', () => {
    for (const { knee, params } of some) {
      const runs = column(knee, params, 25, 66)
      const lining = runs.filter((r) => r.layer === 'synovium')
      expect(lining).toHaveLength(2)
      for (const r of lining) expect(Math.abs(r.thick_mm - SYNOVIUM_SHARE * params.capsule_mm)).toBeLessThan(0.1)
    }
  })
})

describe('beside and over the patella', () => {
  it.each([
    [2, 76, 'tendon'],
    [2, 36, 'tendon'],
    [32, 36, 'retinaculum'],
    [-29, 36, 'retinaculum'],
    [-22, 62, 'retinaculum'],
  ] as const)('the sheet over x %d, z %d mm is %s', (x, z, expected) => {
    // on the thinnest knees the capsule itself reaches the skin
    for (const { knee, params } of some.filter((k) => k.params.fat_mm > 5)) {
      const first = names(column(knee, params, x, z)).find((n) => n === 'tendon' || n === 'retinaculum')
      expect(first, JSON.stringify(params)).toBe(expected)
    }
  })
})

describe('below the patella', () => {
  it('the fat pad lies between the patellar tendon and the synovium', () => {
    for (const { knee, params } of some) {
      const met = names(column(knee, params, 4, -2))
      const at = met.indexOf('tendon')
      expect(met.slice(at, at + 3), JSON.stringify(params)).toEqual(['tendon', 'fat_pad', 'synovium'])
    }
  })

  it.each([21, -16])('at x %d mm beside the tendon the capsule is in front of the pad, under skin', (x) => {
    for (const { knee, params } of some) {
      const met = names(column(knee, params, x, 2))
      const at = met.indexOf('capsule')
      expect(met.slice(at, at + 3), `${JSON.stringify(params)} ${met.join(' ')}`).toEqual([
        'capsule',
        'fat_pad',
        'synovium',
      ])
      expect(met.slice(1, at).every((n) => n === 'skin' || n === 'fat' || n === 'retinaculum')).toBe(true)
    }
  })

  it('the pad moves with the leg: in flexion it is still behind the tendon', () => {
    const soft = STRUCTURES.indexOf('tendon')
    for (const { knee } of some) {
      knee.setDynamic({ effusion_ml: 5, flexion_rad: 0.4, patella: [0, 0, 0] })
      const at = (p: Vec3): string => LAYERS[knee.layerAt(knee.moveVertex(soft, p, [0, 1, 0]))] ?? ''
      expect(at([0.005, 0.036, -0.004])).toBe('fat_pad')
      expect(at([0.005, 0.045, -0.004])).toBe('tendon')
      knee.setDynamic(REST)
    }
  })
})
