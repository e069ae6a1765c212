// The empty hand feels and the marker marks: where and in what order, never how hard.
import { describe, expect, it } from 'vitest'
import { FINGERTIP } from '../../scenes/common/hands/fingertip.ts'
import { add, rotate, sub, type Vec3 } from '../../scoring/math/index.ts'
import type { Session } from '../../src/sim/index.ts'
import { Hands } from '../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../builders/knee.ts'

const DOWN = [-Math.SQRT1_2, 0, 0, Math.SQRT1_2] as const

/** A point of the fake knee's skin straight above a landmark. */
function over(session: Session, name: string): Vec3 {
  const p = session.anatomy.landmarks[name] ?? [0, 0, 0]
  let y = 0.05
  while (session.anatomy.distance(0, [p[0], y, p[2]]) < 0) y += 5e-4
  return [p[0], y, p[2]]
}

function fingerAt(hands: Hands, p: Vec3, ticks: number): void {
  hands.left.pose = { p: sub(p, rotate(DOWN, FINGERTIP)), q: DOWN }
  hands.wait(ticks)
  hands.left.pose = { p: [-0.4, 0.4, 0.3], q: DOWN }
  hands.wait(3)
}

const felt = (hands: Hands): (string | undefined)[] =>
  hands
    .told('contact')
    .filter((e) => e.object === 'palpation')
    .map((e) => e.site)

describe('an empty hand', () => {
  it('has felt a structure after half a second on it, once, in the order in which it went', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    fingerAt(hands, over(session, 'patella_front'), 120)
    fingerAt(hands, over(session, 'pouch_middle'), 60)
    expect(felt(hands)).toEqual(['patella', 'pouch'])
  })

  it('feels nothing in passing, above the skin, or with the fist closed', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    fingerAt(hands, over(session, 'patella_front'), 30)
    fingerAt(hands, add(over(session, 'patella_front'), [0, 0.03, 0]), 60)
    hands.left.squeeze = 0.8
    fingerAt(hands, over(session, 'patella_front'), 60)
    expect(felt(hands)).toEqual([])
  })
})

describe('the marker', () => {
  it('marks the zone that its tip touches, and says how far outside it lies', () => {
    const session = fakeKneeSession()
    const hands = new Hands(session)
    const index = toolIndex(session, 'marker')
    hands.grasp('right', index)
    hands.move('right', [0.3, 0.35, 0.2], 30)
    const reach = session.procedure.instruments[index]?.tip[2] ?? 0
    const at = over(session, 'portal_superolateral')
    const down = [Math.SQRT1_2, 0, 0, Math.SQRT1_2] as const
    hands.move('right', [at[0], at[1] + reach + 0.05, at[2]], 30, down)
    hands.move('right', [at[0], at[1] + reach - 0.001, at[2]], 20)
    hands.wait(20)
    const marks = hands.told('measure')
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({
      subject: 'marker',
      object: 'mark',
      site: 'superolateral',
      values: { portal_mm: 0 },
    })
  })
})
