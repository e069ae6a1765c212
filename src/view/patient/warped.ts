// A baked mesh moved by the patient's warp; what changes while the scene runs becomes morph targets.
import { BufferAttribute, type BufferGeometry } from 'three'
import type { Vec3 } from '../../../scoring/math/index.ts'

/** Moves a vertex (archetype frame, m; unit normal) to the work frame: the function that the tissue is read through. */
export type VertexWarp = (vertex: Vec3, normal: Vec3) => Vec3

function moved(g: BufferGeometry, warp: VertexWarp): Float32Array {
  const p = g.getAttribute('position')
  const n = g.getAttribute('normal')
  const out = new Float32Array(p.count * 3)
  for (let i = 0; i < p.count; i++) {
    out.set(warp([p.getX(i), p.getY(i), p.getZ(i)], [n.getX(i), n.getY(i), n.getZ(i)]), i * 3)
  }
  return out
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return Float32Array.from(a, (v, i) => v - (b[i] ?? 0))
}

/** The mesh in the work frame with rest position and normal kept for shading. `aRest` and `aRestNormal` are the archetype's. */
export function warped(source: BufferGeometry, base: VertexWarp): BufferGeometry {
  const g = source.clone()
  g.setAttribute('aRest', source.getAttribute('position').clone())
  g.setAttribute('aRestNormal', source.getAttribute('normal').clone())
  g.setAttribute('position', new BufferAttribute(moved(source, base), 3))
  g.computeVertexNormals()
  return g
}

/** Adds a morph target: where `warp` puts each vertex, relative to the base. */
export function morphTo(g: BufferGeometry, source: BufferGeometry, warp: VertexWarp): void {
  const goal = warped(source, warp)
  const delta = (name: 'position' | 'normal'): BufferAttribute =>
    new BufferAttribute(
      difference(goal.getAttribute(name).array as Float32Array, g.getAttribute(name).array as Float32Array),
      3,
    )
  g.morphTargetsRelative = true
  g.morphAttributes['position'] = [...(g.morphAttributes['position'] ?? []), delta('position')]
  g.morphAttributes['normal'] = [...(g.morphAttributes['normal'] ?? []), delta('normal')]
}
