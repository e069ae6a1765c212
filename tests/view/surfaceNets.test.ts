import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { handField, HAND_BOX } from '../../src/view/hands/field.ts'
import { surfaceNet } from '../../src/view/shape/surfaceNets.ts'

const CUBE = { lo: [-60, -60, -60], hi: [60, 60, 60] } as const

describe('a surface out of a field', () => {
  it('of a ball has its radius, its volume, and faces outwards', () => {
    const g = surfaceNet((x, y, z) => Math.hypot(x, y, z) - 40, CUBE, 4)
    const p = g.getAttribute('position')
    for (let i = 0; i < p.count; i++) expect(Math.hypot(p.getX(i), p.getY(i), p.getZ(i))).toBeCloseTo(40, -0.3)
    let volume = 0
    for (let i = 0; i < (g.index?.count ?? 0); i += 3) {
      const corner = (k: number): Vector3 => new Vector3().fromBufferAttribute(p, g.index?.getX(i + k) ?? 0)
      volume += corner(0).dot(corner(1).cross(corner(2))) / 6
    }
    expect(volume / ((4 / 3) * Math.PI * 40 ** 3)).toBeCloseTo(1, 1)
  })

  it('has no hole: every edge belongs to two faces', () => {
    const g = surfaceNet(handField, HAND_BOX, 6)
    const edges = new Map<string, number>()
    const index = g.index
    if (!index) throw new Error('no faces')
    for (let i = 0; i < index.count; i += 3) {
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const) {
        const [u, w] = [index.getX(i + a), index.getX(i + b)]
        const key = `${Math.min(u, w)} ${Math.max(u, w)}`
        edges.set(key, (edges.get(key) ?? 0) + 1)
      }
    }
    expect([...edges.values()].filter((n) => n % 2 !== 0)).toEqual([])
  })
})
