// The knee of the pictures: the committed archetype, opened as the application opens it.
import { decodeArchetype, type ArchetypeManifest } from '../../../src/recording/grids.ts'
import { createKnee } from '../../../scenes/orthopedic/knee-aspiration/anatomy.ts'

/** An anatomy for the view and the address of its meshes. */
export async function kneeAnatomy(seed: number) {
  const m = (await (await fetch('/anatomy/knee-adult.json')).json()) as ArchetypeManifest
  const files = new Map<string, Uint8Array>()
  for (const { file } of m.grids) {
    files.set(file, new Uint8Array(await (await fetch(`/anatomy/${file}`)).arrayBuffer()))
  }
  return { anatomy: createKnee(decodeArchetype(m, files), 'hot-knee', seed), meshUrl: `/anatomy/${m.meshes.file}` }
}
