import { describe, expect, it } from 'vitest'
import { gridOf } from '../../assets/bake/gridFile.ts'
import { gradient } from '../../scenes/common/anatomy/kit/field.ts'
import { GRID_PLANS, landmarks, warp } from '../../scenes/common/anatomy/knee/index.ts'
import { skin } from '../../scenes/common/anatomy/knee/skin.ts'
import { stream, uniform } from '../../scoring/math/index.ts'
import { hashOf, readGrid } from '../../src/recording/grids.ts'
import { sample } from '../../src/sim/tissue/grid.ts'
import { bakedKnee, bakedMeshes, readBytes, readManifest } from '../builders/bakedKnee.ts'

const manifest = readManifest()

describe('the committed knee', () => {
  it('carries its hash in every name, and the whole hash in the manifest', () => {
    for (const entry of [...manifest.grids, manifest.meshes]) {
      const bytes = readBytes(entry.file)
      expect(hashOf(bytes)).toBe(entry.sha256)
      expect(entry.file).toContain(`.${entry.sha256.slice(0, 16)}.`)
      expect(bytes.length).toBe(entry.bytes)
    }
  })

  it('has at most eight grids in 1 MB and meshes in 400 kB', () => {
    expect(manifest.grids.length).toBeLessThanOrEqual(8)
    expect(manifest.grids.reduce((sum, g) => sum + g.bytes, 0)).toBeLessThan(1_048_576)
    expect(manifest.meshes.bytes).toBeLessThan(400_000)
  })

  it('is what the fields bake to: the patella comes out byte for byte, warp and landmarks are those of the source', () => {
    const entry = manifest.grids.find((g) => g.name === 'patella')
    expect(hashOf(gridOf('patella', GRID_PLANS.patella).bytes)).toBe(entry?.sha256)
    expect(JSON.parse(JSON.stringify(warp()))).toEqual(manifest.warp)
    expect(JSON.parse(JSON.stringify(landmarks()))).toEqual(manifest.landmarks)
  })

  it('ends the patellar tendon on the tibial tuberosity: its middle within 2 mm of the landmark, which it covers', () => {
    const { grids } = bakedKnee()
    const [x, , z] = landmarks()['tibial_tuberosity']?.p ?? [NaN, NaN, NaN]
    const inside = Array.from({ length: 121 }, (_, i) => i / 2 - 20).filter((at) =>
      Array.from({ length: 40 }, (_, j) => 20 + j / 2).some(
        (y) => sample(grids.tendon, at / 1000, y / 1000, z / 1000) < 0,
      ),
    )
    const [low, high] = [Math.min(...inside), Math.max(...inside)]
    expect(Math.abs((low + high) / 2 - x)).toBeLessThan(2)
    expect(high - low).toBeGreaterThan(18)
    expect(high - low).toBeLessThan(26.2)
  })

  it('refuses a grid with one bit changed, and says which hash it got', () => {
    const [entry] = manifest.grids
    if (!entry) throw new Error('baked knee: no grid in the manifest')
    const bytes = readBytes(entry.file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    expect(() => readGrid(bytes, entry.sha256)).toThrow(/got SHA-256 [0-9a-f]{64}.*expected/)
  })

  it('has the surface of the authored field: bones to 0.15 mm, skin to 0.25 mm', () => {
    const archetype = bakedKnee()
    const s = stream(3, 'surface')
    for (const [name, limit] of [
      ['femur', 0.15],
      ['tibia', 0.15],
      ['patella', 0.15],
      ['skin', 0.25],
    ] as const) {
      const { field, box } = GRID_PLANS[name]
      let [worst, n] = [0, 0]
      for (let i = 0; i < 120_000 && n < 400; i++) {
        const at = (a: 0 | 1 | 2): number => uniform(s, box.lo[a] + 3, box.hi[a] - 3)
        const p = [at(0), at(1), at(2)] as const
        const baked = sample(archetype.grids[name], p[0] / 1000, p[1] / 1000, p[2] / 1000) * 1000
        if (Math.abs(baked) > 0.2) continue
        n++
        const authored = field.at(...p) / gradient(field.at, p).length
        worst = Math.max(worst, Math.abs(authored - baked))
      }
      expect(n, name).toBeGreaterThan(60)
      expect(worst, name).toBeLessThan(limit)
    }
  })

  it('has meshes of the promised size', async () => {
    const counts = Object.fromEntries((await bakedMeshes()).map((m) => [m.name, m.triangles]))
    expect(Object.keys(counts).sort()).toEqual(['femur', 'patella', 'skin', 'tibia'])
    expect(counts['skin']).toBeGreaterThan(20_000)
    expect(counts['skin']).toBeLessThan(26_000)
  })
})

describe('the fields', () => {
  it('have no steps: culled parts never tear the skin', () => {
    const s = stream(4, 'steps')
    for (let i = 0; i < 9000; i++) {
      const p = [uniform(s, -60, 70), uniform(s, -60, 70), uniform(s, -110, 130)] as const
      const d = skin.at(...p)
      if (Math.abs(d) > 4) continue
      for (const step of [
        [0.01, 0, 0],
        [0, 0.01, 0],
        [0, 0, 0.01],
      ] as const) {
        expect(Math.abs(skin.at(p[0] + step[0], p[1] + step[1], p[2] + step[2]) - d)).toBeLessThan(0.05)
      }
    }
  })
})
