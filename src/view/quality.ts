// What a device can afford. Counts, not device names: 80 draw calls and 120,000 triangles per eye at the most.
import { NeutralToneMapping } from 'three'

/** Keeps white linen white and skin warm; film-like curves grey the room. */
const TONE = NeutralToneMapping
const EXPOSURE = 0.78

/** test: pictures in software rendering; low: old integrated graphics; headset: one shadow map, no MSAA cost added; high: desktop. */
export type Quality = 'test' | 'low' | 'headset' | 'high'

export interface QualitySettings {
  /** Edge of the shadow map in pixels, 0 = no shadow map. */
  readonly shadow: number
  readonly dpr: number
  readonly antialias: boolean
  /** Millimetres between grid points of the drawn hand. */
  readonly hand_mm: number
  readonly anisotropy: number
}

export const QUALITY: Readonly<Record<Quality, QualitySettings>> = {
  test: { shadow: 0, dpr: 0.5, antialias: false, hand_mm: 7, anisotropy: 1 },
  low: { shadow: 0, dpr: 1, antialias: false, hand_mm: 6, anisotropy: 2 },
  headset: { shadow: 1024, dpr: 1, antialias: true, hand_mm: 5, anisotropy: 8 },
  high: { shadow: 2048, dpr: 2, antialias: true, hand_mm: 4, anisotropy: 8 },
}

/** Props for the `<Canvas>` that holds a room: `<Canvas {...canvasOptions('high')}>`. */
export function canvasOptions(quality: Quality) {
  const q = QUALITY[quality]
  return {
    shadows: q.shadow > 0 ? ('percentage' as const) : false,
    dpr: [Math.min(1, q.dpr), q.dpr] as [number, number],
    gl: { antialias: q.antialias, toneMapping: TONE, toneMappingExposure: EXPOSURE },
    camera: { fov: 42, near: 0.02, far: 30 },
  }
}
