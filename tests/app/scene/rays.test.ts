import { describe, expect, it } from 'vitest'
import { IDENTITY, mad, type Vec3 } from '../../../scoring/math/index.ts'
import { hitBoxes } from '../../../src/app/scene/boxes.ts'
import { createLook, pixelOf, rayAt } from '../../../src/app/scene/look.ts'

const S = Math.SQRT1_2
const look = { ...createLook(), quaternion: [-S / 2, S / 2, 0.5, S] as const, width: 1366, height: 768 }
const unit = Math.hypot(...look.quaternion)
const turned = { ...look, quaternion: look.quaternion.map((v) => v / unit) as unknown as typeof look.quaternion }

describe('pixels and rays', () => {
  it('a point on the ray through a pixel is seen at that pixel', () => {
    for (const [x, y] of [
      [0, 0],
      [683, 384],
      [1200, 50],
      [31, 700],
    ] as const) {
      const ray = rayAt(turned, x, y)
      const seen = pixelOf(turned, mad(ray.origin, ray.direction, 0.7))
      expect(seen?.[0]).toBeCloseTo(x, 6)
      expect(seen?.[1]).toBeCloseTo(y, 6)
    }
  })

  it('a point behind the camera is seen nowhere', () => {
    const ray = rayAt(turned, 683, 384)
    expect(pixelOf(turned, mad(ray.origin, ray.direction, -1))).toBeNull()
  })
})

describe('rays and boxes', () => {
  const box = { half: [0.1, 0.01, 0.02] as Vec3, at: [0, 0, 0.05] as Vec3 }
  const down = { origin: [0.05, 1, 0.06] as Vec3, direction: [0, -1, 0] as Vec3 }

  it('meet at the near face', () => {
    expect(hitBoxes(down, { p: [0, 0, 0], q: IDENTITY }, [box])).toBeCloseTo(0.99, 9)
  })

  it('meet where the thing is posed', () => {
    const upright = { p: [0.05, 0.2, 0.06] as Vec3, q: [-S, 0, 0, S] as const }
    expect(hitBoxes(down, upright, [box])).toBeCloseTo(1 - 0.2 - 0.07, 9)
  })

  it('miss beside it, and meet when it is grown by as much', () => {
    const beside = { ...down, origin: [0.107, 1, 0.06] as Vec3 }
    const here = { p: [0, 0, 0] as Vec3, q: IDENTITY }
    expect(hitBoxes(beside, here, [box])).toBeNull()
    expect(hitBoxes(beside, here, [box], 0.008)).toBeCloseTo(0.982, 9)
  })
})
