import { describe, expect, it } from 'vitest'
import { fuzzDecoder } from './decoder.ts'

describe('decoders fed with damaged files', () => {
  it('R6: never crash, never hang and never read by halves', () => {
    const report = fuzzDecoder(2000, 1)
    expect(report.runs).toBe(2000)
    const seen = Object.keys(report.answers)
    for (const answer of [
      'attempt: checksum',
      'attempt: damaged',
      'attempt: bad-header',
      'track: damaged',
      'wire: checksum',
    ]) {
      expect(seen).toContain(answer)
    }
    expect(seen).toContain('journal: shortened')
  })
})
