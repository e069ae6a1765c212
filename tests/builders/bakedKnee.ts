// The committed archetype and its meshes, as a test reads them from disk.
import { readFileSync } from 'node:fs'
import { NodeIO, type Accessor } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { dequantize } from '@gltf-transform/functions'
import { MeshoptDecoder } from 'meshoptimizer'
import { type Stream, type Vec3, uniform } from '../../scoring/math/index.ts'
import { type ArchetypeManifest, decodeArchetype } from '../../src/recording/grids.ts'
import type { Archetype, PatientParams } from '../../src/sim/tissue/anatomy.ts'
import { LIMITS } from '../../src/sim/tissue/patient.ts'

export const ANATOMY = new URL('../../assets/anatomy/', import.meta.url)

export function readManifest(): ArchetypeManifest {
  return JSON.parse(readFileSync(new URL('knee-adult.json', ANATOMY), 'utf8')) as ArchetypeManifest
}

export function readBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, ANATOMY)))
}

let archetype: Archetype | undefined

export function bakedKnee(): Archetype {
  const manifest = readManifest()
  archetype ??= decodeArchetype(manifest, new Map(manifest.grids.map((g) => [g.file, readBytes(g.file)])))
  return archetype
}

export interface MeshPart {
  readonly name: string
  readonly count: number
  readonly triangles: number
  vertex(i: number): Vec3
  normal(i: number): Vec3
}

function vec(a: Accessor, i: number): Vec3 {
  const e = a.getElement(i, [])
  return [e[0] ?? 0, e[1] ?? 0, e[2] ?? 0]
}

/** Meshes in the archetype's frame, metres. */
export async function bakedMeshes(): Promise<MeshPart[]> {
  await MeshoptDecoder.ready
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  const doc = await io.readBinary(readBytes(readManifest().meshes.file))
  await doc.transform(dequantize())
  return doc
    .getRoot()
    .listNodes()
    .flatMap((node) => {
      const p = node.getMesh()?.listPrimitives()[0]
      const [position, normal] = [p?.getAttribute('POSITION'), p?.getAttribute('NORMAL')]
      if (!p || !position || !normal) return []
      const [t, s] = [node.getTranslation(), node.getScale()]
      return {
        name: node.getName(),
        count: position.getCount(),
        triangles: (p.getIndices()?.getCount() ?? 0) / 3,
        vertex(i) {
          const v = vec(position, i)
          return [v[0] * s[0] + t[0], v[1] * s[1] + t[1], v[2] * s[2] + t[2]]
        },
        normal: (i) => vec(normal, i),
      }
    })
}

/** A patient anywhere inside the limits that the warp was measured for. */
export function randomPatient(s: Stream): PatientParams {
  const draw = (key: keyof typeof LIMITS): number => uniform(s, LIMITS[key][0], LIMITS[key][1])
  return {
    side: uniform(s, 0, 1) < 0.5 ? 'left' : 'right',
    size: draw('size'),
    girth_mm: draw('girth_mm'),
    skin_mm: draw('skin_mm'),
    fat_mm: draw('fat_mm'),
    capsule_mm: draw('capsule_mm'),
    effusion_ml: draw('effusion_ml'),
    flexion_rad: draw('flexion_rad'),
    patella: [uniform(s, -0.006, 0.006), uniform(s, -0.003, 0), uniform(s, -0.004, 0.004)],
  }
}

/** Supine, head to the learner's left, right knee's lateral side towards the learner: a rotation about y. */
export const SUPINE = { p: [0, 0.06, 0], q: [0, -Math.SQRT1_2, 0, Math.SQRT1_2] } as const
