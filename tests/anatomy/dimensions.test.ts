import { describe, expect, it } from 'vitest'
import { DIMENSIONS } from '../../scenes/common/anatomy/knee/dimensions.ts'
import { MEASURED } from './measure.ts'

describe('the adult knee measures what its table says', () => {
  it.each(DIMENSIONS.map((d) => [d.id, d] as const))('%s', (id, d) => {
    const measure = MEASURED[id]
    if (!measure) throw new Error(`dimensions: no measurement for ${id}`)
    const got = measure()
    expect(
      Math.abs(got - d.value),
      `${id}: got ${got.toFixed(2)} ${d.unit}, expected ${d.value} +- ${d.tolerance}`,
    ).toBeLessThanOrEqual(d.tolerance)
  })

  it('every row with the mark source names where it was read, every other says that it is ours', () => {
    for (const d of DIMENSIONS) {
      expect(d.source.length, d.id).toBeGreaterThan(20)
      if (d.mark === 'source') expect(d.source, d.id).toMatch(/\d/)
    }
  })
})
