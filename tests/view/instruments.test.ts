import { Box3, Vector3, type BufferGeometry } from 'three'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../scenes/index.ts'
import type { Atlas } from '../../src/view/instruments/atlas.ts'
import { boxes, kindOf, modelOf } from '../../src/view/instruments/library.ts'
import type { InstrumentModel } from '../../src/view/instruments/model.ts'
import { turned } from '../../src/view/shape/kit.ts'
import { LUER_PROCEDURE } from '../builders/luer.ts'

const atlas: Atlas = { strip: () => [0, 0, 1, 1], label: () => [0, 0, 1, 1] }
const instruments = [...procedures.flatMap((p) => p.instruments), ...LUER_PROCEDURE.instruments]
const shapes = (m: InstrumentModel): BufferGeometry[] =>
  [m.solid, m.plunger, m.glass, m.print].filter((g) => g !== undefined)
const triangles = (g: BufferGeometry): number => (g.index?.count ?? 0) / 3
const MM = 1e-3

function extent(gs: readonly BufferGeometry[]): Box3 {
  const all = new Box3()
  for (const g of gs) {
    g.computeBoundingBox()
    if (g.boundingBox) all.union(g.boundingBox)
  }
  return all
}

describe('drawn instruments', () => {
  it.each(instruments.map((i) => [i.id, i] as const))('%s is as large as what the simulation collides with', (_, i) => {
    const drawn = extent(shapes(modelOf(i, atlas)))
    const solid = new Box3()
    for (const b of i.boxes) {
      const [at, half] = [new Vector3(...b.at), new Vector3(...b.half)]
      solid.union(new Box3(at.clone().sub(half), at.clone().add(half)))
    }
    const far = (a: Vector3, b: Vector3): number => Math.max(...a.clone().sub(b).toArray().map(Math.abs))
    // flanges, rings, plungers and caps stand out; nothing is off by more than the length of a thumb rest
    expect(far(drawn.min, solid.min)).toBeLessThan(32 * MM)
    expect(far(drawn.max, solid.max)).toBeLessThan(32 * MM)
  })

  it.each(instruments.filter((i) => i.needle).map((i) => [i.id, i] as const))(
    'the point of %s is at its tip',
    (_, i) => {
      expect(extent(shapes(modelOf(i, atlas))).max.z).toBeCloseTo(i.tip[2], 4)
    },
  )

  it('have kinds by prefix, and boxes when nobody knows them', () => {
    expect(kindOf('syringe-20')).toBe('syringe')
    expect(kindOf('needle-22')).toBe('needle')
    expect(kindOf('needlework')).toBeUndefined()
    const first = instruments[0]
    if (!first) throw new Error('no instruments')
    const plain = { ...first, id: 'unheard-of' }
    const { syringe: _s, needle: _n, ...bare } = plain
    expect(triangles(modelOf(bare, atlas).solid as BufferGeometry)).toBe(
      triangles(boxes(bare, atlas).solid as BufferGeometry),
    )
  })

  it('cost at most 32,000 triangles for a whole tray', () => {
    for (const p of procedures) {
      const sum = p.instruments.flatMap((i) => shapes(modelOf(i, atlas))).reduce((n, g) => n + triangles(g), 0)
      expect(sum).toBeLessThan(32_000)
    }
  })

  it('empty syringes have the stopper at the front and pull it back by what they draw', () => {
    for (const i of instruments.filter((x) => x.syringe)) {
      const m = modelOf(i, atlas)
      const capacity = i.syringe?.capacity_ml ?? 0
      const front = extent([m.plunger as BufferGeometry]).max.z
      const travel = capacity * (m.fluid?.m_per_ml ?? 0)
      const floor = -(i.boxes[0]?.half[2] ?? 0)
      expect(front).toBeCloseTo(m.fluid?.front ?? 0, 2)
      expect(front - travel).toBeGreaterThan(floor)
    }
  })
})

describe('turned parts', () => {
  it('face outwards when the profile runs up the outside', () => {
    const g = turned([
      [5, 0],
      [5, 10],
    ])
    const [p, n] = [g.getAttribute('position'), g.getAttribute('normal')]
    for (let i = 0; i < p.count; i++) expect(p.getX(i) * n.getX(i) + p.getY(i) * n.getY(i)).toBeGreaterThan(0)
    const index = g.index
    if (!index) throw new Error('no index')
    const at = (k: number): Vector3 => new Vector3().fromBufferAttribute(p, index.getX(k))
    const face = at(1)
      .sub(at(0))
      .cross(at(2).sub(at(0)))
    expect(face.dot(at(0).setZ(0))).toBeGreaterThan(0)
  })
})
