// A desk: the small scene, a mouse over it, and the ways of a learner.
import type { Vec3 } from '../../scoring/math/index.ts'
import { DesktopHands } from '../../src/input/desktop/desktopHands.ts'
import { FakeScene, over, Rig } from './fakeScene.ts'

export interface Desk {
  readonly scene: FakeScene
  readonly hands: DesktopHands
  readonly rig: Rig
  /** Presses and lets go at a pixel; false when the press meant nothing. */
  click(x: number, y: number): boolean
  /** Takes a thing and brings its tip over a point of the skin. */
  takeTo(id: string, x: number, z: number): void
  tip(id?: string): Vec3
}

export function createDesk(): Desk {
  const scene = new FakeScene()
  const hands = new DesktopHands({ handedness: 'right', query: scene, helperTargets: ['hip', 'knee'] })
  const rig = new Rig(scene, hands)
  rig.run(100)
  const click = (x: number, y: number): boolean => {
    const used = hands.pointerDown(x, y, 'scene')
    hands.pointerUp()
    return used
  }
  const takeTo = (id: string, x: number, z: number): void => {
    click(...over(id === 'swab' ? 0.4 : 0.3, 0.3, 0.03))
    rig.run(1500)
    hands.pointerMove(...over(x, z))
    rig.run(1200)
  }
  return { scene, hands, rig, click, takeTo, tip: (id = 'syringe') => scene.tip(id) }
}
