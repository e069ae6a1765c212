// An attempt made by one build, opened by a later build of the project: resumed, replayed and verified exactly, because
// the header names the engine and engines are kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  decodeAttempt,
  encodeAttempt,
  gridHashes,
  JournalWriter,
  loadEngine,
  loadGrids,
  openJournal,
  verifyAttempt,
  type Attempt,
  type AttemptHeader,
  type LoadedEngine,
  type Runtime,
} from '../../src/recording/index.ts'
import type * as EngineModule from '../../scenes/engine.ts'
import { gridFiles, KNEE_SETUP } from '../builders/realKnee.ts'
import { HEADER } from '../builders/attempt.ts'

type Engine = typeof EngineModule & LoadedEngine

let folder = ''
let first = ''
let second = ''

/** Builds an engine into the folder; `change` rewrites one source file, as a later version of the project would. */
async function buildEngine(change?: (code: string, id: string) => string): Promise<string> {
  const plugin = {
    name: 'a-later-version',
    enforce: 'pre' as const,
    transform: (code: string, id: string) => (change ? change(code, id) : code),
  }
  await build({ mode: 'engine', logLevel: 'error', plugins: [plugin], build: { outDir: folder, emptyOutDir: false } })
  return (JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8')) as { engine: string }).engine
}

async function open(hash: string): Promise<Engine> {
  const path = join(folder, `${hash}.js`)
  const result = await loadEngine(hash, async () => ({
    text: readFileSync(path, 'utf8'),
    url: pathToFileURL(path).href,
  }))
  if (result.type === 'error') throw new Error(result.message)
  return result.engine as Engine
}

async function runtimeOf(engine: Engine): Promise<Runtime> {
  const manifest = engine.archetypes['knee-adult']
  if (!manifest) throw new Error('engine: no archetype "knee-adult"')
  const files = gridFiles('knee-adult')
  const raw = await loadGrids(manifest, async (file) => files.get(file) ?? new Uint8Array())
  const archetype = engine.openArchetype(manifest, raw)
  const procedure = engine.findProcedure('knee-aspiration')
  return { engine, makeSession: () => engine.createSession(procedure, archetype, KNEE_SETUP) }
}

async function record(hash: string): Promise<Attempt> {
  const engine = await open(hash)
  const runtime = await runtimeOf(engine)
  const session = runtime.makeSession()
  const expert = session.procedure.performers.find((p) => p.id === 'expert')
  if (!expert) throw new Error('no expert')
  const digests: string[] = []
  const ticks = engine.perform(session, expert, 1, () => {
    if (session.state.tick % engine.DIGEST_EVERY === 0) digests.push(engine.stateDigest(session))
  })
  const manifest = engine.archetypes['knee-adult']
  const header: AttemptHeader = {
    ...HEADER,
    procedure: 'knee-aspiration',
    sim_version: engine.SIM_VERSION,
    engine: hash,
    grids: manifest ? gridHashes(manifest) : {},
    setup: KNEE_SETUP,
  }
  return { header, ticks, digests, remarks: [] }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'surehand-engines-'))
  first = await buildEngine()
  second = await buildEngine((code, id) =>
    id.endsWith('knee-aspiration/tissue.ts') ? code.replace('law(900, 1.8, 0.7, 40)', 'law(900, 2.4, 0.7, 40)') : code,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a change of the simulation makes another engine', () => {
  expect(second).not.toBe(first)
})

it('a later build verifies the attempt with the engine that made it, and its own engine would disagree', async () => {
  const bytes = encodeAttempt(await record(first))
  const opened = decodeAttempt(bytes)
  if (opened.type === 'error') throw new Error(opened.message)
  const { attempt } = opened
  expect(verifyAttempt(attempt, await runtimeOf(await open(attempt.header.engine)))).toMatchObject({ exact: true })
  const wrong = verifyAttempt(attempt, await runtimeOf(await open(second)))
  expect(wrong.exact).toBe(false)
  expect(wrong.first_split_tick).toBeGreaterThan(0)
})

it('a later build resumes an interrupted attempt where it stopped and comes to the same end', async () => {
  const whole = await record(first)
  const half = Math.floor(whole.digests.length / 2)
  const writer = new JournalWriter()
  const records = [writer.begin(whole.header)]
  for (let s = 0; s < half; s++) {
    const ticks = whole.ticks.slice(s * 90, s * 90 + 90)
    records.push(writer.append({ ticks, digests: whole.digests.slice(s, s + 1), remarks: [] }))
  }
  const journal = openJournal(records)
  if (journal.type !== 'success') throw new Error(journal.message)
  const runtime = await runtimeOf(await open(journal.header.engine))
  const session = runtime.makeSession()
  for (const tick of journal.ticks) runtime.engine.stepTick(session, tick)
  expect(runtime.engine.stateDigest(session)).toBe(whole.digests[half - 1])
  for (const tick of whole.ticks.slice(half * 90)) runtime.engine.stepTick(session, tick)
  const last = (await runtimeOf(await open(first))).makeSession()
  for (const tick of whole.ticks) runtime.engine.stepTick(last, tick)
  expect(runtime.engine.stateDigest(session)).toBe(runtime.engine.stateDigest(last))
})
