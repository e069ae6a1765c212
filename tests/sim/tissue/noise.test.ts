import { describe, expect, it } from 'vitest'
import { noiseDepths, noiseTrial } from '../../builders/noiseTrial.ts'

describe('layers under tremor', () => {
  it.each(noiseDepths(20))('S14.1: 1 mm rms for 10 s at %f m makes at most one transition of a layer', (depth) => {
    const { transitions, left } = noiseTrial(depth)
    expect(transitions).toBeLessThanOrEqual(1)
    expect(left).toBe(0)
  })
})
