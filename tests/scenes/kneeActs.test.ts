// What is done by a word in the knee aspiration, and what the room answers.
import { describe, expect, it } from 'vitest'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { createState, type KneeState } from '../../scenes/orthopedic/knee-aspiration/state.ts'
import { lesionFor } from '../../scenes/orthopedic/knee-aspiration/patients.ts'
import { insideLesion, zoneDistance, zoneOf } from '../../scenes/orthopedic/knee-aspiration/portals.ts'
import { assemblyOf, commandTable, packTick, unpackTick, EMPTY_TICK, type Command } from '../../src/sim/index.ts'
import { volumeOf } from '../../scenes/common/drugs/index.ts'
import { Hands } from '../builders/hands.ts'
import { fakeKneeSession, toolIndex } from '../builders/knee.ts'

const SYRINGE = 'syringe-5'

function room(): {
  hands: Hands
  state: KneeState
  index: number
  do: (command: string, args: Command['args']) => void
} {
  const session = fakeKneeSession()
  const hands = new Hands(session)
  const index = toolIndex(session, SYRINGE)
  return {
    hands,
    state: session.state.procedure as KneeState,
    index,
    do: (command, args) => hands.tick([{ command, args }]),
  }
}

function holding(): ReturnType<typeof room> {
  const r = room()
  r.hands.grasp('right', r.index)
  r.hands.move('right', [0.3, 0.35, 0.2], 30)
  return r
}

describe('acts', () => {
  it('are listed for a person with commands that can be packed, each record, decision, act and order once', () => {
    const table = commandTable(kneeAspiration)
    const listed = kneeAspiration.actGroups.flatMap((g) => g.acts.map((a) => a.command))
    for (const command of listed) {
      const back = unpackTick(packTick({ ...EMPTY_TICK, commands: [command] }, table), table)
      expect(back.commands).toEqual([command])
    }
    expect(new Set(listed.map((c) => JSON.stringify(c))).size).toBe(listed.length)
    const fields = listed.filter((c) => c.command === 'open').map((c) => c.args['field'])
    for (const c of kneeAspiration.cases) expect(new Set(Object.keys(c.record ?? {})), c.id).toEqual(new Set(fields))
  })

  it('cost their time on the clinical clock and none on the clock of motion', () => {
    const r = room()
    r.do('prepare', { act: 'hand_rub' })
    const { state } = r.hands.session
    expect(state.tick).toBe(1)
    expect(state.clinical_s).toBeCloseTo(25 + 1 / 90, 9)
    expect(r.hands.told('choose')[0]).toMatchObject({ object: 'prepare', values: { choice: 'hand_rub' } })
  })

  it('bend the knee at the speed of a leg that is moved', () => {
    const r = room()
    r.do('flex', { degrees: '30' })
    r.hands.wait(20)
    const halfway = r.state.flexed_rad
    r.hands.wait(90)
    expect(halfway).toBeGreaterThan(0.27)
    expect(halfway).toBeLessThan(0.5)
    expect(r.state.flexed_rad).toBeCloseTo(0.5236, 4)
  })
})

describe('a syringe', () => {
  it('holds what was drawn up, and its plunger stays there until the dial moves', () => {
    const r = holding()
    r.hands.right.plunger_ml = 0
    r.hands.tick()
    r.do('draw_up', { drug: 'lidocaine_2', ml: 3 })
    r.hands.wait(30)
    const { syringe } = r.hands.session.state.tools[r.index] ?? {}
    expect([syringe?.plunger_ml, syringe?.fluid_ml]).toEqual([3, 3])
    expect(r.hands.told('fill')[0]).toMatchObject({ object: 'lidocaine_2', values: { ml: 3, mg: 60 } })
    r.hands.right.plunger_ml = 1
    r.hands.wait(30)
    expect(r.hands.session.state.tools[r.index]?.syringe?.fluid_ml).toBeCloseTo(1, 6)
    expect(volumeOf(r.state.mixes[r.index] ?? {})).toBeCloseTo(1, 6)
  })

  it('takes no more than its barrel, and nothing when no hand has it', () => {
    const r = holding()
    r.do('draw_up', { drug: 'saline', ml: 50 })
    expect(r.hands.session.state.tools[r.index]?.syringe?.fluid_ml).toBe(5)
    const empty = room()
    empty.do('draw_up', { drug: 'saline', ml: 5 })
    expect(empty.hands.told('fill')).toEqual([])
  })

  it('squirted into the air gives no dose', () => {
    const r = holding()
    r.do('draw_up', { drug: 'lidocaine_2', ml: 5 })
    r.hands.right.plunger_ml = 0
    r.hands.wait(150)
    expect(r.hands.told('dispense')).toHaveLength(1)
    expect(r.hands.told('dispense')[0]).toMatchObject({ site: 'air', values: { total_mg: 0 } })
  })

  it('fills a tube with joint fluid alone', () => {
    const r = holding()
    r.do('draw_up', { drug: 'saline', ml: 4 })
    r.do('specimen', { tube: 'tube-edta' })
    expect(r.hands.told('dispense')).toEqual([])
  })
})

describe('portals', () => {
  it('are zones beside and above the patella; between and beyond them a point belongs to none', () => {
    const session = fakeKneeSession()
    const corner = session.anatomy.landmarks['patella_superolateral'] ?? [0, 0, 0]
    // head to the learner's left: superior is -x, lateral of a right knee is +z
    const at = (up: number, out: number): readonly [number, number, number] => [
      corner[0] - up / 1e3,
      corner[1],
      corner[2] + out / 1e3,
    ]
    expect(zoneOf(session, at(10, 10))).toEqual({ zone: 'superolateral', portal_mm: 0 })
    expect(zoneDistance(session, at(18, 10), 'superolateral')).toBeCloseTo(3, 6)
    expect(zoneOf(session, at(40, 40)).zone).toBe('elsewhere')
  })

  it('know diseased skin by case and seed', () => {
    const { anatomy } = fakeKneeSession()
    const lesion = lesionFor('hot-knee', 1)
    const at = anatomy.landmarks['portal_anteromedial'] ?? [0, 0, 0]
    expect(insideLesion(anatomy, lesion, at)).toBeCloseTo(lesion?.radius_mm ?? NaN, 9)
    expect(insideLesion(anatomy, null, at)).toBeLessThan(-50)
    expect(lesionFor('hot-knee', 2)?.radius_mm).not.toBe(lesion?.radius_mm)
    expect(lesionFor('tense-oa', 1)).toBeNull()
  })
})

describe('patients', () => {
  it('vary with the seed in every case, and start as their case says', () => {
    for (const c of kneeAspiration.cases) {
      const [a, b] = [createState(c.id, 1), createState(c.id, 2)]
      expect(a.fluid, c.id).toBe(c.facts['fluid'])
      expect(a.initial_ml).not.toBe(b.initial_ml)
    }
    expect(() => createState('cold-knee', 1)).toThrow(/cold-knee.*hot-knee/)
  })
})

describe('trouble', () => {
  it('is a needle that comes into the other hand, told once', () => {
    const r = holding()
    const tool = r.hands.session.state.tools[r.index]
    r.hands.wait(60)
    const reach = assemblyOf(r.hands.session, r.index).tip[2]
    const p = tool?.p ?? [0, 0, 0]
    r.hands.left.pose = { p: [p[0], p[1], p[2] - reach], q: [0, 0, 0, 1] }
    r.hands.wait(10)
    r.hands.move('left', [-0.2, 0.3, 0.2], 20)
    const sticks = r.hands.told('complication').filter((e) => e.values['complication'] === 'needlestick')
    expect(sticks).toHaveLength(1)
  })
})
