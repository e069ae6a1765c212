import type { SceneView } from '../../../../src/view/scene.ts'
import { KneePatient } from './KneePatient.tsx'

export const view: SceneView = {
  Patient: KneePatient,
  spots: {
    work: { eye: [-0.02, 0.5, 0.56], at: [-0.025, 0.07, 0.01], fov: 38 },
    side: { eye: [-0.06, 0.17, 0.46], at: [-0.03, 0.085, 0], fov: 26 },
    face: { eye: [0.2, 0.72, 0.85], at: [-0.72, 0.2, -0.3], fov: 50 },
    tray: { eye: [0.48, 0.66, 0.56], at: [0.48, 0.02, 0.15], fov: 46 },
  },
  couch: { head: -1330, foot: 530, top: -60 },
  // turbid yellow fluid of a hot joint; clear anaesthetic
  fluids: { 'syringe-20': 0xd6b95a, 'syringe-50': 0xd6b95a, 'syringe-10': 0xd6b95a, 'syringe-5': 0xe6eef0 },
}
