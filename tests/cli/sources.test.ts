import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sourceHash } from '../../src/cli/bundle/sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'surehand-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

it('the hash of the sources follows what they say, not when they were written, and not what only the page draws', () => {
  put('src/sim/tick.ts', 'export const A = 1')
  put('scenes/orthopedic/knee/protocol.json', '{}')
  const first = sourceHash(folder)
  utimesSync(join(folder, 'src/sim/tick.ts'), 1, 1)
  put('scenes/orthopedic/knee/view/Leg.ts', 'export const Leg = 1')
  put('src/app/page.ts', 'export const B = 1')
  expect(sourceHash(folder)).toBe(first)
  put('scenes/orthopedic/knee/protocol.json', '{"version":2}')
  const second = sourceHash(folder)
  expect(second).not.toBe(first)
  put('src/sim/more.ts', '')
  expect(sourceHash(folder)).not.toBe(second)
})
