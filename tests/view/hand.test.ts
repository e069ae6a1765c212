import { Box3, MeshStandardMaterial, Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { Side } from '../../src/view/frame/feed.ts'
import { leaning, rolledTo } from '../../src/view/hands/posture.ts'
import { createHand } from '../../src/view/hands/rig.ts'

const material = new MeshStandardMaterial()
const hand = (side: Side) => createHand(side, 7, material)

function volume(side: Side): number {
  const g = hand(side).mesh.geometry
  const p = g.getAttribute('position')
  let sum = 0
  for (let i = 0; i < (g.index?.count ?? 0); i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromBufferAttribute(p, g.index?.getX(i + k) ?? 0)) as [
      Vector3,
      Vector3,
      Vector3,
    ]
    sum += a.dot(b.cross(c)) / 6
  }
  return sum
}

describe('the drawn hand', () => {
  it.each(['left', 'right'] as const)('of the %s side is closed and faces outwards', (side) => {
    // hand and forearm of an adult, up to the middle of the forearm: about one litre
    expect(volume(side)).toBeGreaterThan(0.0005)
    expect(volume(side)).toBeLessThan(0.002)
  })

  it('has its fingers along -y, its thumb along -z and its back on the side that WebXR says', () => {
    for (const [side, back] of [
      ['right', 1],
      ['left', -1],
    ] as const) {
      const g = hand(side).mesh.geometry
      g.computeBoundingBox()
      const b = g.boundingBox as Box3
      expect(b.min.y).toBeLessThan(-0.07)
      expect(b.min.z).toBeLessThan(-0.06)
      expect(b.max.z).toBeLessThan(0.06)
      expect(Math.sign((b.min.x + b.max.x) / 2)).toBe(back)
    }
  })

  it('closes towards the palm: index and thumb come near each other', () => {
    const h = hand('right')
    const reach = (c: number): Vector3 => {
      h.curl([c, c, c, c], c)
      return h.pinch(new Vector3())
    }
    const open = reach(0)
    const closed = reach(0.8)
    expect(closed.x).toBeLessThan(open.x)
    expect(closed.y).toBeGreaterThan(open.y)
  })

  it('rolls round its tool until the forearm comes from the shoulder', () => {
    const shoulder = new Vector3(0.2, -0.3, 0.5)
    const q = rolledTo(shoulder, leaning(0.7, new Quaternion()))
    const arm = new Vector3(0, 1, 0).applyQuaternion(q).setZ(0).normalize()
    expect(arm.dot(shoulder.clone().setZ(0).normalize())).toBeCloseTo(1, 6)
  })
})
