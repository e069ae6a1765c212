import { describe, expect, it } from 'vitest'
import { covers, createGrid, sample } from '../../../src/sim/tissue/grid.ts'

const header = {
  name: 'ramp',
  origin_mm: [0, 0, 0],
  spacing_mm: 2,
  dims: [3, 3, 3],
  unit_mm: 0.1,
} as const

/** Counts that rise by 20 a cell along x: a plane x = 2 mm with gradient 1. */
const ramp = createGrid(
  header,
  Int8Array.from({ length: 27 }, (_, o) => ((o % 3) - 1) * 20),
)

describe('a distance grid', () => {
  it('interpolates a plane without error', () => {
    for (const x of [0, 0.0003, 0.0011, 0.002, 0.0035])
      expect(sample(ramp, x, 0.001, 0.0027)).toBeCloseTo(x - 0.002, 12)
  })

  it('returns the border value outside', () => {
    expect(sample(ramp, -1, 0, 0)).toBeCloseTo(-0.002, 9)
    expect(sample(ramp, 1, 9, -9)).toBeCloseTo(0.002, 7)
    expect(covers(ramp, 0.004, 0, 0)).toBe(true)
    expect(covers(ramp, 0.0041, 0, 0)).toBe(false)
  })

  it('refuses counts that do not fit its header, and says what it got', () => {
    expect(() => createGrid(header, new Int8Array(26))).toThrow(/ramp: got 26 counts, expected 3 x 3 x 3/)
  })
})
