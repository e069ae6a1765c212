// Manifests of the baked body parts: bundled into the engine, so that its hash covers warp, landmarks and grid hashes.
import type { ArchetypeManifest } from '../src/sim/index.ts'
import kneeAdult from '../assets/anatomy/knee-adult.json' with { type: 'json' }

export const archetypes: Readonly<Record<string, ArchetypeManifest>> = {
  'knee-adult': kneeAdult as unknown as ArchetypeManifest,
}
