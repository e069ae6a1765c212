// Baked anatomy: the engine names its grids by hash, the site serves the files, each is checked before it is used.
import { gridHashes, loadGrids } from '../../recording/grids.ts'
import type { Archetype, ArchetypeManifest, RawGrid } from '../../sim/index.ts'
import { fetchFile } from './fetchFile.ts'
import { LoadError } from './loadError.ts'

/** What an engine knows about body parts. */
export interface ArchetypeEngine {
  readonly archetypes: Readonly<Record<string, ArchetypeManifest>>
  openArchetype(manifest: ArchetypeManifest, raw: Readonly<Record<string, RawGrid>>): Archetype
}

export interface LoadedAnatomy {
  readonly archetype: Archetype
  /** SHA-256 by grid name, for the attempt's header. */
  readonly grids: Readonly<Record<string, string>>
  /** The file with the baked meshes, for views. */
  readonly meshes: string
}

const loaded = new WeakMap<ArchetypeEngine, Map<string, Promise<LoadedAnatomy>>>()

async function load(engine: ArchetypeEngine, name: string): Promise<LoadedAnatomy> {
  const manifest = engine.archetypes[name]
  if (!manifest) throw new LoadError('anatomy', `anatomy ${name}: not known to this engine`)
  const read = async (file: string): Promise<Uint8Array> => (await fetchFile(`grids/${file}`)).bytes
  const files = new Map(await Promise.all(manifest.grids.map(async (g) => [g.file, await read(g.file)] as const)))
  try {
    const raw = await loadGrids(manifest, async (file) => files.get(file) ?? new Uint8Array())
    return { archetype: engine.openArchetype(manifest, raw), grids: gridHashes(manifest), meshes: manifest.meshes.file }
  } catch (error) {
    throw new LoadError('anatomy', `anatomy ${name}: ${String(error)}; reload the page to fetch it again`)
  }
}

/** Loads an archetype once for an engine; a failure is not remembered, so that a second try may succeed. @throws LoadError */
export function loadAnatomy(engine: ArchetypeEngine, name: string): Promise<LoadedAnatomy> {
  const ofEngine = loaded.get(engine) ?? new Map<string, Promise<LoadedAnatomy>>()
  loaded.set(engine, ofEngine)
  const known = ofEngine.get(name)
  if (known) return known
  const fresh = load(engine, name)
  ofEngine.set(name, fresh)
  fresh.catch(() => ofEngine.delete(name))
  return fresh
}
