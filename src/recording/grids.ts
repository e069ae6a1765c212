// Opens baked grids: checks the hash before anything is decoded. Grids are simulation input, so a wrong one is refused.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { inflateSync, strFromU8 } from 'fflate'
import { type Archetype, GRIDS, type LandmarkSpec, type WarpSpec } from '../sim/tissue/archetype.ts'
import { type Grid, type GridHeader, createGrid } from '../sim/tissue/grid.ts'

const MAGIC = 'SHG1'

/** A grid file named in a manifest. */
export interface GridEntry {
  readonly name: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
}

/** assets/anatomy/<name>.json */
export interface ArchetypeManifest {
  readonly name: string
  readonly grids: readonly GridEntry[]
  readonly warp: WarpSpec
  readonly landmarks: Readonly<Record<string, LandmarkSpec>>
  readonly meshes: { readonly file: string; readonly sha256: string; readonly bytes: number }
}

export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Undoes the prediction of the baker (a + b + c - ab - ac - bc + abc of the neighbours already decoded). */
function unpredict(coded: Uint8Array, dims: readonly [number, number, number]): Int8Array {
  const [nx, ny, nz] = dims
  const out = new Int8Array(coded.length)
  const sz = nx * ny
  for (let k = 0, o = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) {
      for (let i = 0; i < nx; i++, o++) {
        const at = (a: number, b: number, c: number): number =>
          i < a || j < b || k < c ? 0 : (out[o - a - b * nx - c * sz] ?? 0)
        const flat = at(1, 0, 0) + at(0, 1, 0) - at(1, 1, 0)
        out[o] = (coded[o] ?? 0) + flat + at(0, 0, 1) - at(1, 0, 1) - at(0, 1, 1) + at(1, 1, 1)
      }
    }
  }
  return out
}

/**
 * A grid from the bytes of its file.
 * @throws Error when the hash, the magic or the size is not what it must be
 */
export function decodeGrid(bytes: Uint8Array, expectedHash: string): Grid {
  const got = hashOf(bytes)
  if (got !== expectedHash) {
    throw new Error(`grid: got SHA-256 ${got} (${bytes.length} bytes), expected ${expectedHash}: fetch the file again`)
  }
  const magic = strFromU8(bytes.subarray(0, 4))
  if (magic !== MAGIC) throw new Error(`grid ${got.slice(0, 16)}: got magic "${magic}", expected "${MAGIC}"`)
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  const header = JSON.parse(strFromU8(bytes.subarray(8, 8 + length))) as GridHeader
  return createGrid(header, unpredict(inflateSync(bytes.subarray(8 + length)), header.dims))
}

/**
 * An archetype from its manifest and its files by name.
 * @throws Error when a grid is missing or is not the one that the manifest names
 */
export function decodeArchetype(manifest: ArchetypeManifest, files: ReadonlyMap<string, Uint8Array>): Archetype {
  const grids = Object.fromEntries(
    manifest.grids.map((entry) => {
      const bytes = files.get(entry.file)
      if (!bytes)
        throw new Error(`archetype ${manifest.name}: got no file ${entry.file}, expected it beside the manifest`)
      return [entry.name, decodeGrid(bytes, entry.sha256)]
    }),
  )
  const missing = GRIDS.filter((name) => !grids[name])
  if (missing.length > 0)
    throw new Error(
      `archetype ${manifest.name}: got no grid ${missing.join(', ')}, expected all of ${GRIDS.join(', ')}`,
    )
  return { name: manifest.name, grids: grids as Archetype['grids'], warp: manifest.warp, landmarks: manifest.landmarks }
}
