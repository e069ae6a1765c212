// Simplifies a surface, paints its vertices, and writes all parts into one GLB (meshopt-compressed).
import { Document, NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS, EXTMeshoptCompression } from '@gltf-transform/extensions'
import { quantize, reorder } from '@gltf-transform/functions'
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import type { Fn, Point } from '../../scenes/common/anatomy/kit/field.ts'
import type { Surface } from './surface.ts'

export interface Part extends Surface {
  readonly name: string
  readonly colours: Uint8Array
}

/** COLOR_0 of a vertex: open sky, tautness over bone, redness, mask; 0..1. */
export type Paint = (p: Point, n: Point) => readonly [number, number, number, number]

/** Keeps about `triangles` of the surface; curved places (by normal) keep more. */
export async function simplified(s: Surface, triangles: number): Promise<Surface> {
  await MeshoptSimplifier.ready
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    s.indices,
    s.positions,
    3,
    s.normals,
    3,
    [0.6, 0.6, 0.6],
    null,
    triangles * 3,
    1,
    ['LockBorder'],
  )
  const kept = new Uint32Array(indices)
  const [remap, count] = MeshoptSimplifier.compactMesh(kept)
  const positions = new Float32Array(count * 3)
  const normals = new Float32Array(count * 3)
  remap.forEach((to, from) => {
    if (to === 0xffffffff) return
    positions.set(s.positions.subarray(from * 3, from * 3 + 3), to * 3)
    normals.set(s.normals.subarray(from * 3, from * 3 + 3), to * 3)
  })
  return { positions, normals, indices: kept }
}

export function painted(name: string, s: Surface, paint: Paint): Part {
  const colours = new Uint8Array((s.positions.length / 3) * 4)
  for (let v = 0; v * 3 < s.positions.length; v++) {
    const at = (a: Float32Array): Point => [a[v * 3] ?? 0, a[v * 3 + 1] ?? 0, a[v * 3 + 2] ?? 0]
    const c = paint(at(s.positions), at(s.normals))
    c.forEach((x, i) => (colours[v * 4 + i] = Math.round(Math.max(0, Math.min(1, x)) * 255)))
  }
  return { ...s, name, colours }
}

/** Open sky over a vertex: samples of the field along the normal, up to `reach` mm. */
export function openness(f: Fn, p: Point, n: Point, reach: number): number {
  let [hidden, weight, sum] = [0, 1, 0]
  for (let i = 1; i <= 6; i++) {
    const d = (reach * i) / 6
    hidden += (weight * Math.max(0, d - f(p[0] + n[0] * d, p[1] + n[1] * d, p[2] + n[2] * d))) / d
    sum += weight
    weight *= 0.8
  }
  return 1 - (1.3 * hidden) / sum
}

/** One GLB; positions in metres in the archetype's frame (x lateral, y anterior, z superior), one node a part. */
export async function glb(parts: readonly Part[]): Promise<Uint8Array> {
  const doc = new Document()
  const buffer = doc.createBuffer()
  const scene = doc.createScene('archetype')
  for (const p of parts) {
    const accessor = (type: 'VEC3' | 'VEC4' | 'SCALAR', array: Float32Array | Uint8Array | Uint32Array) =>
      doc.createAccessor().setType(type).setArray(array).setBuffer(buffer)
    const primitive = doc
      .createPrimitive()
      .setAttribute(
        'POSITION',
        accessor(
          'VEC3',
          p.positions.map((v) => v / 1000),
        ),
      )
      .setAttribute('NORMAL', accessor('VEC3', p.normals))
      .setAttribute('COLOR_0', accessor('VEC4', p.colours).setNormalized(true))
      .setIndices(accessor('SCALAR', p.indices))
      .setMaterial(doc.createMaterial(p.name))
    scene.addChild(doc.createNode(p.name).setMesh(doc.createMesh(p.name).addPrimitive(primitive)))
  }
  await MeshoptEncoder.ready
  await doc.transform(
    reorder({ encoder: MeshoptEncoder }),
    quantize({ quantizePosition: 14, quantizeNormal: 10, quantizationVolume: 'mesh' }),
  )
  doc
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.FILTER })
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
  return io.writeBinary(doc)
}
