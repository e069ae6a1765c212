import { describe, expect, it } from 'vitest'
import { normalizeQuat, type Quat } from '../../scoring/math/index.ts'
import { blendViews, scalarKinds } from '../../src/recording/index.ts'
import { createViewState, readPose, type ViewLayout, writePose, type ViewState } from '../../src/sim/index.ts'

const LAYOUT: ViewLayout = {
  version: 1,
  poses: ['hand'],
  scalars: [
    { name: 'depth_mm', unit: 'mm', step: 0.05 },
    { name: 'layer', unit: 'index', step: 1 },
  ],
}

function viewOf(x: number, q: Quat, scalars: readonly number[]): ViewState {
  const view = createViewState(LAYOUT)
  writePose(view, 0, { p: [x, 0, 0], q })
  view.scalars.set(scalars)
  return view
}

const blend = (a: ViewState, b: ViewState, t: number): ViewState =>
  blendViews(a, b, t, { out: createViewState(LAYOUT), kinds: scalarKinds(LAYOUT) })

describe('view between two frames', () => {
  const a = viewOf(0, [0, 0, 0, 1], [2, 3])
  const b = viewOf(0.1, normalizeQuat([0, 0, 0.2, 1]), [4, 5])

  it('R23: puts positions and measures on a line and holds what counts or names', () => {
    const half = blend(a, b, 0.5)
    expect(readPose(half, 0).p[0]).toBeCloseTo(0.05, 12)
    expect([...half.scalars]).toEqual([3, 3])
    expect([...blend(a, b, 1).scalars]).toEqual([4, 3])
  })

  it('R23: turns on the shorter arc also when the other quaternion has the other sign', () => {
    const q = readPose(b, 0).q
    const flipped = viewOf(0.1, [-q[0], -q[1], -q[2], -q[3]], [4, 5])
    for (const t of [0.25, 0.5, 0.75]) {
      const turned = readPose(blend(a, flipped, t), 0).q
      expect(turned).toEqual(readPose(blend(a, b, t), 0).q)
      expect(turned[3]).toBeGreaterThan(0.98)
      expect(turned.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12)
    }
  })

  it('R23: gives the frames themselves at their own places', () => {
    expect([...blend(a, b, 0).poses]).toEqual([...a.poses])
    blend(a, b, 1).poses.forEach((x, i) => expect(x).toBeCloseTo(b.poses[i] ?? 0, 12))
  })
})
