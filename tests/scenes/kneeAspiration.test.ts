// The first version of knee aspiration: scripted attempts against its own protocol (software tests, no evidence of skill).
import { describe, expect, it } from 'vitest'
import { perform } from '../../scenes/common/performing/perform.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { grade, parseProtocol, validateEvidence, type Report } from '../../scoring/index.ts'
import type { Device } from '../../scoring/evidence.ts'
import { collectEvidence, createSession, type Session } from '../../src/sim/index.ts'
import { adultKnee, KNEE_SETUP } from '../builders/realKnee.ts'
import { protocolOf } from '../../scenes/protocols.ts'

const DEVICE: Device = {
  input_class: 'controllers',
  assists: [],
  jitter_mm: 0.3,
  jitter_deg: 0.1,
  reaction_ms: 250,
  clock_lost: 0,
}
const protocol = parseProtocol(protocolOf('knee-aspiration'))
const SEEDS = [1, 2, 3, 4, 5]

function play(id: string, seed: number): { session: Session; report: Report } {
  const session = createSession(kneeAspiration, adultKnee(), { ...KNEE_SETUP, seed })
  const performer = kneeAspiration.performers.find((p) => p.id === id)
  if (!performer) throw new RangeError(`no performer ${id}`)
  perform(session, performer, seed)
  const options = { profile: 'CN', case: 'hot-knee', seed, limits: kneeAspiration.words.limits }
  return { session, report: grade(protocol, session.case.facts, collectEvidence(session), DEVICE, options) }
}

const lost = (r: Report): string[] => r.criteria.filter((c) => c.outcome === 'missed').map((c) => c.id)

describe('the expert', () => {
  const all = SEEDS.map((seed) => play('expert', seed))

  it('meets every criterion on five patients', () => {
    for (const { report } of all) {
      expect(lost(report)).toEqual([])
      expect(report.critical_errors).toEqual([])
      expect(report.score).toBe(100)
    }
  })

  it('uses only the words of the manifest', () => {
    for (const { session } of all) {
      for (const e of session.events) expect(validateEvidence(kneeAspiration.words, e), JSON.stringify(e)).toEqual([])
    }
  })

  it('has no band and no pass while nobody has signed the protocol', () => {
    for (const { report } of all) expect([report.band, report.passed]).toEqual(['not-set', null])
  })
})

describe('the novice', () => {
  const all = SEEDS.map((seed) => play('novice', seed))

  it('leaves the needle out of the sharps box, and scores below the expert', () => {
    for (const { report } of all) {
      expect(lost(report)).toContain('sharps')
      expect(report.score).toBeLessThan(90)
    }
  })
})

it('an attempt in which nothing is done earns nothing by not doing it', () => {
  const session = createSession(kneeAspiration, adultKnee(), KNEE_SETUP)
  const report = grade(protocol, session.case.facts, collectEvidence(session), DEVICE, {
    profile: 'CN',
    case: 'hot-knee',
    seed: 1,
  })
  expect(report.criteria.filter((c) => c.outcome === 'met').map((c) => c.id)).toEqual([])
  expect(report.score).toBe(0)
})
