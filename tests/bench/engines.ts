// What is measured: the newest built engine when there is one (it is what people run), else the sources.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as sources from '../../scenes/engine.ts'
import { loadGrids } from '../../src/recording/index.ts'
import type { Session } from '../../src/sim/index.ts'
import { kneeSetup } from '../builders/knee.ts'
import { gridFiles } from '../builders/realKnee.ts'

export type Engine = typeof sources

export interface Measured {
  readonly name: string
  readonly engine: Engine
  readonly makeSession: () => Session
}

const BUILT = join(import.meta.dirname, '../../build/engine')

/** Path of the engine that was built last, or undefined. */
export function newestEngine(): string | undefined {
  try {
    const files = readdirSync(BUILT).filter((f) => /^[0-9a-f]{64}\.js$/.test(f))
    const age = (f: string): number => statSync(join(BUILT, f)).mtimeMs
    const newest = files.sort((a, b) => age(b) - age(a))[0]
    return newest === undefined ? undefined : join(BUILT, newest)
  } catch {
    return undefined
  }
}

async function measured(name: string, engine: Engine): Promise<Measured> {
  const manifest = engine.archetypes['knee-adult']
  if (!manifest) throw new RangeError(`${name}: no archetype "knee-adult"`)
  const files = gridFiles('knee-adult')
  const raw = await loadGrids(manifest, async (file) => files.get(file) ?? new Uint8Array())
  const archetype = engine.openArchetype(manifest, raw)
  const procedure = engine.findProcedure('knee-aspiration')
  return { name, engine, makeSession: () => engine.createSession(procedure, archetype, kneeSetup()) }
}

export async function engineToMeasure(): Promise<Measured> {
  const path = newestEngine()
  if (path === undefined) return measured('sources (no built engine)', sources)
  const built = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Engine
  const files = gridFiles('knee-adult')
  const stale = built.archetypes['knee-adult']?.grids.some((g) => !files.has(g.file)) ?? true
  return stale
    ? measured('sources (the built engine has other grids)', sources)
    : measured(`built engine ${path.slice(-67, -55)}`, built)
}
