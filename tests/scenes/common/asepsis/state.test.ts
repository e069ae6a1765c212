import { describe, expect, it } from 'vitest'
import {
  act,
  ASEPSIS_LIMITS,
  createAsepsisState,
  joinWords,
  asepsisWords,
} from '../../../../scenes/common/asepsis/index.ts'
import { inFixture, overlapOf, shapeOf } from '../../../../scenes/common/asepsis/shapes.ts'
import { instruments } from '../../../../scenes/orthopedic/knee-aspiration/instruments.ts'
import { fixtures } from '../../../../scenes/orthopedic/knee-aspiration/fixtures.ts'
import { createSession, type Session } from '../../../../src/sim/index.ts'
import { snapshotTrial } from '../../../builders/snapshotTrial.ts'
import { fakeKneeSession } from '../../../builders/knee.ts'
import { CONFIG, Trial } from './trial.ts'
import { NO_GRIDS } from '../../../builders/fakeKnee.ts'

describe('the state', () => {
  it('of an attempt goes on from any snapshot as if nothing had happened', () => {
    const trial = new Trial().prepped()
    trial.touch('left', [-0.2, 0.116, 0], 36)
    trial.take('left', 'gauze-1', 40)
    trial.bring('left', 0.02, [0, 0.1085, 0])
    trial.hands.wait(36)
    expect(trial.contaminated()).toHaveLength(3)
    const { procedure, setup } = trial.session
    const make = (): Session => createSession(procedure, NO_GRIDS, setup) as unknown as Session
    expect(snapshotTrial(make, trial.hands.ticks, 8).failures).toEqual([])
  })

  it('is plain data, the same for the same config', () => {
    const state = createAsepsisState(CONFIG, instruments)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    expect(state.sterile.filter((s) => !s)).toHaveLength(1)
  })
})

describe('acts', () => {
  it('glove both hands, with hand hygiene or without', () => {
    const state = createAsepsisState(CONFIG, instruments)
    act(state, 'gloves')
    expect(state.hands[0]).toEqual({ gloved: true, clean: false, contaminated: false })
    act(state, 'hand_rub')
    expect(state.hands[0].clean).toBe(false)
    act(state, 'remove_gloves')
    act(state, 'hand_rub')
    act(state, 'gloves')
    expect(state.hands[1]).toEqual({ gloved: true, clean: true, contaminated: false })
  })

  it('open the pack and lay a drape that gloved hands keep clean', () => {
    const state = createAsepsisState(CONFIG, instruments)
    act(state, 'open_pack')
    act(state, 'gloves')
    expect(act(state, 'drape')).toEqual([])
    expect(state).toMatchObject({ packOpen: true, draped: true, drapeClean: true })
  })
})

describe('shapes', () => {
  const gauze = shapeOf(instruments.find((i) => i.id === 'gauze-1') ?? (instruments[0] as never))
  const still = { q: [0, 0, 0, 1] } as const

  it('overlap by as much as their surfaces are through each other', () => {
    const at = (y: number): number => overlapOf(gauze, { ...still, p: [0, 0, 0] }, gauze, { ...still, p: [0, y, 0] })
    expect(at(0.004)).toBeCloseTo(0.002, 9)
    expect(at(0.008)).toBeCloseTo(-0.002, 9)
    expect(at(1)).toBeLessThan(-0.9)
  })

  it('sink into furniture by their depth and thickness', () => {
    const couch = { id: 'couch', at: [0, 0, 0], boxes: [{ half: [1, 0.1, 1], at: [0, 0, 0] }] } as const
    expect(inFixture([0, 0.102, 0], 0.003, couch)).toBeCloseTo(0.001, 9)
    expect(inFixture([0, 0.098, 0], 0.003, couch)).toBeCloseTo(0.005, 9)
    expect(inFixture([0, 0.2, 0], 0.003, couch)).toBeLessThan(0)
  })
})

describe('the words', () => {
  it('join a manifest: each word once, its own units kept, limits marked as placeholders', () => {
    const known = fakeKneeSession().procedure.words
    const base = { ...known, texts: { trouble: ['slip'] }, limits: known.limits.slice(0, 3) }
    const joined = joinWords(base, asepsisWords(instruments, fixtures))
    expect(joined.texts['trouble']).toEqual(['slip', 'touch_warning'])
    expect(new Set(joined.objects).size).toBe(joined.objects.length)
    expect(joined.values['seconds']).toBe(base.values['seconds'])
    expect(joined.limits).toHaveLength(base.limits.length + ASEPSIS_LIMITS.length)
    expect(ASEPSIS_LIMITS.every((l) => l.mark === 'placeholder')).toBe(true)
  })
})
