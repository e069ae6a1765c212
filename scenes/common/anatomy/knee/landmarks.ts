import type { LandmarkSpec } from '../../../../src/sim/tissue/archetype.ts'
import type { Point } from '../kit/field.ts'
import { CORNER, PORTAL, onSkin } from './warp.ts'

const bone = (on: 'femur' | 'tibia' | 'patella', p: Point): LandmarkSpec => ({ on, p })
const skin = (x: number, z: number): LandmarkSpec => ({ on: 'skin', p: onSkin(x, z) })

/** Named points of the right knee, mm. `great_toe` only says on which side the big toe is (the foot is not modelled). */
export function landmarks(): Record<string, LandmarkSpec> {
  return {
    patella_superolateral: bone('patella', CORNER),
    patella_superomedial: bone('patella', [-16, 47, 51]),
    patella_superior_pole: bone('patella', [1, 48, 56]),
    patella_inferior_pole: bone('patella', [1, 47, 12.5]),
    patella_lateral: bone('patella', [23, 46, 38]),
    patella_medial: bone('patella', [-21, 46, 38]),
    patella_front: skin(1, 36),
    portal_superolateral: skin(...PORTAL),
    portal_superolateral_far: skin(CORNER[0] + 15, CORNER[2] + 15),
    portal_superomedial: skin(-26, 61),
    portal_lateral_midpatellar: skin(34, 38),
    portal_medial_midpatellar: skin(-32, 38),
    portal_anterolateral: skin(20, 4),
    portal_anteromedial: skin(-17, 4),
    pouch_middle: skin(2, 70),
    tibial_tuberosity: bone('tibia', [7, 30, -32]),
    tibial_tuberosity_skin: skin(7, -32),
    fibular_head: bone('tibia', [36, -17, -16]),
    joint_line_lateral: bone('tibia', [38, -3, 0]),
    joint_line_medial: bone('tibia', [-38, -3, 0]),
    epicondyle_lateral: bone('femur', [41, -6, 28]),
    epicondyle_medial: bone('femur', [-41, -6, 30]),
    great_toe: bone('tibia', [-22, 110, -430]),
  }
}
