import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  ATTEMPT_FORMAT,
  decodeAttempt,
  migrate,
  type Migration,
  MIGRATIONS,
  verifyAttempt,
} from '../../src/recording/index.ts'
import { buildAttempt } from '../builders/attempt.ts'
import { fakeRuntime } from '../builders/fakeEngine.ts'

const fixture = (format: number): string =>
  fileURLToPath(new URL(`./fixtures/format-${format}.attempt`, import.meta.url))
const formats = Array.from({ length: ATTEMPT_FORMAT }, (_, i) => i + 1)

/** Steps that write down when they were called. */
function steps(calls: number[]): Migration[] {
  return [2, 3, 4].map((to) => ({
    to,
    up: (parts) => {
      calls.push(to)
      return { ...parts, header: [parts.header, to] }
    },
  }))
}

describe('formats of the attempt file', () => {
  it.each(formats)('R9: a file of format %i lies in the fixtures, opens and still runs exactly', (format) => {
    expect(existsSync(fixture(format))).toBe(true)
    const result = decodeAttempt(new Uint8Array(readFileSync(fixture(format))))
    if (result.type === 'error') throw new Error(result.message)
    expect(result.attempt.ticks.length).toBe(990)
    expect(verifyAttempt(result.attempt, fakeRuntime({ simVersion: result.attempt.header.sim_version })).exact).toBe(
      true,
    )
  })

  it('R9: the fixture of format 1 holds the very numbers that were written then', () => {
    const result = decodeAttempt(new Uint8Array(readFileSync(fixture(1))))
    const { ticks, digests, remarks } = buildAttempt({ seconds: 11, seed: 61, hands: 'bare' })
    expect(result).toMatchObject({ type: 'success', attempt: { ticks, digests, remarks } })
  })

  it('R9: steps are numbered from 2 without gaps', () => {
    expect(MIGRATIONS.map((m) => m.to)).toEqual(formats.slice(1))
  })

  it('R9: an old file goes through every later step once, in order, and a new one through none', () => {
    for (const [from, expected] of [
      [1, [2, 3, 4]],
      [3, [4]],
      [4, []],
    ] as const) {
      const calls: number[] = []
      migrate({ header: 'old', sections: [] }, from, steps(calls))
      expect(calls).toEqual(expected)
    }
    expect(migrate({ header: 'old', sections: [] }, 3, steps([])).header).toEqual(['old', 4])
  })

  it('R9: a gap in the steps is a fault of the program and is named', () => {
    const gap = steps([]).filter((s) => s.to !== 3)
    expect(() => migrate({ header: 'old', sections: [] }, 1, gap)).toThrow('got format 4, expected 3')
  })
})
