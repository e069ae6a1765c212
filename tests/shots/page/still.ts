// Hand-made states of the knee room: what a picture shows without a simulation behind it.
import { poseIndex, scalarIndex, createViewState, writePose, type ViewState } from '../../../src/sim/viewState.ts'
import { viewLayout } from '../../../src/sim/view.ts'
import type { Procedure } from '../../../src/sim/procedure.ts'
import { compose, invert, rotate, type Pose, type Quat, type Vec3 } from '../../../scoring/math/index.ts'
import { instruments } from '../../../scenes/orthopedic/knee-aspiration/instruments.ts'
import { fixtures } from '../../../scenes/orthopedic/knee-aspiration/fixtures.ts'
import type { ViewFeed } from '../../../src/view/index.ts'

export const things = { instruments, fixtures }

const EXTRA = ['effusion_ml', 'patella_mm', 'drawn_ml', 'prep_share', 'flexion_deg'].map((name) => ({
  name,
  unit: '1',
  step: 0.1,
  read: () => 0,
}))
const layout = viewLayout({ instruments, viewPoses: [], viewScalars: EXTRA } as unknown as Procedure)

export interface Still {
  readonly scalars?: Readonly<Record<string, number>>
  readonly poses?: Readonly<Record<string, Pose>>
}

export function feedOf(still: Still): ViewFeed {
  const view: ViewState = createViewState(layout)
  for (const name of layout.poses) writePose(view, poseIndex(layout, name), { p: [0, -5, 0], q: [0, 0, 0, 1] })
  for (const i of instruments) writePose(view, poseIndex(layout, i.id), i.rest)
  for (const i of instruments.filter((x) => x.mounted !== undefined))
    for (const [name, p] of Object.entries(withNeedle(i.id, i.rest))) writePose(view, poseIndex(layout, name), p)
  for (const [name, p] of Object.entries(still.poses ?? {})) writePose(view, poseIndex(layout, name), p)
  const mounts = Object.fromEntries(
    instruments.filter((i) => i.nozzle).map((i): [string, number] => [`${i.id}.mount`, indexOfTool(i.mounted ?? '')]),
  )
  const scalars = { effusion_ml: 42, flexion_deg: 15, ...mounts, ...still.scalars }
  for (const [name, v] of Object.entries(scalars)) view.scalars[scalarIndex(layout, name)] = v
  return { layout, latest: () => view }
}

/** Rotation that brings +z to `to` with +y as near to `up` as can be. */
export function facing(to: Vec3, up: Vec3): Quat {
  const n = (v: Vec3): Vec3 => {
    const l = Math.hypot(...v)
    return [v[0] / l, v[1] / l, v[2] / l]
  }
  const cross = (a: Vec3, b: Vec3): Vec3 => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ]
  const z = n(to)
  const x = n(cross(up, z))
  const y = cross(z, x)
  const w = Math.sqrt(Math.max(0, 1 + x[0] + y[1] + z[2])) / 2
  if (w > 1e-3) return [(y[2] - z[1]) / (4 * w), (z[0] - x[2]) / (4 * w), (x[1] - y[0]) / (4 * w), w]
  return [0, 1, 0, 0]
}

function instrumentOf(id: string): (typeof instruments)[number] {
  const found = instruments.find((i) => i.id === id)
  if (!found) throw new RangeError(`still: no instrument ${id}`)
  return found
}

/** A syringe and the needle on it, by their ids. */
export function withNeedle(id: string, pose: Pose): Record<string, Pose> {
  const { nozzle, mounted } = instrumentOf(id)
  if (!nozzle || mounted === undefined) return { [id]: pose }
  return { [id]: pose, [mounted]: compose(pose, { p: [...nozzle], q: [0, 0, 0, 1] }) }
}

/** A tool with its foremost point (of its needle, when it carries one) at `tip`, pointing along `axis`. */
export function toolAt(id: string, tip: Vec3, axis: Vec3, up: Vec3 = [0, 1, 0]): Pose {
  const tool = instrumentOf(id)
  const beyond = tool.mounted === undefined ? 0 : instrumentOf(tool.mounted).tip[2]
  const q = facing(axis, up)
  const r = rotate(q, [tool.tip[0], tool.tip[1], tool.tip[2] + beyond])
  return { p: [tip[0] - r[0], tip[1] - r[1], tip[2] - r[2]], q }
}

/** Hand pose that holds a tool by its first grip, moved back by a gap along the tool's axis (m). */
export function holding(id: string, tool: Pose, gap = 0): Pose {
  const [grip] = instrumentOf(id).grips
  if (!grip) throw new RangeError(`still: no grip on ${id}`)
  const at = compose(tool, { p: [0, 0, gap], q: [0, 0, 0, 1] })
  return compose(at, invert(invert(grip)))
}

export function indexOfTool(id: string): number {
  return instruments.findIndex((i) => i.id === id)
}
