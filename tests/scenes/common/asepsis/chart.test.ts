import { describe, expect, it } from 'vitest'
import { cellAt, cellsWithin, layoutOf, regionOf, spotOf } from '../../../../scenes/common/asepsis/chart.ts'
import { asepsis, createAsepsisState } from '../../../../scenes/common/asepsis/index.ts'
import { kneeAspiration } from '../../../../scenes/orthopedic/knee-aspiration/index.ts'
import { instruments } from '../../../../scenes/orthopedic/knee-aspiration/instruments.ts'
import type { Vec3 } from '../../../../scoring/math/index.ts'
import { createSession, type Session } from '../../../../src/sim/index.ts'
import { fakeKneeSession } from '../../../builders/knee.ts'
import { adultKnee, KNEE_SETUP } from '../../../builders/realKnee.ts'
import { CONFIG } from './trial.ts'

const layout = layoutOf()
const size = (s: { u: number; v: number }): number => Math.hypot(s.u, s.v)

/** Points of the skin round the limb at `x`, from the middle of the limb outward in rays. */
function ring(session: Session, x: number): Vec3[] {
  return Array.from({ length: 120 }, (_, i): Vec3 => {
    const [c, s] = [Math.cos((i * Math.PI) / 60), Math.sin((i * Math.PI) / 60)]
    const at = (r: number): Vec3 => [x, 0.05 + r * s, r * c]
    let r = 0.13
    while (r > 0 && session.anatomy.distance(0, at(r)) > 0) r -= 0.001
    return at(r)
  })
}

describe('the chart', () => {
  const region = { p: [0, 0.11, 0], n: [0, 1, 0] } as const

  it('has a cell for every 8 mm within 50 mm', () => {
    expect(layout.cells).toHaveLength(121)
    for (const [i, c] of layout.cells.entries()) expect(cellAt(layout, c)).toBe(i)
    expect(cellAt(layout, { u: 0.054, v: 0 })).toBe(-1)
    expect(cellAt(layout, { u: 9, v: 0 })).toBe(-1)
  })

  it('measures from the middle along the skin, whatever the height over it', () => {
    expect(size(spotOf(region, [0, 0.055, 0.055], 0))).toBeCloseTo(0.055 * Math.SQRT2, 9)
    expect(size(spotOf(region, [0.0001, 0.12, 0], 0.01))).toBeLessThan(0.001)
    expect(spotOf(region, region.p, 0)).toEqual({ u: 0, v: 0 })
  })

  it('lays every cell of the region on the skin of the real knee, at each portal', () => {
    const session = createSession(kneeAspiration, adultKnee(), KNEE_SETUP)
    for (const centre of ['portal_superolateral', 'portal_anteromedial']) {
      const at = regionOf({ centre, swabs: [], bowl: '' }, session)
      const found = new Set<number>()
      for (let x = at.p[0] - 0.056; x <= at.p[0] + 0.056; x += 0.004) {
        for (const p of ring(session, x)) for (const i of cellsWithin(layout, spotOf(at, p, 0), 0.006)) found.add(i)
      }
      expect(found.size, centre).toBe(layout.cells.length)
    }
  })

  it('names the landmarks that there are when the centre is none of them', () => {
    const session = fakeKneeSession()
    const lost = asepsis({ ...CONFIG, centre: 'elbow' }, () => createAsepsisState(CONFIG, instruments))
    expect(() => lost.zoneAt(session as never, [0, 0, 0])).toThrow(/got landmark "elbow", expected one of .*patella/)
  })
})
