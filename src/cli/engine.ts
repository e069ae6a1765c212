// The built engine file as a typed value: the only code of the simulation that a command ever runs.
import type { AttemptSetup, Drill, PackedTick, Performer, Procedure, Session } from '../sim/index.ts'
import { loadEngine, type Attempt, type EngineApi, type Runtime } from '../recording/index.ts'
import { loadArchetype, type Archetype, type ArchetypeEngine, type GridHashes } from './archetypes.ts'
import { badInput } from './fail.ts'
import { currentEngine, readEngine } from './store.ts'

/** What commands use of an engine beyond what recording does. */
export interface Engine extends EngineApi, ArchetypeEngine {
  /** SHA-256 of its file. */
  readonly id: string
  readonly TICK_FORMAT: number
  createSession(procedure: Procedure, archetype: Archetype, setup: AttemptSetup): Session
  perform(session: Session, performer: Performer, seed: number, onTick: (packed: PackedTick) => void): PackedTick[]
}

/** @throws CliError (1) when the engine is not in the data folder or is none */
export async function openEngine(id: string): Promise<Engine> {
  const result = await loadEngine(id, readEngine)
  if (result.type === 'error') return badInput(result.message)
  // `loadEngine` checked the names; a module object takes no further key, so the id comes by way of a copy.
  return { ...result.engine, id } as unknown as Engine
}

export function openCurrentEngine(): Promise<Engine> {
  return openEngine(currentEngine())
}

/** @throws CliError (1) naming the procedures that there are */
export function findProcedure(engine: Pick<Engine, 'procedures'>, id: string): Procedure {
  const known = engine.procedures.map((p) => p.id).join(', ')
  return engine.procedures.find((p) => p.id === id) ?? badInput(`procedure "${id}": not here; there are ${known}`)
}

/** @throws CliError (1) naming the cases that there are */
export function checkCase(procedure: Procedure, id: string): void {
  const known = procedure.cases.map((c) => c.id)
  if (!known.includes(id)) badInput(`${procedure.id}: no case "${id}"; there are ${known.join(', ')}`)
}

/** @throws CliError (1) naming the drills that there are */
export function findDrill(procedure: Procedure, id: string): Drill {
  const drills = procedure.drills ?? []
  const known = drills.length === 0 ? 'it has none' : `there are ${drills.map((d) => d.id).join(', ')}`
  return drills.find((d) => d.id === id) ?? badInput(`${procedure.id}: no drill "${id}"; ${known}`)
}

/** An engine with everything that an attempt of this setup needs. */
export interface Bench extends Runtime {
  readonly engine: Engine
  readonly procedure: Procedure
  /** SHA-256 by name of the grids that were loaded. */
  readonly grids: GridHashes
}

/**
 * @param wanted grids of a recorded attempt; the present ones when left out
 * @throws CliError (1) for a procedure, case or grid that is not there
 */
export function setUp(engine: Engine, setup: AttemptSetup, wanted?: GridHashes): Bench {
  const procedure = findProcedure(engine, setup.procedure)
  checkCase(procedure, setup.case)
  const { archetype, grids } = loadArchetype(engine, procedure.archetype, wanted)
  return { engine, procedure, grids, makeSession: () => engine.createSession(procedure, archetype, setup) }
}

/** The engine that made the attempt, with the attempt's setup. @throws CliError (1) when the engine is not here */
export async function benchOf(attempt: Attempt): Promise<Bench> {
  return setUp(await openEngine(attempt.header.engine), attempt.header.setup, attempt.header.grids)
}
