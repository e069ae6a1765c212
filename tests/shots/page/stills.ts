import { facing, holding, indexOfTool, toolAt, withNeedle, type Still } from './still.ts'

type V3 = [number, number, number]

const portal: V3 = [-0.054, 0.113, 0.028]
const axis: V3 = [0.5, -0.52, -0.62]
const along = (d: number): V3 => [portal[0] + axis[0] * d, portal[1] + axis[1] * d, portal[2] + axis[2] * d]
const needle = toolAt('syringe-20', along(0.02), axis, [0.1, 0.85, 0.5])
const marking = toolAt('marker', portal, [-0.3, -0.85, -0.45], [0.3, 0.5, 0.8])
/** Left hand over the patella from the far side, palm down. */
const steady = { p: [0.02, 0.155, -0.02] as V3, q: facing([0.55, -0.15, 0.8], [0.75, 0.55, -0.3]) }

/** The expert of the ghost picture: a little further out, a steeper needle. */
const model = toolAt(
  'syringe-20',
  [portal[0] - 0.03, portal[1] + 0.012, portal[2] + 0.03],
  [0.6, -0.5, -0.55],
  [0.1, 0.85, 0.5],
)
const beside = { p: [0.05, 0.17, 0.0] as V3, q: steady.q }

const drawing = {
  'right.tracked': 1,
  'right.holding': 0,
  'right.squeeze': 0.75,
  'right.force_n': 2.4,
  'left.holding': -1,
  'needle-20.inserted': 1,
  'needle-20.depth_mm': 20,
  'needle-20.force_n': 1.6,
  'syringe-20.plunger_ml': 9,
  'syringe-20.fluid_ml': 8.4,
}

export const stills: Readonly<Record<string, Still>> = {
  rest: { scalars: { 'left.holding': -1, 'right.holding': -1 } },
  needle: {
    poses: { ...withNeedle('syringe-20', needle), right: holding('syringe-20', needle, 0.008), left: steady },
    scalars: { ...drawing, 'left.tracked': 1, 'left.squeeze': 0.2 },
  },
  grip: { poses: { ...withNeedle('syringe-20', needle), right: holding('syringe-20', needle) }, scalars: drawing },
  syringe: {
    poses: withNeedle('syringe-20', needle),
    scalars: { ...drawing, 'right.tracked': 0, 'right.holding': -1 },
  },
  straight: { scalars: { 'left.holding': -1, 'right.holding': -1, flexion_deg: 0 } },
  bent: { scalars: { 'left.holding': -1, 'right.holding': -1, flexion_deg: 30 } },
  prepped: { scalars: { 'left.holding': -1, 'right.holding': -1, prep_share: 1 } },
  drained: { scalars: { 'left.holding': -1, 'right.holding': -1, effusion_ml: 0 } },
  pushed: { scalars: { 'left.holding': -1, 'right.holding': -1, patella_mm: 9 } },
  expert: {
    poses: { ...withNeedle('syringe-20', model), right: holding('syringe-20', model), left: beside },
    scalars: { ...drawing, 'right.force_n': 0, 'left.tracked': 1, 'left.squeeze': 0.2 },
  },
  mark: {
    poses: { marker: marking, right: holding('marker', marking) },
    scalars: { 'right.tracked': 1, 'right.holding': indexOfTool('marker'), 'right.squeeze': 0.7, 'left.holding': -1 },
  },
  hands: {
    poses: { right: { p: [0.12, 0.24, 0.12], q: [0, 0, 0, 1] }, left: { p: [-0.12, 0.24, 0.12], q: [0, 0, 0, 1] } },
    scalars: {
      'right.tracked': 1,
      'left.tracked': 1,
      'right.holding': -1,
      'left.holding': -1,
      'right.squeeze': 0.9,
      'left.squeeze': 0,
    },
  },
}
