// The drills of the knee: how they begin, who passes, who does not, and that an attempt at one is an attempt like any other.
import { describe, expect, it } from 'vitest'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { exchange } from '../../scenes/orthopedic/knee-aspiration/drills/exchange.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { missingFacts, parseProtocol, validateEvidence } from '../../scoring/index.ts'
import { createSession, SimError, stateDigest, type Session } from '../../src/sim/index.ts'
import { drillReport, drillSession, drillSetup, Handover, outcomes, play } from '../builders/drills.ts'
import { kneeSetup } from '../builders/knee.ts'
import { LUER_KNEE } from '../builders/luerKnee.ts'
import { adultKnee } from '../builders/realKnee.ts'
import { digestsOf } from '../builders/replay.ts'

const SEEDS = [1, 2, 3]
const drills = kneeAspiration.drills ?? []

function refusal(make: () => unknown): SimError {
  try {
    make()
  } catch (error) {
    if (error instanceof SimError) return error
    throw error
  }
  throw new Error('expected a refusal')
}

describe('the drills of the knee', () => {
  it('are the seven of the procedure, the exchange only where needles come off', () => {
    const comesOff = kneeAspiration.instruments.some((i) => i.mounted !== undefined)
    expect(drills.map((d) => d.id)).toEqual([
      'mark-portal',
      'hold-angle',
      'stop-at-give',
      ...(comesOff ? ['exchange'] : []),
      'dry-tap',
      'faint',
      'needlestick',
    ])
  })

  it('S22.4: one that is not there is refused with what was expected', () => {
    const error = refusal(() => createSession(kneeAspiration, adultKnee(), kneeSetup({ drill: 'juggle' })))
    expect(error.code).toBe('unknown-drill')
    expect(error.message).toContain('got drill "juggle", expected one of mark-portal, hold-angle')
  })

  it('S22.4: one at another case is refused with the case that was expected', () => {
    const setup = kneeSetup({ drill: 'dry-tap', case: 'hot-knee' })
    expect(refusal(() => createSession(kneeAspiration, adultKnee(), setup)).message).toContain('expected "dry-tap"')
  })

  it('have no protocol under an id that is not there, and the message says which ids are', () => {
    expect(() => protocolOf('knee-aspiration', 'juggle')).toThrow('got drill "juggle", expected one of mark-portal')
  })
})

describe('what the learner finds', () => {
  const begin = (id: string, seed: number): Session => {
    const drill = drills.find((d) => d.id === id)
    if (!drill) throw new RangeError(`no drill "${id}"`)
    return new Handover(drill, seed).begin()
  }
  const events = (s: Session, object: string): number => s.events.filter((e) => e.object === object).length
  const needle = (s: Session): number => s.state.tools.find((t) => t.needle?.inserted)?.needle?.depth ?? 0

  it('S22.3: stop at the give: a needle that stands in the fat, and no suction', () => {
    const session = begin('stop-at-give', 4)
    expect(needle(session)).toBeGreaterThan(0.005)
    expect(session.events.some((e) => e.kind === 'enter' && e.site === 'capsule')).toBe(false)
    expect(session.state.tools.every((t) => (t.syringe?.suction_kpa ?? 0) < 1)).toBe(true)
  })

  it('dry tap: a needle far in, suction, and not a drop', () => {
    const session = begin('dry-tap', 4)
    expect(needle(session)).toBeGreaterThan(0.012)
    expect(session.events.some((e) => e.site === 'effusion')).toBe(false)
  })

  it('faint: the warning has just been said, and the patient is awake', () => {
    const session = begin('faint', 4)
    const said = session.events.find((e) => e.object === 'feels_faint')?.tick ?? 0
    expect(events(session, 'faint_prone')).toBe(1)
    expect(session.state.tick - said).toBeLessThan(4 * 90)
    expect(session.events.some((e) => e.kind === 'complication')).toBe(false)
  })

  it('needlestick: one stick, and the syringe on the tray', () => {
    const session = begin('needlestick', 4)
    const sticks = session.events.filter((e) => e.values['complication'] === 'needlestick')
    expect(sticks).toHaveLength(1)
    expect(session.state.tools.some((t) => t.on === 'tray' && (t.needle?.pass ?? 0) > 0)).toBe(true)
  })
})

describe.each(drills.map((d) => [d.id, d] as const))('drill %s', (_, drill) => {
  const handovers = new Map<number, Handover>()
  const handover = (seed = 1): Handover => {
    const found = handovers.get(seed) ?? new Handover(drill, seed)
    handovers.set(seed, found)
    return found
  }

  it('has a protocol of its own id whose facts its case gives', () => {
    const protocol = parseProtocol(protocolOf('knee-aspiration', drill.id))
    const found = kneeAspiration.cases.find((c) => c.id === drill.case)
    expect(protocol.id).toBe(drill.id)
    expect(protocol.review.state).toBe('draft')
    expect(found && missingFacts(protocol, found.facts)).toEqual([])
  })

  it('S22.1: its lead-in is the same twice, whatever the learner works with', () => {
    const lefty = { ...drillSetup(drill, 1), handedness: 'left', input_class: 'mouse', jitter_mm: 2 } as const
    const once = createSession(kneeAspiration, adultKnee(), lefty)
    expect(play(once, drill.leadIn(once, 1))).toEqual(handover().lead)
  })

  it('S22.2, S22.3: its lead-in ends with the handover, empty hands and nothing to be done again', () => {
    for (const seed of SEEDS) {
      const session = handover(seed).begin()
      const tick = handover(seed).lead.length - 1
      expect(session.events.at(-1)).toMatchObject({ kind: 'phase', object: 'handover', tick })
      expect(session.state.hands.map((h) => [h.tool, h.squeeze])).toEqual([
        [-1, 0],
        [-1, 0],
      ])
    }
  })

  it.each(SEEDS)('is met in every criterion by its expert, patient %i', (seed) => {
    const { session } = handover(seed).goOn('expert')
    const report = drillReport(drill, session)
    expect(report.criteria.filter((c) => c.outcome !== 'met').map((c) => [c.id, c.outcome, c.measured])).toEqual([])
    expect(report.score).toBe(100)
  })

  it('is within the time offered, as its expert does it', () => {
    const { session } = handover().goOn('expert')
    const from = session.events.find((e) => e.object === 'handover' && e.kind === 'phase')?.tick ?? 0
    expect((session.state.tick - from) / 90).toBeLessThan(drill.seconds / 2)
  })

  const faulty = drill.performers.filter((p) => p.id !== 'expert')
  it.each(faulty.map((p) => [p.id, p] as const))('is lost by %s exactly where it says', (_id, performer) => {
    for (const seed of SEEDS) {
      const { session } = handover(seed).goOn(performer.id)
      const lost = drillReport(drill, session).criteria.filter((c) => c.outcome === 'missed')
      expect(lost.map((c) => c.id).sort()).toEqual([...performer.loses].sort())
    }
  })

  it('S22.1: an attempt at it runs again bit by bit', () => {
    const { session, ticks } = handover().goOn('expert')
    const end = stateDigest(session)
    const found = outcomes(drillReport(drill, session))
    const again = drillSession(drill, 1)
    expect(digestsOf(again, ticks).at(-1)).toBe(end)
    expect(outcomes(drillReport(drill, again))).toEqual(found)
    for (const e of session.events) expect(validateEvidence(kneeAspiration.words, e)).toEqual([])
  })
})

// Fluid flows through needles that come off only where the joint knows of them: what is drawn is judged with the tray's own.
describe('the exchange, on a tray whose needles come off', () => {
  const handover = new Handover(exchange, 2, LUER_KNEE)
  const judged = (who: string): Readonly<Record<string, string>> =>
    outcomes(drillReport(exchange, handover.goOn(who).session))

  it('S22.3: begins with a syringe that stands in the joint and empty hands', () => {
    const { state, events } = handover.begin()
    expect(state.hands.map((h) => h.tool)).toEqual([-1, -1])
    expect(state.tools.some((t) => t.mode === 'mounted' && (t.needle?.depth ?? 0) > 0.015)).toBe(true)
    expect(events.some((e) => e.kind === 'enter' && e.site === 'effusion')).toBe(true)
  })

  it('keeps the needle still when its hub is held', () => {
    expect(judged('expert')).toMatchObject({ changed: 'met', 'hub-held': 'met', 'hub-still': 'met', 'stays-in': 'met' })
  })

  it('says so when nobody holds the hub', () => {
    expect(judged('hub-free')).toMatchObject({ changed: 'met', 'hub-held': 'missed' })
  })
})
