import { describe, expect, it } from 'vitest'
import { distance, normalize, sub, transform, type Vec3 } from '../../../scoring/math/index.ts'
import { createLook } from '../../../src/app/scene/look.ts'
import { RoomQuery } from '../../../src/app/scene/sceneQuery.ts'
import { ViewNames } from '../../../src/app/scene/viewNames.ts'
import { assemblyOf, readView, type Session } from '../../../src/sim/index.ts'
import { command, luerSession, LUER, over, pushed, toolAt } from '../../builders/luer.ts'

function queryOf(session: Session): RoomQuery {
  return new RoomQuery({ session, names: new ViewNames(session.layout, readView(session)), look: createLook() })
}

describe('a screen that asks about a mounted needle', () => {
  it('is told the tip of both, and how deep it is', () => {
    const { session } = pushed(0.02)
    const tool = queryOf(session).tool('right')
    expect(tool).toMatchObject({ id: 'luer-20', pierced: true, press_m: 0.0005, dial: 'plunger' })
    const tip = tool && transform(tool.pose, tool.tip)
    expect(distance(tip ?? [9, 9, 9], assemblyOf(session, LUER.full).tipAt)).toBeLessThan(1e-5)
    expect(tool?.depth_m).toBeGreaterThan(0.015)
  })

  it('is told the bare nozzle once the needle is off, and where the hub of the needle is', () => {
    const hands = pushed(0.02)
    hands.tick([command('unmount', 'right')])
    const query = queryOf(hands.session)
    expect(query.tool('right')).toMatchObject({ id: 'luer-20', pierced: false, depth_m: 0, tip: [0, 0, 0.045] })
    const hub = toolAt(hands.session, LUER.mounted).p
    expect(distance(query.targetAt('hub') ?? [9, 9, 9], hub)).toBeLessThan(1e-5)
  })

  it('takes a press on the needle of a syringe that lies for one on the syringe, and on nothing when a hand has it', () => {
    const eye: Vec3 = [0.27, 0.6, 0.5]
    const press = (session: Session): string | null => {
      const { p, q } = toolAt(session, LUER.mounted)
      const point = transform({ p, q }, [0, 0, 0.02])
      return queryOf(session).pickInstrument({ origin: eye, direction: normalize(sub(point, eye)) })
    }
    expect(press(luerSession())).toBe('luer-20')
    const hands = pushed(-0.05)
    hands.move('right', over(-0.1), 10)
    expect(press(hands.session)).toBeNull()
  })
})
