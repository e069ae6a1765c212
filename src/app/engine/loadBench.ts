// The engine and the anatomy that an attempt needs: by hash in a built page, from source in development.
import { type EngineApi, type EngineFile, loadEngine, type Runtime } from '../../recording/index.ts'
import type { Archetype, AttemptSetup, PackedTick, Performer, Procedure, Session } from '../../sim/index.ts'
import { fetchFile, siteUrl } from './fetchFile.ts'
import { type ArchetypeEngine, loadAnatomy, type LoadedAnatomy } from './loadAnatomy.ts'
import { LoadError } from './loadError.ts'

/** What an exchange of needles would do now, by needle id; an older engine has no needles that come off. */
export interface ExchangeRules {
  canMount?(session: Session, side: 'left' | 'right'): string | null
  canUnmount?(session: Session, side: 'left' | 'right'): string | null
}

/** What the page uses of an engine module beyond what recording does. */
export interface PageEngine extends EngineApi, ArchetypeEngine, ExchangeRules {
  readonly TICK_FORMAT: number
  createSession(procedure: Procedure, archetype: Archetype, setup: AttemptSetup): Session
  perform(session: Session, performer: Performer, seed: number, onTick?: (packed: PackedTick) => void): PackedTick[]
}

/** An engine with everything that one attempt needs. */
export interface Bench extends Runtime {
  readonly engine: PageEngine
  /** SHA-256 of the engine file, or 'dev'. */
  readonly engineId: string
  readonly procedure: Procedure
  readonly anatomy: LoadedAnatomy
}

async function readEngineFile(hash: string): Promise<EngineFile | undefined> {
  const path = `engines/${hash}.js`
  try {
    return { text: (await fetchFile(path)).text, url: siteUrl(path) }
  } catch (error) {
    if (error instanceof LoadError && error.reason === 'absent') return undefined
    throw error
  }
}

/** The hash of the engine that new attempts are made with. @throws LoadError */
export async function currentEngine(): Promise<string> {
  if (import.meta.env.DEV) return 'dev'
  const { engine } = JSON.parse((await fetchFile('engines/current.json')).text) as { engine: string }
  return engine
}

const engines = new Map<string, PageEngine>()

async function sourceEngine(): Promise<PageEngine> {
  const module: unknown = await import('../../../scenes/engine.ts')
  return module as PageEngine
}

async function engineByHash(hash: string): Promise<PageEngine> {
  const result = await loadEngine(hash, readEngineFile)
  if (result.type === 'error') throw new LoadError(result.reason, result.message)
  return result.engine as unknown as PageEngine
}

/** @throws LoadError naming why the engine cannot be had */
export async function openEngine(hash: string): Promise<PageEngine> {
  const known = engines.get(hash)
  if (known) return known
  const engine = hash === 'dev' && import.meta.env.DEV ? await sourceEngine() : await engineByHash(hash)
  engines.set(hash, engine)
  return engine
}

/** Everything for an attempt with this setup in this engine. @throws LoadError */
export async function openBench(engineId: string, setup: AttemptSetup): Promise<Bench> {
  const engine = await openEngine(engineId)
  const procedure = engine.procedures.find((p) => p.id === setup.procedure)
  if (!procedure) throw new LoadError('no-procedure', `engine ${engineId}: has no procedure "${setup.procedure}"`)
  const anatomy = await loadAnatomy(engine, procedure.archetype)
  const makeSession = (): Session => engine.createSession(procedure, anatomy.archetype, setup)
  return { engine, engineId, procedure, anatomy, makeSession }
}
