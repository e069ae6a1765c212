import { describe, expect, it } from 'vitest'
import {
  collectEvidence,
  createSession,
  createViewState,
  defineProcedure,
  readView,
  restoreSnapshot,
  scalarIndex,
  stateDigest,
  stepTick,
  takeSnapshot,
  type Command,
  type Procedure,
  type Session,
} from '../../src/sim/index.ts'
import { PIPELINE } from '../../src/sim/pipeline.ts'
import { findNonFinite } from '../../src/sim/snapshot.ts'
import { codeOf } from '../builders/errors.ts'
import { NO_GRIDS } from '../builders/fakeKnee.ts'
import { ALONG_Z, Hands } from '../builders/hands.ts'
import { syringeAbove } from '../builders/pricking.ts'
import { FAKE_KNEE, fakeKneeSession, kneeSetup, performed } from '../builders/knee.ts'
import { playWild } from '../builders/randomInput.ts'

const at = (seconds: string): Command => ({ command: 'wait', args: { seconds } })
const panel = (open: 0 | 1): Command => ({ command: 'panel', args: { open } })

describe('the order of a tick', () => {
  it('S6.1: is one list', () => {
    expect(PIPELINE.map(([name]) => name)).toEqual([
      'anatomy',
      'commands',
      'clock',
      'hands',
      'held tools and tissue',
      'loose tools',
      'systems of the procedure',
      'evidence',
      'channels',
    ])
  })
})

describe('clocks', () => {
  it('S1.1, S5.1: advance by 1/90 s a tick', () => {
    const hands = new Hands(fakeKneeSession())
    hands.wait(90)
    expect(hands.session.state.tick).toBe(90)
    expect(hands.session.state.clinical_s).toBeCloseTo(1, 9)
  })

  it('S4.1: a wait advances the clinical clock inside one tick, in steps that every system sees', () => {
    const steps: number[] = []
    const spy = { id: 'spy', advance: () => undefined, pass: (_: Session, s: number) => void steps.push(s) }
    const procedure = defineProcedure({ ...FAKE_KNEE, systems: [...FAKE_KNEE.systems, spy] })
    const hands = new Hands(createSession(procedure, NO_GRIDS, kneeSetup()))
    hands.tick([at('60')])
    expect(hands.session.state.clinical_s).toBeCloseTo(60 + 1 / 90, 9)
    expect(hands.session.state.tick).toBe(1)
    expect(steps).toEqual(Array.from({ length: 12 }, () => 5))
    expect(hands.told('wait')).toMatchObject([{ subject: 'learner', values: { seconds: 60 } }])
  })

  it('S4.2: a pause moves no clock and testifies its seconds', () => {
    const hands = new Hands(fakeKneeSession())
    hands.tick([{ command: 'pause', args: { seconds: 300 } }])
    expect(hands.session.state.clinical_s).toBeCloseTo(1 / 90, 9)
    expect(hands.told('wait')).toMatchObject([{ object: 'pause', values: { seconds: 300 } }])
  })

  it('S5.2: the clinical clock stops while a panel is open, and ticks go on', () => {
    const hands = new Hands(fakeKneeSession())
    hands.tick([panel(1)])
    hands.wait(89)
    expect(hands.session.state.clinical_s).toBe(0)
    hands.tick([panel(0)])
    hands.wait(89)
    expect(hands.session.state.clinical_s).toBeCloseTo(1, 9)
    expect(hands.session.state.tick).toBe(180)
  })

  it('S5.2: the clinical clock stops while a hand is lost', () => {
    const hands = new Hands(fakeKneeSession())
    hands.right.pose = { p: [0.1, 0.3, 0.2], q: ALONG_Z }
    hands.wait(10)
    hands.right.pose = null
    hands.wait(90)
    const stopped = hands.session.state.clinical_s
    expect(stopped).toBeLessThan(20 / 90)
    hands.right.pose = { p: [0.1, 0.3, 0.2], q: ALONG_Z }
    hands.wait(10)
    expect(hands.session.state.clinical_s).toBeGreaterThan(stopped + 8 / 90)
  })
})

describe('evidence', () => {
  it('S14.4: rounds values by the words of the manifest and clinical seconds to 0.01', () => {
    const session = fakeKneeSession()
    for (const tick of performed('novice', 3)) stepTick(session, tick)
    expect(session.events.length).toBeGreaterThan(5)
    for (const e of session.events) {
      expect(e.clinical_s).toBeCloseTo(Math.round(e.clinical_s * 100) / 100, 9)
      for (const [name, value] of Object.entries(e.values)) {
        const step = FAKE_KNEE.words.values[name]?.step
        if (step === undefined || typeof value !== 'number') continue
        expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-6)
      }
    }
  })

  it('S14.5: a value that is no number stops the attempt by name, and the ticks before stay', () => {
    const rules: Procedure['rules'] = (s) =>
      s.state.tick === 5 ? [{ kind: 'measure', subject: 'left', values: { depth_mm: NaN } }] : []
    const hands = new Hands(createSession({ ...FAKE_KNEE, rules }, NO_GRIDS, kneeSetup()))
    hands.wait(5)
    expect(codeOf(() => hands.tick())).toBe('non-finite-state')
    expect(() => hands.tick()).toThrow('depth_mm')
    expect(hands.session.state.tick).toBe(5)
    expect(hands.session.events).toEqual([])
  })

  it('S18.1: samples each channel at its rate from tick 0, rounded to its step', () => {
    const session = fakeKneeSession()
    new Hands(session).wait(91)
    const { channels, version } = collectEvidence(session)
    expect(version).toBe(1)
    for (const c of FAKE_KNEE.channels) {
      expect(channels[c.name]?.samples.length).toBe(Math.floor(90 / (90 / c.hz)) + 1)
      expect(channels[c.name]).toMatchObject({ unit: c.unit, hz: c.hz, start: 0 })
    }
  })
})

describe('state', () => {
  it('S7.1: is plain data in every corner, also after a wild minute', () => {
    const session = fakeKneeSession()
    playWild(session, 4, 1200)
    const walk = (value: unknown, path: string): void => {
      if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return
      expect(typeof value, path).toBe('object')
      const proto: unknown = Object.getPrototypeOf(value)
      expect(proto === Object.prototype || proto === Array.prototype, path).toBe(true)
      for (const [k, v] of Object.entries(value as object)) walk(v, `${path}.${k}`)
    }
    walk(session.state, 'state')
    expect(findNonFinite(session.state, 'state')).toBeUndefined()
  })

  it('S8.1, S8.2: a snapshot is a copy, and goes on exactly in a fresh session and in a used one', () => {
    const original = fakeKneeSession()
    const ticks = playWild(original, 9, 600)
    const middle = fakeKneeSession()
    for (const t of ticks.slice(0, 300)) stepTick(middle, t)
    const snapshot = takeSnapshot(middle)
    const text = JSON.stringify(snapshot)
    const used = fakeKneeSession()
    playWild(used, 10, 200)
    for (const session of [fakeKneeSession(), used, middle]) {
      restoreSnapshot(session, snapshot)
      for (const t of ticks.slice(300)) stepTick(session, t)
      expect(stateDigest(session)).toBe(stateDigest(original))
      expect(session.state).toEqual(original.state)
      expect(collectEvidence(session)).toEqual(collectEvidence(original))
      expect(JSON.stringify(snapshot)).toBe(text)
    }
  })

  it('S8.3: one bit of any number anywhere in the state moves the digest', () => {
    const session = fakeKneeSession()
    playWild(session, 2, 400)
    const before = stateDigest(session)
    const seen: string[] = []
    const poke = (value: object, path: string): void => {
      for (const [k, v] of Object.entries(value)) {
        const record = value as Record<string, unknown>
        if (typeof v === 'object' && v !== null) poke(v, `${path}.${k}`)
        if (typeof v !== 'number') continue
        record[k] = v === 0 ? 5e-324 : v * (1 + 2 ** -52)
        if (stateDigest(session) === before) seen.push(`${path}.${k}`)
        record[k] = v
      }
    }
    poke(session.state, 'state')
    expect(seen).toEqual([])
    expect(stateDigest(session)).toBe(before)
    expect(before).toMatch(/^[0-9a-f]{16}$/)
  })

  it('S8.4: evidence that differs by one value makes digests that differ', () => {
    const digests = [1, 1, 2].map((portal_mm) => {
      const rules: Procedure['rules'] = (s) =>
        s.state.tick === 5 ? [{ kind: 'measure', subject: 'left', values: { portal_mm } }] : []
      const hands = new Hands(createSession({ ...FAKE_KNEE, rules }, NO_GRIDS, kneeSetup()))
      hands.wait(10)
      return stateDigest(hands.session)
    })
    expect(digests[0]).toBe(digests[1])
    expect(digests[0]).not.toBe(digests[2])
  })
})

describe('errors', () => {
  it('S19.1: name an unknown case and a layer without a law', () => {
    const make =
      (more: object, setup = kneeSetup()) =>
      (): Session =>
        createSession({ ...FAKE_KNEE, ...more }, NO_GRIDS, setup)
    expect(codeOf(make({}, kneeSetup({ case: 'cold-knee' })))).toBe('unknown-case')
    expect(make({}, kneeSetup({ case: 'cold-knee' }))).toThrow('hot-knee')
    expect(codeOf(make({ tissue: {} }))).toBe('missing-grids')
  })

  it('S19.1, S7.2: stop at the tick where a number stops being finite', () => {
    const hands = new Hands(fakeKneeSession())
    hands.wait(3)
    const tool = hands.session.state.tools[2]
    if (tool) Object.assign(tool, { mode: 'loose', v: [NaN, 0, 0] })
    expect(codeOf(() => hands.tick())).toBe('non-finite-state')
    expect(codeOf(() => stateDigest(hands.session))).toBe('non-finite-state')
  })

  it('S19.2: a refused tick changes nothing', () => {
    const hands = new Hands(fakeKneeSession())
    hands.wait(20)
    const before = stateDigest(hands.session)
    const [bad] = hands.ticks
    expect(codeOf(() => stepTick(hands.session, Int32Array.from([...(bad ?? []), 1])))).toBe('malformed-tick')
    expect(stateDigest(hands.session)).toBe(before)
  })
})

describe('the view', () => {
  it('S20.1: has one layout: head, hands, instruments, then the procedure’s own', () => {
    const session = fakeKneeSession()
    const { layout } = session
    expect(layout.poses.slice(0, 3)).toEqual(['head', 'left', 'right'])
    expect(layout.poses.slice(3, 3 + FAKE_KNEE.instruments.length)).toEqual(FAKE_KNEE.instruments.map((i) => i.id))
    const view = readView(session)
    expect(view.poses.length).toBe(layout.poses.length * 7)
    expect(view.scalars.length).toBe(layout.scalars.length)
    expect(new Set(layout.scalars.map((s) => s.name)).size).toBe(layout.scalars.length)
  })

  it('S20.2: reading it changes nothing, and reuses the given one', () => {
    const { session, index } = syringeAbove(0.02)
    const before = stateDigest(session)
    const out = createViewState(session.layout)
    expect(readView(session, out)).toBe(out)
    expect(stateDigest(session)).toBe(before)
    const scalar = (name: string): number => out.scalars[scalarIndex(session.layout, name)] ?? NaN
    expect(scalar('right.holding')).toBe(index)
    expect(scalar('needle-20.inserted')).toBe(1)
    expect(scalar('needle-20.depth_mm')).toBeGreaterThan(10)
    expect(scalar('needle-20.force_n')).toBeGreaterThan(0.1)
  })
})
