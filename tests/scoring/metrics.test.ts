import { expect, it } from 'vitest'
import {
  computeMetric,
  dimensionlessJerk,
  logDimensionlessJerk,
  pathLength,
  smooth,
  sparc,
  speed,
} from '../../scoring/index.ts'
import { exp, normal, stream } from '../../scoring/math/index.ts'

// Unit vector of the published code (siva82kb/SPARC): v = exp(-5 t^2), t = -1..0.99 step 0.01, 100 Hz.
const BELL = Array.from({ length: 200 }, (_, i) => {
  const t = -1 + i * 0.01
  return exp(-5 * t * t)
})

it('G52: SPARC, dimensionless jerk and LDLJ give the published digits', () => {
  expect(sparc(BELL, 100)).toBeCloseTo(-1.41403, 5)
  expect(dimensionlessJerk(BELL, 100)).toBeCloseTo(-335.74684, 5)
  expect(logDimensionlessJerk(BELL, 100)).toBeCloseTo(-5.81636, 5)
})

it('G52: a movement without motion has no smoothness', () => {
  expect(sparc([0, 0, 0, 0], 90)).toBeNull()
  expect(dimensionlessJerk([0, 0, 0], 90)).toBeNull()
  expect(logDimensionlessJerk([], 90)).toBeNull()
  expect(computeMetric('economy', [[1, 1, 1]], 90)).toBeNull()
  expect(computeMetric('path_length', [[1]], 90)).toBeNull()
})

/** A minimum-jerk reach of 150 mm in one second at 90 Hz, with or without jitter on each axis. */
function reach(jitter_mm: number): number[][] {
  const s = stream(9, 'reach')
  const noise = (): number => normal(s) * jitter_mm
  const steps = Array.from({ length: 91 }, (_, i) => i / 90)
  const x = steps.map((u) => 150 * u * u * u * (10 - 15 * u + 6 * u * u) + noise())
  return [x, steps.map(noise), steps.map(noise)]
}

it('G51: the filter takes jitter out of path length and smoothness', () => {
  const noisy = reach(0.5)
  expect(pathLength(reach(0))).toBeCloseTo(150, 6)
  expect(pathLength(noisy)).toBeGreaterThan(185)
  expect(computeMetric('path_length', noisy, 90)).toBeLessThan(160)
  expect(computeMetric('sparc', noisy, 90)).toBeCloseTo(-1.4, 1)
  expect(computeMetric('sparc', reach(0), 90)).toBeCloseTo(-1.4, 1)
})

it('G51: a still hand that trembles has a short path', () => {
  const s = stream(4, 'still')
  const axes = [0, 1, 2].map(() => Array.from({ length: 450 }, () => normal(s) * 0.3))
  expect(pathLength(axes)).toBeGreaterThan(200)
  expect(computeMetric('path_length', axes, 90)).toBeLessThan(50)
})

it('G51: the filter keeps a constant and a straight line as they are, and delays nothing', () => {
  expect(
    smooth(
      Array.from({ length: 50 }, () => 7),
      90,
    )[25],
  ).toBeCloseTo(7, 12)
  const line = Array.from({ length: 200 }, (_, i) => i * 0.5)
  smooth(line, 90).forEach((v, i) => expect(Math.abs(v - i * 0.5)).toBeLessThan(0.05))
  expect(smooth([1, 2], 90)).toEqual([1, 2])
})

it('path length, speed and economy of a simple path', () => {
  expect(
    pathLength([
      [0, 3, 3],
      [0, 4, 4],
    ]),
  ).toBe(5)
  expect(
    speed(
      [
        [0, 3],
        [0, 4],
      ],
      10,
    ),
  ).toEqual([50])
  const straight = Array.from({ length: 91 }, (_, i) => i)
  expect(computeMetric('economy', [straight], 90)).toBeCloseTo(1, 9)
})
