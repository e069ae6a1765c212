// The engine and the anatomy that an attempt needs: by hash in a built page, from source in development.
import { type EngineApi, type EngineFile, type EngineReason, loadEngine, type Runtime } from '../../recording/index.ts'
import type { AttemptSetup, PackedTick, Performer, Procedure, Session } from '../../sim/index.ts'
import { type LoadedAnatomy, loadAnatomy } from './loadAnatomy.ts'

/** What the page uses of an engine module beyond what recording does. */
export interface PageEngine extends EngineApi {
  readonly TICK_FORMAT: number
  createSession(procedure: Procedure, archetype: unknown, setup: AttemptSetup): Session
  perform(session: Session, performer: Performer, seed: number, onTick?: (packed: PackedTick) => void): PackedTick[]
}

/** An engine with everything that one attempt needs. */
export interface Bench extends Runtime {
  readonly engine: PageEngine
  /** SHA-256 of the engine file, or 'dev'. */
  readonly engineId: string
  readonly procedure: Procedure
  readonly grids: Readonly<Record<string, string>>
}

export type LoadReason = EngineReason | 'offline' | 'no-procedure' | 'anatomy'

/** Why there is nothing to simulate with; pages translate the reason. */
export class LoadError extends Error {
  readonly reason: LoadReason

  constructor(reason: LoadReason, message: string) {
    super(message)
    this.name = 'LoadError'
    this.reason = reason
  }
}

/** An address of this site, wherever the page itself is. */
export function siteUrl(path: string): string {
  return new URL(`${import.meta.env.BASE_URL}${path}`, location.href).href
}

/** A file of this site. @throws LoadError `offline` when the site does not answer, `absent` when it has no such file */
export async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(siteUrl(path)).catch((error: unknown) => {
    throw new LoadError('offline', `loading ${path}: no answer (${String(error)}); try again when connected`)
  })
  if (!response.ok) throw new LoadError('absent', `loading ${path}: the server answered ${response.status}`)
  return response
}

async function readEngineFile(hash: string): Promise<EngineFile | undefined> {
  const path = `engines/${hash}.js`
  try {
    return { text: await (await fetchFile(path)).text(), url: siteUrl(path) }
  } catch (error) {
    if (error instanceof LoadError && error.reason === 'absent') return undefined
    throw error
  }
}

/** The hash of the engine that new attempts are made with. */
export async function currentEngine(): Promise<string> {
  if (import.meta.env.DEV) return 'dev'
  const { engine } = (await (await fetchFile('engines/current.json')).json()) as { engine: string }
  return engine
}

const engines = new Map<string, PageEngine>()

/** @throws LoadError naming why the engine cannot be had */
export async function openEngine(hash: string): Promise<PageEngine> {
  const known = engines.get(hash)
  if (known) return known
  const engine = hash === 'dev' && import.meta.env.DEV ? await sourceEngine() : await engineByHash(hash)
  engines.set(hash, engine)
  return engine
}

async function sourceEngine(): Promise<PageEngine> {
  const module: unknown = await import('../../../scenes/engine.ts')
  return module as PageEngine
}

async function engineByHash(hash: string): Promise<PageEngine> {
  const result = await loadEngine(hash, readEngineFile)
  if (result.type === 'error') throw new LoadError(result.reason, result.message)
  return result.engine as unknown as PageEngine
}

/** Everything for an attempt with this setup in this engine. @throws LoadError */
export async function openBench(engineId: string, setup: AttemptSetup): Promise<Bench> {
  const engine = await openEngine(engineId)
  const procedure = engine.procedures.find((p) => p.id === setup.procedure)
  if (!procedure) throw new LoadError('no-procedure', `engine ${engineId}: has no procedure "${setup.procedure}"`)
  const { archetype, grids }: LoadedAnatomy = await loadAnatomy(procedure.archetype)
  return {
    engine,
    engineId,
    procedure,
    grids,
    makeSession: () => engine.createSession(procedure, archetype, setup),
  }
}
