// The command line as others use it: a process, its exit status, stdout and stderr.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeAttempt, encodeAttempt, type Attempt } from '../../src/recording/index.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'build/cli/main.js')
const BUILD = join(ROOT, 'src/cli/bundle/build.mjs')
const P = 'knee-aspiration'

const folder = mkdtempSync(join(tmpdir(), 'surehand-cli-'))
const at = (name: string): string => join(folder, name)
const env = { ...process.env, SUREHAND_DATA: at('data') }
let caseId = ''
let attempt: Attempt

interface Outcome {
  readonly status: number | null
  readonly out: string
  /** Lines on stderr, those about a rebuild left out: the tree may be worked on while the tests run. */
  readonly errors: readonly string[]
}

function cli(...words: string[]): Outcome {
  const ran = spawnSync(process.execPath, [MAIN, ...words], { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 1e8 })
  const errors = ran.stderr.split('\n').filter((l) => l !== '' && !/^built |older than the sources; building/.test(l))
  return { status: ran.status, out: ran.stdout, errors }
}

/** One JSON document on stdout and nothing on stderr. */
function json(...words: string[]): unknown {
  const { status, out, errors } = cli(...words, '--json')
  expect([words, status, errors]).toEqual([words, 0, []])
  expect(out.endsWith('\n') && out.indexOf('\n') === out.length - 1).toBe(true)
  return JSON.parse(out) as unknown
}

/** Nothing on stdout, one line on stderr. */
function refused(status: number, ...words: string[]): string {
  const ran = cli(...words, '--json')
  expect([words, ran.status, ran.out, ran.errors.length]).toEqual([words, status, '', 1])
  return ran.errors[0] ?? ''
}

const perform = (out: string, seed = '3'): unknown =>
  json('perform', P, '--case', caseId, '--seed', seed, '--agent', 'expert', '--out', out)

function readAttempt(path: string): Attempt {
  const result = decodeAttempt(readFileSync(path))
  if (result.type === 'error') throw new Error(result.message)
  return result.attempt
}

beforeAll(() => {
  if (!existsSync(MAIN)) spawnSync(process.execPath, [BUILD, 'engine', 'node'], { cwd: ROOT, stdio: 'inherit' })
  const list = json('procedures') as { procedures: { id: string; cases: { id: string }[] }[] }
  caseId = list.procedures.find((p) => p.id === P)?.cases[0]?.id ?? ''
  perform(at('expert.attempt'))
  attempt = readAttempt(at('expert.attempt'))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('procedures and describe', () => {
  it('list procedures with titles in both languages, cases and performers', () => {
    const { procedures } = json('procedures') as { procedures: Record<string, unknown>[] }
    const knee = procedures.find((p) => p['id'] === P)
    expect(knee).toMatchObject({ specialty: 'orthopedic', title: { en: 'Knee aspiration', zh: '膝关节穿刺抽液' } })
    expect(knee?.['performers']).toEqual(expect.arrayContaining(['expert', 'novice']))
    expect(knee).toHaveProperty('protocol')
    expect(knee).toHaveProperty('faults')
  })

  it('give what is needed to write inputs by hand', () => {
    const d = json('describe', P, '--case', caseId, '--seed', '3') as {
      tick_hz: number
      landmarks: Record<string, number[]>
      instruments: { id: string; rest: object; grip: object; tip: number[]; axis: number[] }[]
      commands: { id: string; args: object }[]
      regions: string[]
    }
    expect(d.tick_hz).toBe(90)
    expect(Object.values(d.landmarks).every((p) => p.length === 3 && p.every(Number.isFinite))).toBe(true)
    expect(d.instruments[0]).toMatchObject({
      rest: { p: expect.any(Array), q: expect.any(Array) },
      tip: expect.any(Array),
    })
    expect(d.instruments[0]).toHaveProperty('grip.q')
    expect(d.commands.map((c) => c.id)).toEqual(expect.arrayContaining(['wait', 'helper', 'finish']))
  })
})

describe('perform, inspect and verify', () => {
  it('make an attempt that names its engine and grids and runs again exactly', () => {
    const { engine } = JSON.parse(readFileSync(join(ROOT, 'build/engine/engine.json'), 'utf8')) as { engine: string }
    expect(attempt.header.engine).toMatch(/^[0-9a-f]{64}$/)
    expect(engine).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(attempt.header.grids).length).toBeGreaterThan(1)
    const result = json('verify', at('expert.attempt'))
    expect(result).toMatchObject({ exact: true, ticks: attempt.ticks.length, first_split_tick: null })
    expect(result).toHaveProperty('digest', expect.stringMatching(/^[0-9a-f]{16}$/))
  })

  it('do the same for the same seed and something else for another', () => {
    perform(at('again.attempt'))
    perform(at('other.attempt'), '4')
    const [again, other] = [readAttempt(at('again.attempt')), readAttempt(at('other.attempt'))]
    expect(again.ticks).toEqual(attempt.ticks)
    expect(again.digests).toEqual(attempt.digests)
    expect(other.digests).not.toEqual(attempt.digests)
  })

  it('tell what happened, when, and what was measured', () => {
    const i = json('inspect', at('expert.attempt'), '--channel', 'depth_mm') as {
      header: { engine: string }
      duration_s: number
      ticks: number
      bytes: number
      evidence: { t: number; tick: number; kind: string }[]
      channels: string[]
      channel: { name: string; unit: string; hz: number; samples: number[] }
    }
    expect(i.ticks).toBe(attempt.ticks.length)
    expect(i.duration_s).toBeCloseTo(i.ticks / 90, 9)
    expect(i.bytes).toBe(readFileSync(at('expert.attempt')).length)
    expect(i.evidence.every((e) => Math.abs(e.t - e.tick / 90) < 1e-9)).toBe(true)
    expect(i.evidence.map((e) => e.kind)).toContain('enter')
    expect(i.channel).toMatchObject({ name: 'depth_mm', unit: 'mm' })
    expect(Math.max(...i.channel.samples)).toBeGreaterThan(0)
  })

  it('exit with 3 at the first digest that disagrees', () => {
    const digests = attempt.digests.map((d, i) => (i === 4 ? '0123456789abcdef' : d))
    writeFileSync(at('forged.attempt'), encodeAttempt({ ...attempt, digests }))
    const { status, out } = cli('verify', at('forged.attempt'), '--json')
    expect(status).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ exact: false, first_split_tick: 450 })
  })

  it('refuse a damaged file, an engine that is not here, and grids of another body', () => {
    const bytes = Uint8Array.from(readFileSync(at('expert.attempt')))
    bytes[200] = (bytes[200] ?? 0) ^ 1
    writeFileSync(at('damaged.attempt'), bytes)
    expect(refused(1, 'verify', at('damaged.attempt'))).toContain('SHA-256')
    const alien = { ...attempt.header, engine: 'ab'.repeat(32) }
    writeFileSync(at('alien.attempt'), encodeAttempt({ ...attempt, header: alien }))
    expect(refused(1, 'inspect', at('alien.attempt'))).toContain(alien.engine)
    const body = { ...attempt.header, grids: { ...attempt.header.grids, skin: 'cd'.repeat(32) } }
    writeFileSync(at('body.attempt'), encodeAttempt({ ...attempt, header: body }))
    expect(refused(1, 'verify', at('body.attempt'))).toContain('cd'.repeat(32))
    expect(refused(1, 'verify', at('nothing.attempt'))).toContain('no such file')
  })
})

interface ReportJson {
  readonly score: number
  readonly band: string
  readonly passed: boolean | null
  readonly criteria: readonly { readonly id: string; readonly outcome: string; readonly mark: string }[]
}

describe('grade', () => {
  it('judges the expert above the novice, by a protocol that nobody has signed', () => {
    json('perform', P, '--case', caseId, '--seed', '3', '--agent', 'novice', '--out', at('novice.attempt'))
    const [expert, novice] = ['expert', 'novice'].map((a) => json('grade', at(`${a}.attempt`)) as ReportJson)
    expect(expert?.score).toBeGreaterThan(novice?.score ?? Infinity)
    expect(expert).toMatchObject({ procedure: P, case: caseId, seed: 3, input_class: 'controllers', band: 'not-set' })
    expect(expert?.passed).toBeNull()
    expect(expert).toHaveProperty('bands.decisions.provisional_band')
    expect(expert).toHaveProperty('critical_errors', expect.any(Array))
    expect(expert).toHaveProperty('review.state', 'draft')
  })

  it('takes a protocol from a file and names the path of what is wrong in it', () => {
    const source = join(ROOT, 'scenes/orthopedic', P, 'protocol.json')
    const protocol = JSON.parse(readFileSync(source, 'utf8')) as { criteria: { id: string; weight: unknown }[] }
    const [first, ...rest] = protocol.criteria
    writeFileSync(at('other.json'), JSON.stringify({ ...protocol, criteria: rest }))
    const { criteria } = json('grade', at('expert.attempt'), '--protocol', at('other.json')) as ReportJson
    expect(criteria.map((c) => c.id)).toEqual(rest.map((c) => c.id))
    writeFileSync(at('wrong.json'), JSON.stringify({ ...protocol, criteria: [{ ...first, weight: 'much' }, ...rest] }))
    const line = refused(1, 'grade', at('expert.attempt'), '--protocol', at('wrong.json'))
    expect(line).toContain('wrong.json: criteria[0].weight: got "much"')
  })
})

describe('simulate', () => {
  const header = (): object => ({ procedure: P, case: caseId, seed: 3 })
  const write = (...lines: object[]): string => {
    writeFileSync(at('in.jsonl'), lines.map((l) => JSON.stringify(l)).join('\n'))
    return at('in.jsonl')
  }

  it('runs hand-written inputs: a hand takes a tool where describe says that it lies', () => {
    const d = json('describe', P, '--case', caseId, '--seed', '3') as {
      instruments: { id: string; rest: { p: number[] }; grip: { p: number[] } }[]
    }
    const tool = d.instruments.find((i) => i.id === 'syringe-20')
    const p = tool?.rest.p ?? []
    const path = write(
      header(),
      { t: 0, head: { p: [0, 0.4, 0.4] }, right: { p, q: [0, 0, 0, 1] } },
      { t: 0.5, right: { squeeze: 1 }, do: [{ command: 'say', args: { phrase: 'explain' } }] },
      { t: 1 },
    )
    expect(json('simulate', path, '--out', at('hand.attempt'))).toMatchObject({ ticks: 91 })
    const { evidence } = json('inspect', at('hand.attempt')) as {
      evidence: { kind: string; object?: string; t: number }[]
    }
    expect(evidence.find((e) => e.kind === 'say')?.t).toBeCloseTo(0.5, 1)
    expect(evidence.some((e) => e.kind === 'take')).toBe(true)
    expect(json('verify', at('hand.attempt'))).toMatchObject({ exact: true })
  })

  it('names the line of what it cannot run', () => {
    const path = write(header(), { t: 0 }, { t: 1, do: [{ command: 'say', args: { phrase: 'hello' } }] })
    expect(refused(1, 'simulate', path, '--out', at('x'))).toContain('in.jsonl:3: do[0].args.phrase: got "hello"')
    expect(refused(1, 'simulate', write({ ...header(), case: 'none' }, { t: 0 }), '--out', at('x'))).toContain('"none"')
  })
})

describe('probe and export', () => {
  it('push a tool into the body and tell force and tissue by depth', () => {
    const { landmarks } = json('describe', P, '--case', caseId, '--seed', '3') as {
      landmarks: Record<string, number[]>
    }
    const from = (landmarks['portal_superolateral'] ?? []).join(',')
    const path = ['--from', from, '--direction', '0.5,-0.5,-0.7', '--speed', '20', '--depth', '10']
    const { rows } = json('probe', P, '--case', caseId, '--seed', '3', '--tool', 'syringe-20', ...path) as {
      rows: { depth_mm: number; force_n: number; tissue: string }[]
    }
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.every((r) => r.depth_mm >= 0 && Number.isFinite(r.force_n))).toBe(true)
    expect(Math.max(...rows.map((r) => r.force_n))).toBeGreaterThan(0.1)
  })

  it('write evidence and channels as a table that no spreadsheet runs', () => {
    const made = json('export', at('expert.attempt'), '--as', 'csv', '--out', at('out.csv')) as { bytes: number }
    const text = readFileSync(at('out.csv'), 'utf8')
    expect(Buffer.byteLength(text)).toBe(made.bytes)
    expect(text.split('\n')[0]).toBe('t_s,clinical_s,kind,subject,object,site,name,value,unit')
    expect(text).toContain(',sample,depth_mm,,,depth_mm,')
    expect(text).not.toMatch(/(^|,)=/m)
  })
})

describe('export for a learning record store', () => {
  it('is one xAPI statement that names no person and claims no pass', () => {
    json('export', at('expert.attempt'), '--as', 'xapi', '--out', at('out.json'))
    const statement: unknown = JSON.parse(readFileSync(at('out.json'), 'utf8'))
    expect(statement).toMatchObject({
      actor: { account: { name: attempt.header.id } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      result: { completion: true, duration: `PT${(attempt.ticks.length / 90).toFixed(2)}S` },
    })
    expect(statement).not.toHaveProperty('result.success')
  })
})

describe('usage', () => {
  it('exits with 2 and names what is wrong', () => {
    expect(refused(2, 'operate')).toContain('"operate": no such command')
    expect(refused(2, 'perform', P, '--case', caseId)).toContain('is missing')
    expect(refused(2, 'inspect', 'a', '--chanel', 'x')).toContain('--chanel: no such option')
    expect(refused(2, 'export', at('expert.attempt'), '--as', 'xror', '--out', at('x'))).toContain('not available')
    expect(refused(2, 'image', P, '--case', caseId, '--view', 'oblique', '--out', at('x.png'))).toContain(
      'AP or lateral',
    )
  })

  it('exits with 1 for a procedure, case or performer that is not there, and names those that are', () => {
    const who = ['--seed', '1', '--agent', 'expert', '--out', at('x')]
    expect(refused(1, 'perform', 'hip', '--case', 'a', ...who)).toContain(P)
    expect(refused(1, 'perform', P, '--case', 'none', ...who)).toContain(caseId)
    expect(refused(1, 'perform', P, '--case', caseId, '--seed', '1', '--agent', 'wizard', '--out', at('x'))).toContain(
      'expert',
    )
  })
})
