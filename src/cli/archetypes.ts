// Baked body parts by hash: from the data folder, else from what is committed under assets/anatomy.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ArchetypeManifest, decodeArchetype, hashOf } from '../recording/grids.ts'
import type { Procedure } from '../sim/index.ts'
import { badInput } from './fail.ts'
import { ANATOMY, dataFolder } from './paths.ts'

/** SHA-256 by name of all files that an attempt's body part was read from; stands in its header. */
export type GridHashes = Readonly<Record<string, string>>

/** The name under which a header keeps the hash of the manifest: warp and landmarks are input of the simulation too. */
const MANIFEST = 'manifest'

export interface LoadedArchetype {
  readonly archetype: Parameters<Procedure['createAnatomy']>[0]
  readonly grids: GridHashes
}

const kept = (hash: string): string => join(dataFolder(), 'grids', hash)

/** Puts the bytes into the data folder, so that attempts made with them stay verifiable after the next bake. */
function keep(hash: string, bytes: Uint8Array): Uint8Array {
  const file = kept(hash)
  if (existsSync(file)) return bytes
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
  return bytes
}

/** Bytes with this hash, from the data folder or from the committed file. @throws CliError (1) when neither has them */
function read(hash: string, committed: string): Uint8Array {
  for (const file of [kept(hash), join(ANATOMY, committed)]) {
    if (!existsSync(file)) continue
    const bytes = readFileSync(file)
    if (hashOf(bytes) === hash) return keep(hash, bytes)
  }
  return badInput(`grid ${hash} (${committed}): not in the data folder and not what is in assets/anatomy; fetch it`)
}

function currentManifest(name: string): string {
  const file = join(ANATOMY, `${name}.json`)
  if (!existsSync(file))
    return badInput(`archetype "${name}": assets/anatomy/${name}.json is missing; run npm run bake`)
  return hashOf(readFileSync(file))
}

function checkSame(name: string, wanted: GridHashes, got: GridHashes): void {
  const differs = Object.keys({ ...wanted, ...got }).find((k) => wanted[k] !== got[k])
  if (differs === undefined) return
  const what = `got ${got[differs] ?? 'none'}, expected ${wanted[differs] ?? 'none'}`
  badInput(`archetype "${name}": grid ${differs}: ${what}; the attempt was made with another body`)
}

/**
 * The body part with the grids that an attempt's header names, or with the present ones when none are named.
 * @throws CliError (1) naming the grid that is missing or another
 */
export function loadArchetype(name: string, wanted?: GridHashes): LoadedArchetype {
  const hash = wanted?.[MANIFEST] ?? currentManifest(name)
  const manifest = JSON.parse(new TextDecoder().decode(read(hash, `${name}.json`))) as ArchetypeManifest
  const files = new Map(manifest.grids.map((g) => [g.file, read(g.sha256, g.file)]))
  const grids = { [MANIFEST]: hash, ...Object.fromEntries(manifest.grids.map((g) => [g.name, g.sha256])) }
  if (wanted) checkSame(name, wanted, grids)
  return { archetype: decodeArchetype(manifest, files), grids }
}
