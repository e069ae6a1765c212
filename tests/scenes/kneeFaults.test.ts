// Which fault loses which criterion of the knee: nothing is judged that no scripted attempt has ever lost, but for the
// exceptions below, each with its reason.
import { describe, expect, it } from 'vitest'
import { perform } from '../../scenes/common/performing/perform.ts'
import { faults } from '../../scenes/orthopedic/knee-aspiration/performers/faults.ts'
import { expertPlan, type Plan } from '../../scenes/orthopedic/knee-aspiration/performers/plan.ts'
import { aspirate } from '../../scenes/orthopedic/knee-aspiration/performers/whole.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { parseProtocol } from '../../scoring/index.ts'
import type { Session } from '../../src/sim/index.ts'
import { expertOn, freshKnee, judge, lost, reportOf } from '../builders/errorMatrix.ts'

const { criteria } = parseProtocol(protocolOf('knee-aspiration'))
const IDS = criteria.map((c) => c.id)
const lostBy = (id: string): string[] => faults.filter((f) => f.loses.includes(id)).map((f) => f.id)

/** Criteria that no fault loses, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'depth-parapatellar':
    'fluid lies within 10 to 20 mm of both portals beside the patella in these knees, however it is met',
  'depth-superolateral':
    'the needle is 38 mm long and these joints lie 10 to 30 mm deep: no way in is outside 8 to 36 mm',
  'hub-still': 'a twist moves this needle by less than the 2 mm that are allowed: a larger one is a hand that trembles',
  'low-resistance': 'force is shown and never judged: the outcome is not-measurable on every device',
  faint: 'few patients faint, and which of them is the seed: shown below on one who does',
}

describe('every criterion', () => {
  it('is lost by a named fault, or stands among the exceptions, never both', () => {
    expect(IDS.filter((id) => lostBy(id).length === 0).sort()).toEqual(Object.keys(EXCEPTIONS).sort())
    for (const why of Object.values(EXCEPTIONS)) expect(why).toMatch(/^[a-z].{20,}[^.]$/)
  })

  it('that is critical is lost by a fault, whatever the exceptions say', () => {
    const critical = criteria.filter((c) => c.critical)
    expect(critical).toHaveLength(9)
    expect(critical.filter((c) => lostBy(c.id).length === 0)).toEqual([])
  })

  it('is known to the protocol where a fault names it', () => {
    for (const f of faults)
      for (const id of [...f.loses, ...(f.may ?? [])]) expect(IDS, `fault "${f.id}"`).toContain(id)
    expect(new Set(faults.map((f) => f.id)).size).toBe(faults.length)
  })
})

function played(seed: number, change: Partial<Plan>): Session {
  const session = freshKnee('hot-knee', seed)
  const plan = { ...expertPlan('hot-knee'), ...change }
  const who = { id: 'changed', title: { en: '', zh: '' }, loses: [] }
  perform(session, { ...who, perform: (s, n) => aspirate(s, n, plan) }, seed)
  return session
}

describe('a patient who faints easily', () => {
  const READILY = 26
  const rough = (heeds: boolean): Session =>
    played(READILY, {
      heeds,
      anaesthetic: null,
      meetsBone: true,
      says: expertPlan('hot-knee').says.filter((s) => !['introduce', 'explain', 'reassure'].includes(s)),
    })

  it('is well in expert hands; hurt and frightened, is laid flat by one who heeds the warning', () => {
    expect(expertOn('hot-knee', READILY).report.score).toBeGreaterThanOrEqual(90)
    const session = rough(true)
    expect(session.events.some((e) => e.subject === 'patient' && e.object === 'feels_faint')).toBe(true)
    expect(lost(reportOf(session))).not.toContain('faint')
    expect(session.events.filter((e) => e.kind === 'complication')).toEqual([])
  })

  it('faints under one who does not heed it, who then owes help as well', () => {
    const session = rough(false)
    expect(session.events.find((e) => e.kind === 'complication')?.values['complication']).toBe('vasovagal')
    expect(lost(reportOf(session))).toEqual(expect.arrayContaining(['faint', 'call-help']))
  })
})

describe('what follows a fault', () => {
  it.each([
    ['overdose', 'toxicity'],
    ['recaps', 'needlestick'],
  ])('%s: a complication, %s, and nobody is called', (id, complication) => {
    const { session, report } = judge(id, 'hot-knee', 1)
    expect(session.events.map((e) => e.values['complication']).filter((c) => c !== undefined)).toEqual([complication])
    expect(report.critical_errors.map((c) => c.id)).toEqual([id === 'recaps' ? 'needlestick' : 'block-dose'])
    expect(lost(report)).toContain('call-help')
  })
})

describe('the predicted depth', () => {
  it('stands in the evidence before the needle, and the found depth after it: the gap can be shown, and gives no mark', () => {
    const { events } = expertOn('hot-knee', 1).session
    const predicted = events.findIndex((e) => e.kind === 'choose' && e.object === 'prediction')
    const found = events.findIndex((e) => e.kind === 'enter' && e.site === 'effusion')
    expect(events.findIndex((e) => e.kind === 'enter')).toBeGreaterThan(predicted)
    expect(found).toBeGreaterThan(predicted)
    const gap = Number(events[found]?.values['depth_mm']) - Number(events[predicted]?.values['depth_mm'])
    expect(Math.abs(gap)).toBeLessThan(12)
    expect(JSON.stringify(protocolOf('knee-aspiration'))).not.toContain('"prediction"')
  })
})
