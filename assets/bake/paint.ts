import { bell, clamp01 } from '../../scenes/common/anatomy/kit/field.ts'
import { bones, femur, patella, tibiaFibula } from '../../scenes/common/anatomy/knee/bones.ts'
import { skin, smoothSkin } from '../../scenes/common/anatomy/knee/skin.ts'
import { type Paint, openness } from './mesh.ts'

/** Skin: tautness = closeness of bone, redness = over the front of the knee and in creases, mask = 1. */
const skinPaint: Paint = (p, n) => {
  const below = bones.at(p[0] - n[0] * 3, p[1] - n[1] * 3, p[2] - n[2] * 3)
  const front = p[1] > 0 ? bell(p[0] / 46) * bell((p[2] - 26) / 52) : 0
  const fold = Math.min(0.12, Math.max(0, -0.06 * smoothSkin(p[0], p[1], p[2])))
  const red = 0.32 + 0.2 * front + fold
  return [Math.max(0.35, openness(skin.at, p, n, 20)), clamp01(1 - below / 12), red, 1]
}

const HOLD = { femur, tibia: tibiaFibula, patella } as const

/** Bone: tautness = cartilage over the joint surfaces. */
function bonePaint(name: keyof typeof HOLD): Paint {
  const f = HOLD[name]
  return (p, n) => {
    const others = name === 'femur' ? [tibiaFibula, patella] : [femur]
    const gap = Math.min(...others.map((o) => o.at(p[0] + n[0] * 2, p[1] + n[1] * 2, p[2] + n[2] * 2)))
    const reach = name === 'femur' && p[2] < 46 && Math.abs(p[0]) < 34 && n[2] < 0.75 ? 1 : 0
    return [openness(f.at, p, n, 12), Math.max(reach, clamp01((7 - gap) / 3)), 0, 1]
  }
}

export function paints(name: string): Paint {
  return name === 'femur' || name === 'tibia' || name === 'patella' ? bonePaint(name) : skinPaint
}
