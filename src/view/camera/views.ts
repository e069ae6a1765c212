// Where a screen looks from: named views of a scene, in the work frame.

export type ViewName = 'work' | 'side' | 'face' | 'tray'

export interface CameraSpot {
  /** Eye and what it looks at, m. */
  readonly eye: readonly [number, number, number]
  readonly at: readonly [number, number, number]
  /** Vertical field of view, degrees. */
  readonly fov: number
}

/** Views that suit any bedside procedure with the patient's head on the learner's left. */
export const VIEWS: Readonly<Record<ViewName, CameraSpot>> = {
  work: { eye: [0.05, 0.46, 0.62], at: [0.03, 0.05, 0.02], fov: 38 },
  side: { eye: [-0.02, 0.16, 0.5], at: [-0.02, 0.07, 0], fov: 28 },
  face: { eye: [0.15, 0.62, 0.85], at: [-0.75, 0.2, -0.35], fov: 50 },
  tray: { eye: [0.46, 0.52, 0.55], at: [0.46, 0.02, 0.25], fov: 44 },
}
