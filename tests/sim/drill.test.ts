import { describe, expect, it } from 'vitest'
import {
  createSession,
  findDrill,
  packTick,
  restoreSnapshot,
  SimError,
  stateDigest,
  stepTick,
  takeSnapshot,
  type Drill,
  type Procedure,
  type Session,
} from '../../src/sim/index.ts'
import { EMPTY_TICK } from '../../src/sim/tick.ts'
import { codeOf } from '../builders/errors.ts'
import { NO_GRIDS } from '../builders/fakeKnee.ts'
import { FAKE_KNEE, kneeSetup } from '../builders/knee.ts'

const drill: Drill = {
  id: 'short',
  title: { en: 'Short', zh: '短' },
  task: { en: 'Nothing', zh: '无' },
  case: 'hot-knee',
  seconds: 10,
  *leadIn() {
    yield { ...EMPTY_TICK, commands: [{ command: 'handover', args: {} }] }
  },
  performers: [],
}
const PROCEDURE: Procedure = { ...FAKE_KNEE, drills: [drill] }
const HANDOVER = { ...EMPTY_TICK, commands: [{ command: 'handover', args: {} }] }

const begin = (more: object): Session => createSession(PROCEDURE, NO_GRIDS, kneeSetup(more))
const give = (session: Session, times = 1): void => {
  for (let i = 0; i < times; i++) stepTick(session, packTick(HANDOVER, session.commands))
}
const told = (session: Session): number => session.events.filter((e) => e.object === 'handover').length

describe('drills', () => {
  it('S22.2: a handover is testified once, and ends the lead-in', () => {
    const session = begin({ drill: 'short' })
    expect(session.state.lead_in).toBe(true)
    give(session, 3)
    expect(session.events).toEqual([
      { tick: 0, clinical_s: 0.01, kind: 'phase', subject: 'learner', object: 'handover', values: {} },
    ])
    expect(session.state.lead_in).toBe(false)
  })

  it('S22.2: an attempt that is no drill has none, whoever commands it', () => {
    const session = begin({})
    give(session, 3)
    expect(told(session)).toBe(0)
  })

  it('S8.1, S22.2: a snapshot of a lead-in goes on as one', () => {
    const [session, other] = [begin({ drill: 'short' }), begin({ drill: 'short' })]
    const kept = takeSnapshot(session)
    give(session)
    restoreSnapshot(other, kept)
    give(other)
    expect(told(other)).toBe(1)
    expect(stateDigest(other)).toBe(stateDigest(session))
  })

  it('S22.2: what only a lead-in may ask for does nothing after the handover', () => {
    const session = begin({ drill: 'short' })
    give(session)
    const ask = { ...EMPTY_TICK, commands: [{ command: 'situation', args: { of: 'faint_prone' } }] }
    stepTick(session, packTick(ask, session.commands))
    expect(session.events.map((e) => e.object)).toEqual(['handover'])
  })

  it('S22.4: refuses one that is not there, and another case', () => {
    expect(codeOf(() => begin({ drill: 'long' }))).toBe('unknown-drill')
    expect(codeOf(() => begin({ drill: 'short', case: 'tense-oa' }))).toBe('unknown-drill')
    expect(() => begin({ drill: 'short', case: 'tense-oa' })).toThrow('got case "tense-oa", expected "hot-knee"')
  })

  it('S22.4: says what was expected', () => {
    expect(() => findDrill(PROCEDURE, 'long')).toThrow('got drill "long", expected one of short')
    expect(() => findDrill({ id: 'bare' }, 'long')).toThrow('bare: got drill "long", expected none: it has no drills')
    expect(() => findDrill(PROCEDURE, 'long')).toThrow(SimError)
  })
})
