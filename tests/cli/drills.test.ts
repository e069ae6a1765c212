// Drills by the command line: performed, verified, graded by their own protocol, refused by name.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectAttempt } from '../../src/recording/index.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'build/cli/main.js')
const BUILD = join(ROOT, 'src/cli/bundle/build.mjs')
const P = 'knee-aspiration'
const folder = mkdtempSync(join(tmpdir(), 'surehand-drills-'))
const at = (name: string): string => join(folder, name)
const env = { ...process.env, SUREHAND_DATA: at('data') }

function cli(...words: string[]): { status: number | null; out: string; error: string } {
  const ran = spawnSync(process.execPath, [MAIN, ...words], { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 1e8 })
  return { status: ran.status, out: ran.stdout, error: ran.stderr }
}

function json(...words: string[]): unknown {
  const { status, out, error } = cli(...words, '--json')
  expect([words, status, error]).toEqual([words, 0, error])
  return JSON.parse(out) as unknown
}

const perform = (...more: string[]): string[] => ['perform', P, '--seed', '3', '--out', at('drill.attempt'), ...more]

beforeAll(() => {
  if (!existsSync(MAIN)) spawnSync(process.execPath, [BUILD, 'engine', 'node'], { cwd: ROOT, stdio: 'inherit' })
  json('procedures')
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('drills on the command line', () => {
  it('are listed with task, case, time, who plays them and their protocol', () => {
    const { procedures } = json('procedures') as { procedures: Record<string, unknown>[] }
    const knee = procedures.find((p) => p['id'] === P)
    const drills = knee?.['drills'] as Record<string, unknown>[]
    expect(drills.map((d) => d['id'])).toEqual(expect.arrayContaining(['mark-portal', 'faint', 'needlestick']))
    expect(drills[0]).toMatchObject({ case: 'hot-knee', seconds: 120, performers: ['expert', 'blind'] })
    expect(drills[0]).toHaveProperty('task.zh')
    expect(drills[0]).toHaveProperty('protocol.criteria')
    expect(drills[0]).toHaveProperty('faults.blind.loses', ['felt', 'in-zone'])
    const described = json('describe', P, '--case', 'hot-knee', '--seed', '1') as { drills: unknown[] }
    expect(described.drills).toHaveLength(drills.length)
  })

  it('S22.1: are performed, run again exactly, and graded by their own protocol', () => {
    json(...perform('--drill', 'mark-portal', '--agent', 'expert'))
    const read = inspectAttempt(readFileSync(at('drill.attempt')))
    expect(read.type === 'success' && read.summary.header.setup).toMatchObject({
      drill: 'mark-portal',
      case: 'hot-knee',
    })
    expect(json('verify', at('drill.attempt'))).toMatchObject({ exact: true })
    expect(json('grade', at('drill.attempt'))).toMatchObject({ procedure: P, drill: 'mark-portal', score: 100 })
    expect(cli('grade', at('drill.attempt')).out).toContain('knee-aspiration, drill mark-portal, case hot-knee')
  })

  it('are lost by who does them badly', () => {
    json(...perform('--drill', 'mark-portal', '--agent', 'blind'))
    const { criteria } = json('grade', at('drill.attempt')) as { criteria: { id: string; outcome: string }[] }
    expect(criteria.filter((c) => c.outcome === 'missed').map((c) => c.id)).toEqual(['felt', 'in-zone'])
  })

  it('S22.1: are begun for hand-written inputs, which go on from the handover', () => {
    const header = { procedure: P, case: 'hot-knee', seed: 3, drill: 'needlestick' }
    const acts = [
      [0.5, 'say', { phrase: 'tell_stick' }],
      [1, 'prepare', { act: 'remove_gloves' }],
      [1.5, 'prepare', { act: 'wash_wound' }],
      [2, 'order', { item: 'exposure' }],
      [3, 'finish', {}],
    ] as const
    const lines = acts.map(([t, command, args]) => ({ t, do: [{ command, args }] }))
    writeFileSync(at('drill.jsonl'), [header, ...lines].map((x) => JSON.stringify(x)).join('\n'))
    json('simulate', at('drill.jsonl'), '--out', at('drill.attempt'))
    expect(json('verify', at('drill.attempt'))).toMatchObject({ exact: true })
    const { criteria } = json('grade', at('drill.attempt')) as { criteria: { id: string; outcome: string }[] }
    expect(criteria.filter((c) => c.outcome === 'missed').map((c) => c.id)).toEqual(['sharp-away'])
  })

  it.each([
    [1, 'no drill "juggle"; there are mark-portal, hold-angle', ['--drill', 'juggle', '--agent', 'expert']],
    [1, 'no performer "novice"; there are expert, blind', ['--drill', 'mark-portal', '--agent', 'novice']],
    [1, '--case dry-tap, expected hot-knee', ['--drill', 'faint', '--agent', 'expert', '--case', 'dry-tap']],
    [2, '--case is missing', ['--agent', 'expert']],
  ])('S22.4: exit with %i and say "%s"', (status, says, words) => {
    const ran = cli(...perform(...words), '--json')
    expect([ran.status, ran.out]).toEqual([status, ''])
    expect(ran.error).toContain(says)
  })
})
