// Baked body parts: the engine names their grids by hash; the files lie in the data folder or under assets/anatomy.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gridHashes, readGrid } from '../recording/grids.ts'
import type { ArchetypeManifest, Procedure, RawGrid } from '../sim/index.ts'
import { badInput } from './fail.ts'
import { ANATOMY, keptGrid } from './paths.ts'
import { placeFile } from './store.ts'

/** SHA-256 by name of the grids that an attempt's body part was read from; stands in its header. */
export type GridHashes = Readonly<Record<string, string>>
export type Archetype = Parameters<Procedure['createAnatomy']>[0]

/** What an engine knows about body parts. */
export interface ArchetypeEngine {
  readonly archetypes: Readonly<Record<string, ArchetypeManifest>>
  openArchetype(manifest: ArchetypeManifest, raw: Readonly<Record<string, RawGrid>>): Archetype
}

/** The grid of this entry; kept, so that attempts made with it stay verifiable after the next bake. */
function loadGrid(entry: ArchetypeManifest['grids'][number]): RawGrid {
  const committed = join(ANATOMY, entry.file)
  const kept = keptGrid(entry.file)
  if (!existsSync(kept) && existsSync(committed)) placeFile(committed, kept)
  if (!existsSync(kept)) badInput(`grid ${entry.file} (${entry.sha256}): not in the data folder nor in assets/anatomy`)
  return readGrid(readFileSync(kept), entry.sha256)
}

/** @throws CliError (1) naming the grid that the header has and the engine has not, or the other way round */
function checkSame(name: string, wanted: GridHashes, got: GridHashes): void {
  const differs = Object.keys({ ...wanted, ...got }).find((k) => wanted[k] !== got[k])
  if (differs === undefined) return
  const what = `the attempt's header says ${wanted[differs] ?? 'none'}, its engine ${got[differs] ?? 'none'}`
  badInput(`archetype "${name}": grid ${differs}: ${what}`)
}

/**
 * The body part that the engine names. @param wanted grids of a recorded attempt, which must be the same
 * @throws CliError (1) naming the grid that is missing or another
 */
export function loadArchetype(
  engine: ArchetypeEngine,
  name: string,
  wanted?: GridHashes,
): { readonly archetype: Archetype; readonly grids: GridHashes } {
  const manifest = engine.archetypes[name]
  if (!manifest) return badInput(`archetype "${name}": the engine has ${Object.keys(engine.archetypes).join(', ')}`)
  const grids = gridHashes(manifest)
  if (wanted) checkSame(name, wanted, grids)
  const raw = Object.fromEntries(manifest.grids.map((g) => [g.name, loadGrid(g)]))
  return { archetype: engine.openArchetype(manifest, raw), grids }
}
