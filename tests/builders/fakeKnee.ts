// A knee of two formulas in place of the baked one: fast, known, and enough to test everything but anatomy.
import type { Pose, Vec3 } from '../../scoring/math/index.ts'
import type { Anatomy, Procedure } from '../../src/sim/index.ts'

const LAYERS = ['air', 'skin', 'fat', 'capsule', 'effusion', 'bone'] as const
const PLACEMENT: Pose = { p: [0, 0.055, 0], q: [0, -Math.SQRT1_2, 0, Math.SQRT1_2] }
const RADIUS = 0.055
const POUCH: Vec3 = [-0.06, 0.085, 0.012]

function skinDistance(p: Vec3): number {
  const y = p[1] - RADIUS
  return Math.sqrt(y * y + p[2] * p[2]) - RADIUS
}

function pouchDistance(p: Vec3): number {
  const [x, y, z] = [(p[0] - POUCH[0]) / 0.035, (p[1] - POUCH[1]) / 0.01, (p[2] - POUCH[2]) / 0.028]
  return (Math.sqrt(x * x + y * y + z * z) - 1) * 0.01
}

function layerAt(p: Vec3): number {
  const skin = skinDistance(p)
  if (skin > 0) return 0
  const y = p[1] - RADIUS
  if (Math.sqrt(y * y + p[2] * p[2]) < 0.018) return 5
  const pouch = pouchDistance(p)
  if (pouch < -0.0015) return 4
  if (pouch < 0) return 3
  return skin > -0.002 ? 1 : 2
}

export const fakeAnatomy: Anatomy = {
  placement: PLACEMENT,
  layers: LAYERS,
  structures: ['skin'],
  layerAt,
  distance: (_: number, p: Vec3) => skinDistance(p),
  landmarks: {
    patella_superolateral: [-0.02, 0.096, 0.032],
    patella_front: [0, 0.11, 0],
    patella_superior_pole: [-0.03, 0.108, 0.012],
    pouch_middle: [-0.13, 0.108, 0.012],
    portal_superolateral: [-0.03, 0.0915, 0.041],
    portal_anteromedial: [0.03, 0.09, -0.04],
  },
  toWork: (p: Vec3) => p,
  fromWork: (p: Vec3) => p,
  // its pouch never sinks
  levelAt: () => 0.017,
} as unknown as Anatomy

/** The same procedure on the fake knee. */
export function onFakeKnee(procedure: Procedure): Procedure {
  return { ...procedure, createAnatomy: () => fakeAnatomy, poseAnatomy: () => undefined }
}

export const NO_GRIDS = { name: 'fake' } as unknown as Parameters<Procedure['createAnatomy']>[0]
