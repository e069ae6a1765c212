// `npm run bake`: anatomy as fields -> grids, meshes and a manifest in assets/anatomy. Same input, same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import * as knee from '../../scenes/common/anatomy/knee/index.ts'
import { GRIDS, type GridName } from '../../src/sim/tissue/archetype.ts'
import { type Grid, createGrid, covers, sample } from '../../src/sim/tissue/grid.ts'
import type { Fn } from '../../scenes/common/anatomy/kit/field.ts'
import { gridOf } from './gridFile.ts'
import { type Part, glb, painted, simplified } from './mesh.ts'
import { paints } from './paint.ts'
import { project, surfaceOf } from './surface.ts'

const OUT = new URL('../anatomy/', import.meta.url)

interface Written {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
}

/** Writes `bytes` under a name that carries the first 16 digits of their hash. */
function write(stem: string, ending: string, bytes: Uint8Array): Written {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = `${stem}.${sha256.slice(0, 16)}.${ending}`
  writeFileSync(new URL(file, OUT), bytes)
  return { file, sha256, bytes: bytes.length }
}

function bakeGrid(name: GridName): Written & { readonly name: string; readonly grid: Grid } {
  const { header, counts, bytes } = gridOf(name, knee.GRID_PLANS[name])
  const written = write(`${knee.NAME}.${name}`, 'bin', bytes)
  console.log(`${name}: ${header.dims.join(' x ')}, ${written.bytes} bytes, ${written.sha256.slice(0, 16)}`)
  return { name, ...written, grid: createGrid(header, counts) }
}

/** The grid's surface where the grid reaches (mm), the authored field elsewhere: what is seen is what is felt. */
function surfaceField(grid: Grid, authored: Fn): Fn {
  return (x, y, z) => {
    const [u, v, w] = [x / 1000, y / 1000, z / 1000]
    return covers(grid, u, v, w) ? sample(grid, u, v, w) * 1000 : authored(x, y, z)
  }
}

async function bakePart(m: (typeof knee.MESH_PLANS)[number], grid: Grid): Promise<Part> {
  const { field, box, spacing } = m.plan
  const surface = await simplified(surfaceOf(field.at, box.lo, box.hi, spacing), m.triangles)
  const normals = surface.normals.slice()
  project(surfaceField(grid, field.at), surface.positions, 1)
  console.log(`mesh ${m.name}: ${surface.indices.length / 3} triangles`)
  return painted(m.name, { ...surface, normals }, paints(m.name))
}

mkdirSync(OUT, { recursive: true })
const baked = GRIDS.map(bakeGrid)
const parts: Part[] = []
for (const m of knee.MESH_PLANS) {
  const found = baked.find((g) => g.name === m.name)
  if (!found) throw new Error(`bake: got a mesh ${m.name} without a grid, expected one of ${GRIDS.join(', ')}`)
  parts.push(await bakePart(m, found.grid))
}
const meshes = write(knee.NAME, 'glb', await glb(parts))
const grids = baked.map(({ name, file, sha256, bytes }) => ({ name, file, sha256, bytes }))
const manifest = { name: knee.NAME, grids, meshes, warp: knee.warp(), landmarks: knee.landmarks() }
writeFileSync(new URL(`${knee.NAME}.json`, OUT), `${JSON.stringify(manifest)}\n`)
const kept = new Set([`${knee.NAME}.json`, meshes.file, ...grids.map((g) => g.file)])
for (const old of readdirSync(OUT)) if (old.startsWith(`${knee.NAME}.`) && !kept.has(old)) rmSync(new URL(old, OUT))
console.log(`meshes ${meshes.bytes} bytes; grids ${grids.reduce((sum, g) => sum + g.bytes, 0)} bytes in all`)
