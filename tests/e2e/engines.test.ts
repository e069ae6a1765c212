// The same attempts in four JavaScript engines: every digest and every word of evidence must be equal.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../scenes/index.ts'
import { decodeAttempt } from '../../src/recording/index.ts'
import { isSkipped, runInBrowser, runInJsc } from './browsers.ts'
import type { Proof, ProverJob } from './proverJob.ts'
import { buildProver, makeJob } from './proverScript.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CLI = join(ROOT, 'build/cli/main.js')
/** Two people of different skill on the first case of each procedure. */
const AGENTS = ['expert', 'novice']

const folder = mkdtempSync(join(tmpdir(), 'surehand-engines-'))
const scriptFile = join(folder, 'prover.cjs')
let script = ''
let expected: Proof[] = []

/** Lets the command line play a performer; returns the attempt's file. */
function perform(procedure: string, caseId: string, agent: string): string {
  const out = join(folder, `${procedure}-${agent}.attempt`)
  execFileSync(process.execPath, [
    CLI,
    'perform',
    procedure,
    '--case',
    caseId,
    '--seed',
    '5',
    '--agent',
    agent,
    '--out',
    out,
  ])
  return out
}

function jobsOf(procedure: (typeof procedures)[number]): ProverJob[] {
  const [first] = procedure.cases
  const agents = procedure.performers.filter((p) => AGENTS.includes(p.id)).map((p) => p.id)
  return agents.map((agent) => {
    const file = perform(procedure.id, first?.id ?? '', agent)
    return makeJob(`${procedure.id}, ${agent}`, file)
  })
}

function recordedDigests(job: ProverJob): readonly string[] {
  const result = decodeAttempt(Buffer.from(job.attempt, 'hex'))
  return result.type === 'success' ? result.attempt.digests : []
}

beforeAll(async () => {
  const jobs = procedures.flatMap(jobsOf)
  const { engine } = JSON.parse(readFileSync(join(ROOT, 'build/engine/engine.json'), 'utf8')) as { engine: string }
  script = await buildProver(engine, jobs)
  writeFileSync(scriptFile, script)
  expected = JSON.parse(execFileSync(process.execPath, [scriptFile], { encoding: 'utf8' })) as Proof[]
  expect(expected.map((p) => p.digests)).toEqual(jobs.map(recordedDigests))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the engine runs to the same states', () => {
  it('in Node as the command line recorded them, for long enough to mean something', () => {
    expect(expected.length).toBeGreaterThan(0)
    for (const proof of expected) expect([proof.name, proof.digests.length > 10]).toEqual([proof.name, true])
  })

  it.skipIf(isSkipped('chromium'))('in Chromium', async () => {
    expect(JSON.parse(await runInBrowser('chromium', script))).toEqual(expected)
  })

  it.skipIf(isSkipped('firefox'))('in Firefox', async () => {
    expect(JSON.parse(await runInBrowser('firefox', script))).toEqual(expected)
  })

  it.skipIf(isSkipped('jsc'))('in JavaScriptCore', async () => {
    expect(JSON.parse(await runInJsc(scriptFile))).toEqual(expected)
  })
})
