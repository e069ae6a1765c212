// `npm run bake`: anatomy as fields -> grids, meshes and a manifest in assets/anatomy. Same input, same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import * as knee from '../../scenes/common/anatomy/knee/index.ts'
import { GRIDS, type GridName } from '../../src/sim/tissue/archetype.ts'
import type { GridHeader } from '../../src/sim/tissue/grid.ts'
import { encodeGrid } from './gridFile.ts'
import { latticeOver, redistance } from './redistance.ts'

const OUT = new URL('../anatomy/', import.meta.url)
const UNIT_MM = 0.1

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

function bakeGrid(name: GridName): Written & { readonly name: string } {
  const { field, box, spacing } = knee.GRID_PLANS[name]
  const lattice = latticeOver(box.lo, box.hi, spacing)
  const d = redistance(field.at, lattice)
  const counts = Int8Array.from(d, (v) => Math.max(-127, Math.min(127, Math.round(v / UNIT_MM))))
  const header: GridHeader = {
    name,
    origin_mm: [...lattice.lo],
    spacing_mm: spacing,
    dims: [...lattice.n],
    unit_mm: UNIT_MM,
  }
  const started = write(`${knee.NAME}.${name}`, 'bin', encodeGrid(header, counts))
  console.log(`${name}: ${lattice.n.join(' x ')}, ${started.bytes} bytes, ${started.sha256.slice(0, 16)}`)
  return { name, ...started }
}

mkdirSync(OUT, { recursive: true })
for (const old of readdirSync(OUT)) if (old.startsWith(`${knee.NAME}.`)) rmSync(new URL(old, OUT))
const grids = GRIDS.map(bakeGrid)
const manifest = { name: knee.NAME, grids, warp: knee.warp(), landmarks: knee.landmarks() }
writeFileSync(new URL(`${knee.NAME}.json`, OUT), `${JSON.stringify(manifest)}\n`)
console.log(`grids: ${grids.reduce((sum, g) => sum + g.bytes, 0)} bytes in all`)
