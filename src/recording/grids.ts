// Opens baked grids: checks the hash before anything is decoded. Grids are simulation input, so a wrong one is refused.
// Only this outer layer is common to all engines; what the numbers mean is the engine's own business (openArchetype).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { inflateSync, strFromU8 } from 'fflate'
import { openArchetype, type Archetype, type ArchetypeManifest, type RawGrid } from '../sim/index.ts'

export type { ArchetypeManifest } from '../sim/index.ts'

const MAGIC = 'SHG1'

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/**
 * The header and the coded counts of a grid file.
 * @throws Error when the hash or the magic is not what it must be
 */
export function readGrid(bytes: Uint8Array, expectedHash: string): RawGrid {
  const got = hashOf(bytes)
  if (got !== expectedHash) {
    throw new Error(`grid: got SHA-256 ${got} (${bytes.length} bytes), expected ${expectedHash}: fetch the file again`)
  }
  const magic = strFromU8(bytes.subarray(0, 4))
  if (magic !== MAGIC) throw new Error(`grid ${got.slice(0, 16)}: got magic "${magic}", expected "${MAGIC}"`)
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  const header = JSON.parse(strFromU8(bytes.subarray(8, 8 + length))) as RawGrid['header']
  return { header, coded: inflateSync(bytes.subarray(8 + length)) }
}

/**
 * All grids of a manifest by name.
 * @param read fetches a file by its name
 * @throws Error naming the grid that is missing or is not the one that the manifest names
 */
export async function loadGrids(
  manifest: ArchetypeManifest,
  read: (file: string) => Promise<Uint8Array>,
): Promise<Record<string, RawGrid>> {
  const raw: Record<string, RawGrid> = {}
  for (const entry of manifest.grids) raw[entry.name] = readGrid(await read(entry.file), entry.sha256)
  return raw
}

/** SHA-256 by grid name, as an attempt's header holds it. */
export function gridHashes(manifest: ArchetypeManifest): Record<string, string> {
  return Object.fromEntries(manifest.grids.map((g) => [g.name, g.sha256]))
}

/**
 * An archetype from its manifest and its files by name, with this build's own decoder.
 * @throws Error when a grid is missing or is not the one that the manifest names
 */
export function decodeArchetype(manifest: ArchetypeManifest, files: ReadonlyMap<string, Uint8Array>): Archetype {
  const raw: Record<string, RawGrid> = {}
  for (const entry of manifest.grids) {
    const bytes = files.get(entry.file)
    if (!bytes) {
      throw new Error(`archetype ${manifest.name}: got no file ${entry.file}, expected it beside the manifest`)
    }
    raw[entry.name] = readGrid(bytes, entry.sha256)
  }
  return openArchetype(manifest, raw)
}
