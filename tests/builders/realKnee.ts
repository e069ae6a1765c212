// The baked knee from the committed files, for tests in Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { archetypes } from '../../scenes/archetypes.ts'
import { decodeArchetype } from '../../src/recording/index.ts'
import { kneeSetup } from './knee.ts'
import type { Archetype, AttemptSetup } from '../../src/sim/index.ts'

const FOLDER = join(import.meta.dirname, '../../assets/anatomy')
let knee: Archetype | undefined

/** Grid files of a manifest, as they are committed. */
export function gridFiles(name: string): Map<string, Uint8Array> {
  const manifest = archetypes[name]
  if (!manifest) throw new RangeError(`archetype "${name}": not in scenes/archetypes.ts`)
  return new Map(manifest.grids.map((g) => [g.file, new Uint8Array(readFileSync(join(FOLDER, g.file)))]))
}

/** The adult knee, decoded once. */
export function adultKnee(): Archetype {
  const manifest = archetypes['knee-adult']
  if (!manifest) throw new RangeError('archetype "knee-adult": not in scenes/archetypes.ts')
  knee ??= decodeArchetype(manifest, gridFiles('knee-adult'))
  return knee
}

export const KNEE_SETUP: AttemptSetup = kneeSetup({ reaction_ms: 250 })
