// A bundle that does not fit its sources is rebuilt or refused: tried on a copy of the project.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const FILES = ['vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const PARTS = ['src', 'scenes', 'scoring', 'assets/anatomy', ...FILES]
const SOURCE = 'src/sim/version.ts'

const copy = mkdtempSync(join(tmpdir(), 'surehand-stale-'))

interface Outcome {
  readonly status: number | null
  readonly out: string
  readonly errors: string
}

/** SHA-256 of the engine that these sources come to. */
function buildEngine(folder: string): string {
  const ran = spawnSync(process.execPath, ['src/cli/bundle/build.mjs', 'engine'], { cwd: folder, encoding: 'utf8' })
  expect([ran.status, ran.stderr]).toEqual([0, expect.stringMatching(/^built engine/)])
  const { engine } = JSON.parse(readFileSync(join(folder, 'build/engine/engine.json'), 'utf8')) as { engine: string }
  return engine
}

function copyProject(from: string, to: string): void {
  for (const part of PARTS) cpSync(join(from, part), join(to, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'))
}

function procedures(): Outcome {
  const ran = spawnSync(process.execPath, ['src/cli/run.mjs', 'procedures', '--json'], { cwd: copy, encoding: 'utf8' })
  return { status: ran.status, out: ran.stdout, errors: ran.stderr }
}

beforeAll(() => {
  copyProject(ROOT, copy)
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('the engine comes to the same bytes, and so to the same name, in every folder', () => {
  const deep = join(copy, 'tests/deep/er')
  copyProject(copy, deep)
  expect(buildEngine(deep)).toBe(buildEngine(copy))
  rmSync(join(copy, 'build'), { recursive: true })
})

describe('the command line', () => {
  it('builds itself when nothing was built, and then runs at once', () => {
    const first = procedures()
    expect([first.status, existsSync(join(copy, 'build/cli/main.js'))]).toEqual([0, true])
    expect(JSON.parse(first.out)).toHaveProperty('procedures')
    expect(procedures()).toEqual({ status: 0, out: first.out, errors: '' })
  })

  it('is rebuilt when a source changed, says so on stderr, and prints nothing else on stdout', () => {
    appendFileSync(join(copy, SOURCE), '\nexport const MORE = 1\n')
    const { status, out, errors } = procedures()
    expect(status).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('procedures')
    expect(errors).toContain('engine and node: older than the sources; building')
    expect(procedures().errors).toBe('')
  })

  it('is refused when the changed sources do not build', () => {
    writeFileSync(join(copy, SOURCE), 'export const = 1\n')
    const { status, out, errors } = procedures()
    expect([status, out]).toEqual([1, ''])
    expect(errors.trim().split('\n').at(-1)).toContain('which do not build')
  })
})
