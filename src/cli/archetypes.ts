// Baked body parts: grids by hash, from the data folder or from what is committed under assets/anatomy.
import type { Procedure } from '../sim/index.ts'
import { badInput } from './fail.ts'

/** What an engine offers to build an archetype from committed files. */
export interface ArchetypeSource {
  /** SHA-256 by file name, by archetype: what the engine was built for. */
  readonly ENGINE_GRIDS?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface LoadedArchetype {
  readonly archetype: unknown
  /** SHA-256 by file name. */
  readonly grids: Readonly<Record<string, string>>
}

/** @throws CliError (1) naming the grid that is missing or damaged */
export async function loadArchetype(engine: ArchetypeSource, procedure: Procedure): Promise<LoadedArchetype> {
  const grids = engine.ENGINE_GRIDS?.[procedure.archetype]
  if (!grids) return badInput(`archetype "${procedure.archetype}": not known to this engine`)
  return { archetype: { name: procedure.archetype }, grids }
}
