import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadEngine, type EngineFile } from '../../src/recording/index.ts'

const NAMES =
  'createSession stepTick stateDigest takeSnapshot restoreSnapshot readView packTick unpackTick collectEvidence'
const TEXT = `${NAMES.split(' ')
  .map((n) => `export function ${n}() { return '${n}' }`)
  .join('\n')}
export const SIM_VERSION = 4, TICK_HZ = 90, DIGEST_EVERY = 90, procedures = [], ENGINE_GRIDS = { knee: 'ab' }`
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const answer = (file: EngineFile | undefined) => () => Promise.resolve(file)

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('engine by hash', () => {
  it('R14: loads the engine whose text has the hash, from a file or from the text itself', async () => {
    const path = join(folder, `${hashOf(TEXT)}.mjs`)
    writeFileSync(path, TEXT)
    for (const file of [{ text: TEXT, url: pathToFileURL(path).href }, { text: TEXT }]) {
      const result = await loadEngine(hashOf(TEXT), answer(file))
      expect(result.type === 'success' && [result.engine.SIM_VERSION, result.engine['ENGINE_GRIDS']]).toEqual([
        4,
        { knee: 'ab' },
      ])
    }
  })

  it.each([
    ['absent', hashOf(TEXT), undefined, 'not here'],
    ['wrong-hash', hashOf('other'), { text: TEXT }, 'fetch it again'],
    ['development', 'dev', { text: TEXT }, 'development build'],
    ['bad-hash', '../../etc/passwd', { text: TEXT }, 'expected a SHA-256'],
    ['not-an-engine', hashOf('export const x = 1'), { text: 'export const x = 1' }, 'lacks createSession'],
    ['not-an-engine', hashOf('export {'), { text: 'export {' }, 'cannot be imported'],
  ] as const)('R14: answers %s with a sentence that says what to do', async (reason, hash, file, words) => {
    const result = await loadEngine(hash, answer(file))
    expect(result).toMatchObject({ type: 'error', reason, message: expect.stringContaining(words) })
  })
})
