// Furniture around the right knee of a patient who lies with the head to the learner's left.
import type { Fixture } from '../../../src/sim/index.ts'
import { TRAY, TRAY_HALF } from './instruments.ts'

const [hx, hy, hz] = TRAY_HALF
const RIM = 0.004

export const fixtures: readonly Fixture[] = [
  { id: 'floor', at: [0, -0.85, 0], boxes: [{ half: [3, 0.1, 3], at: [0, 0, 0] }] },
  // under the calf: the knee lies on a roll, its hollow at y = 0
  { id: 'couch', at: [0, -0.11, -0.12], boxes: [{ half: [1, 0.05, 0.3], at: [0, 0, 0] }] },
  {
    id: 'tray',
    at: TRAY,
    boxes: [
      // as deep as two ticks of a fast drop: nothing tunnels
      { half: [hx, hy, hz], at: [0, -hy, 0] },
      { half: [hx, 0.01, RIM], at: [0, 0.01, hz] },
      { half: [hx, 0.01, RIM], at: [0, 0.01, -hz] },
      { half: [RIM, 0.01, hz], at: [hx, 0.01, 0] },
      { half: [RIM, 0.01, hz], at: [-hx, 0.01, 0] },
    ],
  },
  { id: 'sharps_box', bin: true, at: [0.62, 0.0, -0.05], boxes: [{ half: [0.07, 0.06, 0.07], at: [0, 0, 0] }] },
  { id: 'waste', bin: true, at: [0.62, -0.02, -0.24], boxes: [{ half: [0.09, 0.08, 0.09], at: [0, 0, 0] }] },
  {
    id: 'leg',
    at: [0, 0, 0],
    body: true,
    boxes: [
      { half: [0.2, 0.075, 0.075], at: [-0.26, 0.04, 0] },
      { half: [0.06, 0.05, 0.05], at: [0, 0.05, 0] },
      { half: [0.05, 0.03, 0.06], at: [0, -0.03, 0] },
      { half: [0.2, 0.045, 0.045], at: [0.26, -0.005, 0] },
    ],
  },
]
