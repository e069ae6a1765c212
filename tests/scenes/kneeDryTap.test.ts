// A needle whose opening lies in the lining or the fat pad draws nothing, whatever the suction (a dry tap).
import { describe, expect, it } from 'vitest'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import type { KneeState } from '../../scenes/orthopedic/knee-aspiration/state.ts'
import { systems } from '../../scenes/orthopedic/knee-aspiration/systems.ts'
import { between, rotate, sub, type Vec3 } from '../../scoring/math/index.ts'
import { assemblyOf, createSession, type Session } from '../../src/sim/index.ts'
import { DT, EMPTY_TICK } from '../../src/sim/tick.ts'
import { drivePlunger } from '../../src/sim/tools/syringe.ts'
import { adultKnee, KNEE_SETUP } from '../builders/realKnee.ts'
import { toolIndex } from '../builders/knee.ts'

const DOWN = between([0, 0, 1], [0, -1, 0])

/** Middle of the first run of a layer straight under `from`, work frame; NaN in y when there is none. */
function middleOf(session: Session, layer: string, from: Vec3): Vec3 {
  let top = NaN
  for (let y = from[1]; y > from[1] - 0.06; y -= 1e-4) {
    const inside = session.anatomy.layers[session.anatomy.layerAt([from[0], y, from[2]])] === layer
    if (inside && top !== top) top = y
    if (!inside && top === top) return [from[0], (top + y) / 2, from[2]]
  }
  return [from[0], NaN, from[2]]
}

/** Millilitres drawn in two seconds at 10 mL of pull with the tip of the 20 mL syringe at `tip`. */
function drawnAt(session: Session, tip: Vec3): number {
  const index = toolIndex(session, 'syringe-20')
  const tool = session.state.tools[index]
  const { state, tip: reach } = assemblyOf(session, index)
  if (!tool?.syringe || !state) throw new RangeError('syringe-20 has no needle')
  tool.mode = 'held'
  tool.q = DOWN
  tool.p = sub(tip, rotate(DOWN, reach))
  Object.assign(state, { inserted: true, cut: 0.02, depth: 0.02 })
  for (let i = 0; i < 180; i++) {
    drivePlunger(tool.syringe, 10, 20, DT)
    for (const s of systems) s.advance(session as Session<KneeState>, EMPTY_TICK, [])
  }
  return (session.state.procedure as KneeState).drawn_ml
}

describe('the opening of the needle', () => {
  const play = (layer: string, landmark: string): { tip: Vec3; ml: number } => {
    const session = createSession(kneeAspiration, adultKnee(), KNEE_SETUP)
    const from = session.anatomy.landmarks[landmark] ?? [NaN, NaN, NaN]
    const tip = middleOf(session, layer, from)
    return { tip, ml: drawnAt(session, tip) }
  }

  it('draws in the effusion', () => {
    expect(play('effusion', 'pouch_middle').ml).toBeGreaterThan(1)
  })

  it.each([
    ['fat_pad', 'portal_anterolateral'],
    ['fat_pad', 'portal_anteromedial'],
    ['retinaculum', 'portal_superolateral'],
    ['capsule', 'pouch_middle'],
  ])('draws nothing in %s under %s', (layer, landmark) => {
    const { tip, ml } = play(layer, landmark)
    expect(tip.every(Number.isFinite)).toBe(true)
    expect(ml).toBe(0)
  })

  it('draws nothing in the lining of a joint that holds no fluid', () => {
    const session = createSession(kneeAspiration, adultKnee(), KNEE_SETUP)
    const state = session.state.procedure as KneeState
    state.effusion_ml = 0
    kneeAspiration.poseAnatomy(session)
    const tip = middleOf(session, 'synovium', session.anatomy.landmarks['pouch_middle'] ?? [NaN, NaN, NaN])
    expect(tip.every(Number.isFinite)).toBe(true)
    expect(drawnAt(session, tip)).toBe(0)
  })
})
