// Builds the prover around the engine file that was built, and packs the jobs that it runs.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { archetypes } from '../../scenes/archetypes.ts'
import { INPUT, type ProverInput, type ProverJob } from './proverJob.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ANATOMY = join(ROOT, 'assets/anatomy')

const hexOf = (file: string): string => readFileSync(file).toString('hex')

export function makeJob(name: string, attemptFile: string): ProverJob {
  return { name, attempt: hexOf(attemptFile) }
}

function gridsOf(archetype: string): Record<string, string> {
  return Object.fromEntries((archetypes[archetype]?.grids ?? []).map((g) => [g.name, hexOf(join(ANATOMY, g.file))]))
}

/** In place of the engine's source the file that was built from it: what is proved is what is served. */
function builtEngine(id: string): Plugin {
  const file = join(ROOT, `build/engine/${id}.js`)
  return {
    name: 'built-engine',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/scenes/engine.ts') ? file : null),
  }
}

/** One classic script without imports that runs in browsers, in Node and in the bare shell of an engine. */
export async function buildProver(engineId: string, jobs: readonly ProverJob[]): Promise<string> {
  const out = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [builtEngine(engineId)],
    build: {
      write: false,
      target: 'chrome87',
      minify: false,
      lib: { entry: join(import.meta.dirname, 'prover.ts'), formats: ['iife'], name: 'prover' },
    },
  })
  const [first] = Array.isArray(out) ? out : [out]
  if (!first || !('output' in first)) throw new Error('vite build: expected output in memory')
  const grids = Object.fromEntries(Object.keys(archetypes).map((name) => [name, gridsOf(name)]))
  const input: ProverInput = { jobs, grids }
  return `globalThis.${INPUT} = ${JSON.stringify(input)};\n${first.output[0].code}`
}
