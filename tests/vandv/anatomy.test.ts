// The proof of the warped knee: 200 random patients anywhere inside the limits.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Vec3, mad, normalize, stream, sub, uniform } from '../../scoring/math/index.ts'
import {
  type KneeAnatomy,
  LAYERS,
  type PatientParams,
  STRUCTURES,
  createAnatomy,
} from '../../src/sim/tissue/anatomy.ts'
import { skinNormal } from '../../src/sim/tissue/read.ts'
import { type MeshPart, SUPINE, bakedKnee, bakedMeshes, randomPatient } from '../builders/bakedKnee.ts'

const PATIENTS = 200
const archetype = bakedKnee()
const REST = { effusion_ml: 0, flexion_rad: 0, patella: [0, 0, 0] } as const
let meshes: MeshPart[] = []

function patients(name: string): { knee: KneeAnatomy; params: PatientParams; s: ReturnType<typeof stream> }[] {
  const s = stream(2026, name)
  return Array.from({ length: PATIENTS }, () => {
    const params = randomPatient(s)
    return { params, knee: createAnatomy(archetype, params, SUPINE), s }
  })
}

function slopeAt(knee: KneeAnatomy, structure: number, p: Vec3): Vec3 {
  const e = 0.0005
  const d = (x: number, y: number, z: number): number => knee.distance(structure, [p[0] + x, p[1] + y, p[2] + z])
  const k = 1 / (2 * e)
  return [(d(e, 0, 0) - d(-e, 0, 0)) * k, (d(0, e, 0) - d(0, -e, 0)) * k, (d(0, 0, e) - d(0, 0, -e)) * k]
}

const size = (v: Vec3): number => Math.hypot(v[0], v[1], v[2])

/** Depths (mm of the patient) at which the layers begin along a straight archetype ray, each point moved by W. */
function entries(knee: KneeAnatomy, start: Vec3, inwards: Vec3, scale: number): Map<string, number> {
  const soft = STRUCTURES.indexOf('tendon')
  const found = new Map<string, number>()
  for (let t = -0.003; t < 0.04; t += 0.00005) {
    const p = mad(start, inwards, t / scale)
    const layer = LAYERS[knee.layerAt(knee.moveVertex(soft, p, inwards))] ?? 'air'
    if (!found.has(layer)) found.set(layer, t * 1000)
  }
  return found
}

describe('200 random patients', () => {
  beforeAll(async () => {
    meshes = await bakedMeshes()
  })

  it('what is seen is what is felt: mesh vertices lie within 0.3 mm of the field', () => {
    let [worst, count] = [0, 0]
    for (const { knee, s } of patients('mesh')) {
      for (const m of meshes) {
        const structure = STRUCTURES.findIndex((name) => name === m.name)
        for (let i = 0; i < 60; i++) {
          const v = Math.floor(uniform(s, 0, m.count))
          const p = m.vertex(v)
          if (p[2] < -0.1 || p[2] > 0.12) continue
          worst = Math.max(worst, Math.abs(knee.distance(structure, knee.moveVertex(structure, p, m.normal(v)))))
          count++
        }
      }
    }
    expect(count).toBeGreaterThan(20_000)
    expect(worst * 1000).toBeLessThan(0.3)
  })

  it('skin and fat at the portal are as thick as the parameters say, to 0.2 mm, at rest and posed', () => {
    const site = archetype.warp.fatSite
    const start: Vec3 = [site[0] / 1000, site[1] / 1000, site[2] / 1000]
    const n = skinNormal(archetype, start)
    for (const { knee, params } of patients('layers')) {
      for (const pose of [REST, params]) {
        knee.setDynamic(pose)
        const outside = mad(start, n, 0.02 / params.size)
        const depth = entries(
          knee,
          mad(start, n, skinLevel(knee, outside, n, params.size)),
          [-n[0], -n[1], -n[2]],
          params.size,
        )
        const fat = depth.get('fat') ?? NaN
        const below = Math.min(
          ...['muscle', 'tendon', 'retinaculum', 'capsule'].map((name) => depth.get(name) ?? Infinity),
        )
        expect(Math.abs(fat - (depth.get('skin') ?? NaN) - params.skin_mm), JSON.stringify(params)).toBeLessThan(0.2)
        expect(Math.abs(below - fat - params.fat_mm), JSON.stringify(params)).toBeLessThan(0.2)
      }
    }
  })

  it('the capsule over the pouch is as thick as its parameter, to 0.2 mm', () => {
    for (const { knee, params } of patients('capsule')) {
      knee.setDynamic({ ...REST, effusion_ml: 30 })
      const found = new Map<string, number>()
      for (let y = 0.09; y > 0.02; y -= 0.00004) {
        const layer = LAYERS[knee.layerAt(knee.toWork([0.002, y, 0.076]))] ?? 'air'
        if (!found.has(layer)) found.set(layer, y * 1000 * params.size)
      }
      const thickness = (found.get('capsule') ?? NaN) - (found.get('effusion') ?? NaN)
      expect(Math.abs(thickness - params.capsule_mm), JSON.stringify(params)).toBeLessThan(0.2)
    }
  })

  it('distances rise by 0.7 to 1.4 a metre within 10 mm of skin and bones', () => {
    const tally = new Map<string, readonly [number, number]>()
    for (const { knee, s } of patients('gradient')) {
      for (const m of meshes) {
        const structure = STRUCTURES.findIndex((name) => name === m.name)
        for (let i = 0; i < 30; i++) {
          const v = Math.floor(uniform(s, 0, m.count))
          const p = m.vertex(v)
          if (p[2] < -0.095 || p[2] > 0.115) continue
          const w = knee.moveVertex(structure, p, m.normal(v))
          const out = normalize(slopeAt(knee, structure, w))
          const at = mad(w, out, uniform(s, -0.01, 0.01))
          if (Math.abs(knee.distance(structure, at)) > 0.01) continue
          const length = size(slopeAt(knee, structure, at))
          const [good, all] = tally.get(m.name) ?? [0, 0]
          tally.set(m.name, [good + (length > 0.7 && length < 1.4 ? 1 : 0), all + 1])
        }
      }
    }
    // What is left lies on medial axes (between tibia and fibula, in the middle of the patella), where a distance has a ridge.
    const share = (name: string): number => (tally.get(name)?.[0] ?? 0) / (tally.get(name)?.[1] ?? 1)
    expect(share('skin')).toBeGreaterThan(0.99)
    expect(share('femur')).toBeGreaterThan(0.995)
    expect(share('tibia')).toBeGreaterThan(0.95)
    expect(share('patella')).toBeGreaterThan(0.95)
  })

  it('left and right are known: fibula and great toe lie on their sides, and placement never mirrors', () => {
    for (const { knee, params } of patients('sides')) {
      const right = params.side === 'right'
      const mark = (name: string): Vec3 => knee.landmarks[name] ?? [NaN, NaN, NaN]
      // supine, head towards -x: the learner (z > 0) stands at the patient's right
      expect(mark('fibular_head')[2] > 0).toBe(right)
      expect(mark('great_toe')[2] > 0).toBe(!right)
      expect(mark('portal_superolateral')[2] > mark('patella_front')[2]).toBe(right)
      expect(mark('tibial_tuberosity')[0]).toBeGreaterThan(mark('patella_front')[0])
      expect(mark('patella_front')[1]).toBeGreaterThan(mark('fibular_head')[1])
      const axis = (v: Vec3): Vec3 => sub(knee.toWork(v), knee.toWork([0, 0, 0]))
      const [x, y, z] = [axis([1, 0, 0]), axis([0, 1, 0]), axis([0, 0, 1])]
      const turn =
        x[0] * (y[1] * z[2] - y[2] * z[1]) - x[1] * (y[0] * z[2] - y[2] * z[0]) + x[2] * (y[0] * z[1] - y[1] * z[0])
      expect(turn > 0).toBe(right)
      expect(knee.mirrored).toBe(!right)
    }
  })

  /** How far along `n` (archetype m from the site) the patient's skin lies: bisection on the posed field. */
  function skinLevel(knee: KneeAnatomy, outside: Vec3, n: Vec3, scale: number): number {
    const soft = STRUCTURES.indexOf('tendon')
    let [low, high] = [-0.02 / scale, 0.02 / scale]
    for (let i = 0; i < 40; i++) {
      const t = (low + high) / 2
      const p = mad(outside, n, t - 0.02 / scale)
      if (knee.layerAt(knee.moveVertex(soft, p, n)) === 0) high = t
      else low = t
    }
    return (low + high) / 2
  }
})

describe('the effusion', () => {
  it('fills the volume that it is said to have, to 6 %, in extension and in flexion', () => {
    const base = randomPatient(stream(1, 'volume'))
    for (const [effusion_ml, flexion_rad] of [
      [10, 0],
      [50, 0],
      [10, 0.26],
      [25, 0.5],
      [50, 0.26],
    ] as const) {
      const params: PatientParams = { ...base, side: 'right', size: 1, flexion_rad, patella: [0, 0, 0], effusion_ml }
      const knee = createAnatomy(archetype, params, SUPINE)
      let cells = 0
      const h = 0.0015
      for (let x = -0.125; x < 0.05; x += h) {
        for (let y = 0.03; y < 0.15; y += h) {
          for (let z = -0.05; z < 0.055; z += h) if (LAYERS[knee.layerAt([x, y, z])] === 'effusion') cells++
        }
      }
      expect(Math.abs(cells * h ** 3 * 1e6 - effusion_ml), `${effusion_ml} ml`).toBeLessThan(0.06 * effusion_ml)
    }
  })
})
