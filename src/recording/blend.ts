// A view between two frames, for drawing only (SPEC R23).
import type { ViewState } from '../sim/index.ts'
import type { ScalarKind } from './coding/viewCoder.ts'

function blendPose(a: Float64Array, b: Float64Array, t: number, o: { out: Float64Array; i: number }): void {
  const { out, i } = o
  for (let k = i; k < i + 3; k++) out[k] = (a[k] ?? 0) + ((b[k] ?? 0) - (a[k] ?? 0)) * t
  let along = 0
  for (let k = i + 3; k < i + 7; k++) along += (a[k] ?? 0) * (b[k] ?? 0)
  const s = along < 0 ? -t : t
  let square = 0
  for (let k = i + 3; k < i + 7; k++) {
    const x = (a[k] ?? 0) * (1 - t) + (b[k] ?? 0) * s
    out[k] = x
    square += x * x
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let k = i + 3; k < i + 7; k++) out[k] = (out[k] ?? 0) * scale
}

/**
 * Writes the view `t` (0..1) of the way from `a` to `b` into `out`: positions on a line, rotations along the shorter arc,
 * measures on a line; what counts or names something stays as in `a`.
 */
export function blendViews(
  a: ViewState,
  b: ViewState,
  t: number,
  o: { readonly out: ViewState; readonly kinds: readonly ScalarKind[] },
): ViewState {
  const { out, kinds } = o
  for (let i = 0; i + 7 <= out.poses.length; i += 7) blendPose(a.poses, b.poses, t, { out: out.poses, i })
  for (let i = 0; i < out.scalars.length; i++) {
    const [x, y] = [a.scalars[i] ?? 0, b.scalars[i] ?? 0]
    out.scalars[i] = kinds[i] === 'smooth' ? x + (y - x) * t : x
  }
  const view = out as ViewState & { tick: number }
  view.tick = a.tick
  return view
}
