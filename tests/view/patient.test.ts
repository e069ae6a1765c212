import { ShaderLib, Texture, type WebGLProgramParametersWithUniforms, type WebGLRenderer } from 'three'
import { describe, expect, it } from 'vitest'
import { Heights } from '../../src/view/patient/heights.ts'
import { coverGeometry, type CoverPlan } from '../../src/view/patient/cover.ts'
import { headGeometry, lyingAt } from '../../src/view/patient/head.ts'
import { EAST_ASIAN_ADULT, skinMaterial } from '../../src/view/patient/skinMaterial.ts'
import { patch, propMaterial } from '../../src/view/shape/materials.ts'

const shader = () => ({ ...ShaderLib.physical, uniforms: {} }) as unknown as WebGLProgramParametersWithUniforms
const renderer = undefined as unknown as WebGLRenderer

describe('shader patches', () => {
  it('find what they replace in this version of three', () => {
    for (const m of [skinMaterial(new Texture(), EAST_ASIAN_ADULT).material, propMaterial()]) {
      const s = shader()
      m.onBeforeCompile(s, renderer)
      expect(s.vertexShader).not.toBe(ShaderLib.physical.vertexShader)
    }
  })

  it('fail by name when three has renamed it', () => {
    expect(() => patch('void main() {}', '#include <gone>', '')).toThrow('#include <gone>')
  })
})

describe('a cover', () => {
  const floor = -0.06
  const body = (): Heights => {
    const h = new Heights({ x0: -0.5, z0: -0.3, step: 0.02, nx: 51, nz: 31 }, floor)
    h.ellipsoid([0, 0, 0], [0.3, 0.15, 0.08])
    return h
  }
  const plan: CoverPlan = {
    sheet: { x0: -0.45, x1: 0.45, z0: -0.4, z1: 0.4 },
    couch: { x0: -0.5, x1: 0.5, z0: -0.28, z1: 0.28 },
    opening: { x0: -0.1, x1: 0.1, z0: -0.05, z1: 0.5 },
    step: 0.03,
    thick: 0.01,
    floor,
    color: [1, 1, 1],
  }

  it('never falls more steeply than cloth does', () => {
    const h = body()
    h.spread(1)
    const { nx, step } = h.lattice
    for (let o = 1; o < h.y.length; o++) {
      if (o % nx === 0) continue
      expect(Math.abs((h.y[o] ?? 0) - (h.y[o - 1] ?? 0))).toBeLessThanOrEqual(step * 1.0001)
    }
  })

  it('lies on the body outside its opening, and leaves the opening bare', () => {
    const h = body()
    h.spread(1)
    const g = coverGeometry(plan, h)
    const p = g.getAttribute('position')
    const index = g.index
    if (!index) throw new Error('no faces')
    for (let i = 0; i < p.count; i++) {
      const [x, y, z] = [p.getX(i), p.getY(i), p.getZ(i)]
      if (Math.abs(z) < 0.2) expect(y).toBeGreaterThan(h.at(x, z) - 0.012)
    }
    for (let i = 0; i < index.count; i += 3) {
      const [x, z] = [0, 1, 2].reduce<[number, number]>(
        ([a, b], k) => [a + p.getX(index.getX(i + k)) / 3, b + p.getZ(index.getX(i + k)) / 3],
        [0, 0],
      )
      expect(Math.abs(x) < 0.06 && z > 0 && z < 0.2).toBe(false)
    }
  })
})

describe('the head on the pillow', () => {
  it('is placed by a rotation: nobody is mirrored', () => {
    expect(lyingAt([0, 0, 0]).determinant()).toBeCloseTo(1, 9)
  })

  it('looks up, top towards the head of the couch, right side towards the learner', () => {
    const g = headGeometry(14).applyMatrix4(lyingAt([0, 0, 0]))
    g.computeBoundingBox()
    const b = g.boundingBox
    // shoulders lie towards the feet (+x), the face is the highest part
    expect(b?.max.x).toBeGreaterThan(0.25)
    expect(b?.min.x).toBeGreaterThan(-0.15)
    expect(b?.max.y).toBeGreaterThan(0.09)
  })
})
