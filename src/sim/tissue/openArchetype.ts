// From verified, inflated grid files to an archetype. Part of the engine, so that an old engine reads its own grids.
import { GRIDS, type Archetype, type LandmarkSpec, type WarpSpec } from './archetype.ts'
import { createGrid, type GridHeader } from './grid.ts'

/** A grid file named in a manifest. */
export interface GridEntry {
  readonly name: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
}

/** assets/anatomy/<name>.json; the engine carries it, so the engine's own hash covers warp, landmarks and grids. */
export interface ArchetypeManifest {
  readonly name: string
  readonly grids: readonly GridEntry[]
  readonly warp: WarpSpec
  readonly landmarks: Readonly<Record<string, LandmarkSpec>>
  /** What views draw; never read by the simulation. */
  readonly meshes: { readonly file: string; readonly sha256: string; readonly bytes: number }
}

/** What a grid file holds once its hash was checked and its body inflated. */
export interface RawGrid {
  readonly header: GridHeader
  /** Differences to the prediction from the neighbours, modulo 256. */
  readonly coded: Uint8Array
}

/** Undoes the baker's prediction a + b + c - ab - ac - bc + abc from the neighbours already decoded. */
export function unpredict(coded: Uint8Array, dims: readonly [number, number, number]): Int8Array {
  const [nx, ny, nz] = dims
  // one cell of zeros in front of each axis spares the tests for the border
  const [sy, sz] = [nx + 1, (nx + 1) * (ny + 1)]
  const padded = new Int8Array(sz * (nz + 1))
  const out = new Int8Array(coded.length)
  let o = 0
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      let p = k * sz + j * sy + 1
      for (let i = 0; i < nx; i++, o++, p++) {
        const near = (padded[p - 1] ?? 0) + (padded[p - sy] ?? 0) - (padded[p - 1 - sy] ?? 0)
        const below = (padded[p - sz] ?? 0) - (padded[p - 1 - sz] ?? 0) - (padded[p - sy - sz] ?? 0)
        padded[p] = (coded[o] ?? 0) + near + below + (padded[p - 1 - sy - sz] ?? 0)
        out[o] = padded[p] ?? 0
      }
    }
  }
  return out
}

/**
 * An archetype from its manifest and its grids by name.
 * @throws RangeError when a grid is missing or has the wrong size
 */
export function openArchetype(manifest: ArchetypeManifest, raw: Readonly<Record<string, RawGrid>>): Archetype {
  const grids: Record<string, ReturnType<typeof createGrid>> = {}
  for (const name of GRIDS) {
    const grid = raw[name]
    if (!grid)
      throw new RangeError(`archetype ${manifest.name}: no grid "${name}"; expected all of ${GRIDS.join(', ')}`)
    grids[name] = createGrid(grid.header, unpredict(grid.coded, grid.header.dims))
  }
  return { name: manifest.name, grids: grids as Archetype['grids'], warp: manifest.warp, landmarks: manifest.landmarks }
}
