// A needle brought to the fake knee: the shortest way to tissue in a whole session.
import type { Vec3 } from '../../scoring/math/index.ts'
import type { Session } from '../../src/sim/index.ts'
import { Hands } from './hands.ts'
import { fakeKneeSession, toolIndex } from './knee.ts'
import { DOWN } from './slab.ts'

/** Holds the 20 mL syringe above the thigh, needle down, its tip `depth` m below the skin at x = 50 mm. */
const REACH = 0.095
/** Hand pose that puts the tip at that depth. */
export const above = (depth: number, x = 0.05): Vec3 => [x, 0.11 + REACH - depth, 0]
export function syringeAbove(depth: number): { session: Session; hands: Hands; index: number; needle: number } {
  const session = fakeKneeSession()
  const hands = new Hands(session)
  const index = toolIndex(session, 'syringe-20')
  hands.grasp('right', index)
  hands.move('right', above(-0.05), 90, DOWN)
  hands.wait(20)
  hands.move('right', above(depth), 120)
  hands.wait(20)
  return { session, hands, index, needle: toolIndex(session, 'needle-20') }
}
