// Baked anatomy: the manifest and its grids, each checked against its hash before it is used.
import { type ArchetypeManifest, decodeArchetype } from '../../recording/grids.ts'
import { fetchFile, LoadError } from './loadBench.ts'

export interface LoadedAnatomy {
  readonly archetype: unknown
  /** SHA-256 by grid name, for the attempt's header. */
  readonly grids: Readonly<Record<string, string>>
}

const loaded = new Map<string, Promise<LoadedAnatomy>>()

async function fetchBytes(file: string): Promise<readonly [string, Uint8Array]> {
  const response = await fetchFile(`grids/${file}`)
  return [file, new Uint8Array(await response.arrayBuffer())]
}

async function load(name: string): Promise<LoadedAnatomy> {
  const manifest = (await (await fetchFile(`grids/${name}.json`)).json()) as ArchetypeManifest
  const files = new Map(await Promise.all(manifest.grids.map((g) => fetchBytes(g.file))))
  try {
    const grids = Object.fromEntries(manifest.grids.map((g) => [g.name, g.sha256]))
    return { archetype: decodeArchetype(manifest, files), grids }
  } catch (error) {
    throw new LoadError('anatomy', `anatomy ${name}: ${String(error)}; reload the page to fetch it again`)
  }
}

/** Loads an archetype once; a failure is not remembered, so that a second try may succeed. @throws LoadError */
export function loadAnatomy(name: string): Promise<LoadedAnatomy> {
  const known = loaded.get(name)
  if (known) return known
  const fresh = load(name)
  loaded.set(name, fresh)
  fresh.catch(() => loaded.delete(name))
  return fresh
}
