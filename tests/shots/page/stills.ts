import { facing, holding, toolAt, type Still } from './still.ts'

const portal: [number, number, number] = [-0.054, 0.112, 0.028]
const axis: [number, number, number] = [0.55, -0.5, -0.62]
const needle = toolAt(
  'syringe-20',
  [portal[0] + axis[0] * 0.02, portal[1] + axis[1] * 0.02, portal[2] + axis[2] * 0.02],
  axis,
)
const marking = toolAt('marker', portal, [-0.3, -0.85, -0.45], [0.5, 0.1, 0.85])

export const stills: Readonly<Record<string, Still>> = {
  rest: {},
  needle: {
    poses: {
      'syringe-20': needle,
      right: holding('syringe-20', needle, 0.008),
      left: { p: [0.005, 0.2, -0.01], q: facing([-0.25, -0.1, 0.95], [0.55, 0.75, 0.3]) },
    },
    scalars: {
      'right.tracked': 1,
      'right.holding': 0,
      'right.squeeze': 0.75,
      'right.force_n': 2.4,
      'left.tracked': 1,
      'left.holding': -1,
      'left.squeeze': 0.15,
      'syringe-20.inserted': 1,
      'syringe-20.depth_mm': 18,
      'syringe-20.plunger_ml': 9,
      'syringe-20.fluid_ml': 8.4,
    },
  },
  mark: {
    poses: { marker: marking, right: holding('marker', marking) },
    scalars: { 'right.tracked': 1, 'right.holding': 18, 'right.squeeze': 0.7, 'left.holding': -1 },
  },
  hands: {
    poses: {
      right: { p: [0.12, 0.22, 0.12], q: [0, 0, 0, 1] },
      left: { p: [-0.12, 0.22, 0.12], q: [0, 0, 0, 1] },
    },
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
