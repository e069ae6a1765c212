import { describe, expect, it } from 'vitest'
import { encodeAttempt } from '../../src/recording/index.ts'
import { buildAttempt } from '../builders/attempt.ts'

/** KB (1,024 bytes) for a minute of the made-up motion; the whole file with digests, remarks and header. */
function fileSize(hands: 'controllers' | 'bare', noise_mm: number): number {
  return encodeAttempt(buildAttempt({ seconds: 60, seed: 21, hands, noise_mm })).length / 1024
}

describe('size of an attempt file', () => {
  it('R5: is at most 60 KB a minute for two controllers at 90 Hz and a head at 30 Hz, tremor 0.3 mm at 8 Hz', () => {
    expect(fileSize('controllers', 0.05)).toBeLessThan(60)
    expect(fileSize('controllers', 0.2)).toBeLessThan(60)
  })

  it('R5: is at most 80 KB a minute for bare hands with index and curl', () => {
    expect(fileSize('bare', 0.05)).toBeLessThan(80)
  })
})
