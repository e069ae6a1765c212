// Twenty attempts in four JavaScript engines: digests, evidence, reports, coded files and tracks must be equal.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { engineOrThrow, runInBrowser, runInJsc } from '../e2e/browsers.ts'
import type { ProverJob } from '../e2e/proverJob.ts'
import { buildProver, makeJob } from '../e2e/proverScript.ts'
import type { Outcome } from './shards.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CLI = join(ROOT, 'build/cli/main.js')

function jobs(folder: string, count: number): ProverJob[] {
  return Array.from({ length: count }, (_, i) => {
    const agent = i % 2 === 0 ? 'expert' : 'novice'
    const out = join(folder, `${i}.attempt`)
    const what = ['perform', 'knee-aspiration', '--case', 'hot-knee', '--seed', String(300 + i), '--agent', agent]
    execFileSync(process.execPath, [CLI, ...what, '--out', out])
    return makeJob(`${agent}, seed ${300 + i}`, out)
  })
}

/** @throws Error naming an engine that is not here */
export async function enginesAgree(count: number): Promise<Outcome> {
  for (const name of ['chromium', 'firefox', 'jsc'] as const) engineOrThrow(name)
  const folder = mkdtempSync(join(tmpdir(), 'surehand-matrix-'))
  try {
    const { engine } = JSON.parse(readFileSync(join(ROOT, 'build/engine/engine.json'), 'utf8')) as { engine: string }
    const script = await buildProver(engine, jobs(folder, count))
    const file = join(folder, 'prover.cjs')
    writeFileSync(file, script)
    const node = execFileSync(process.execPath, [file], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim()
    const others = {
      chromium: (await runInBrowser('chromium', script, 600_000)).trim() === node,
      firefox: (await runInBrowser('firefox', script, 600_000)).trim() === node,
      javascriptcore: (await runInJsc(file)).trim() === node,
    }
    const proofs = JSON.parse(node) as { digests: readonly string[] }[]
    const digests = proofs.reduce((sum, p) => sum + p.digests.length, 0)
    return {
      passed: Object.values(others).every(Boolean),
      figures: { attempts: count, digests, equal_to_node: others },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
