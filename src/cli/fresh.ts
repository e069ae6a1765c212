// A bundle that does not fit the sources is rebuilt or refused, never run silently.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceHash } from './bundle/sources.ts'
import { badInput } from './fail.ts'
import { BUILT_CLI, BUILT_ENGINES, ROOT } from './paths.ts'

/** Counts rebuilds in the processes that run after them, so that a tree that never settles cannot loop. */
const REBUILT = 'SUREHAND_REBUILT'
const MOST_REBUILDS = 3
const BUILDER = join(ROOT, 'src/cli/bundle/build.mjs')

function stampOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { sources?: string }).sources
}

/** Which of the two bundles were not built from the present sources. */
export function staleBundles(): ('engine' | 'node')[] {
  const sources = sourceHash(ROOT)
  const stale: ('engine' | 'node')[] = []
  if (stampOf(join(BUILT_ENGINES, 'engine.json')) !== sources) stale.push('engine')
  if (stampOf(join(BUILT_CLI, 'cli.json')) !== sources) stale.push('node')
  return stale
}

/** Runs the command line in a new process that ends with this one; its exit status. */
function runAgain(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [...argv], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (status) => done(status ?? 1))
  })
}

/**
 * Rebuilds what is stale and runs the same command line in the new bundle. Returns its exit status, or undefined when
 * nothing was stale (or this is an installation without sources). @throws CliError (1) when the sources do not build
 */
export async function rerunIfStale(argv: readonly string[]): Promise<number | undefined> {
  if (!existsSync(BUILDER)) return undefined
  const stale = staleBundles()
  if (stale.length === 0) return undefined
  const what = stale.join(' and ')
  const rebuilds = Number(process.env[REBUILT] ?? 0)
  if (rebuilds >= MOST_REBUILDS)
    badInput(`${what}: sources changed ${rebuilds} times while they were built; try again later`)
  process.stderr.write(`${what}: older than the sources; building\n`)
  const built = spawnSync(process.execPath, [BUILDER, '--brief', ...stale], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) badInput(`${what}: older than the sources, which do not build; run npm run build`)
  return runAgain(argv, { ...process.env, [REBUILT]: String(rebuilds + 1) })
}
