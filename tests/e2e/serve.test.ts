// What `npm start` serves: the page, the engine by its hash, the grids that the engine names.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archetypes } from '../../scenes/archetypes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'build/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'surehand-serve-'))
const env = { ...process.env, SUREHAND_DATA: folder }

let server: ChildProcess
let address = { url: '', port: 0, https: false }

/** The JSON document that the server prints when it listens. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    child.on('exit', (status) => fail(new Error(`serve: ended with ${status} before it listened`)))
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.includes('\n')) done(text)
    })
  })
}

const sha256 = (bytes: ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
const bytesAt = async (path: string): Promise<ArrayBuffer> => (await fetch(`${address.url}${path}`)).arrayBuffer()

beforeAll(async () => {
  server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json'], { cwd: ROOT, env })
  address = JSON.parse(await firstLine(server)) as typeof address
})

afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  it('serves the page, also under the address of a case', async () => {
    for (const path of ['', 'library', 'cases/any?lang=en']) {
      expect(await (await fetch(`${address.url}${path}`)).text()).toContain('<div id="root">')
    }
  })

  it('serves the engine whose SHA-256 is its name, to be kept for ever', async () => {
    const { engine } = (await (await fetch(`${address.url}engines/current.json`)).json()) as { engine: string }
    const file = await fetch(`${address.url}engines/${engine}.js`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(sha256(await file.arrayBuffer())).toBe(engine)
  })

  it('serves every grid that the engine names, byte for byte', async () => {
    for (const manifest of Object.values(archetypes)) {
      for (const grid of manifest.grids) {
        expect([grid.file, sha256(await bytesAt(`grids/${grid.file}`))]).toEqual([grid.file, grid.sha256])
      }
    }
  })

  it('keeps what it serves in the data folder, where a later build does not take it away', () => {
    expect(readdirSync(join(folder, 'public/engines')).filter((f) => /^[0-9a-f]{64}\.js$/.test(f))).toHaveLength(1)
    expect(readdirSync(join(folder, 'public/grids')).length).toBeGreaterThan(0)
  })

  it('says in one line that the port is taken', () => {
    const second = spawnSync(process.execPath, [MAIN, 'serve', '--port', String(address.port)], {
      env,
      encoding: 'utf8',
    })
    expect(second.status).toBe(1)
    expect(second.stderr).toBe(`port ${address.port}: taken by another program; try --port ${address.port + 1}\n`)
  })
})
