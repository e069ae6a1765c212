// The whole knee aspiration: every step and every never-event of its sources has a criterion, every criterion uses the
// words that the simulation speaks, and written attempts are judged as a clinician would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { RECORD_FIELDS, records } from '../../scenes/orthopedic/knee-aspiration/records.ts'
import { patientRanges } from '../../scenes/orthopedic/knee-aspiration/patients.ts'
import { missingFacts, parseProtocol, validateEvidence, type Report } from '../../scoring/index.ts'
import { KINDS, type EvidenceEvent, type Kind } from '../../scoring/evidence.ts'
import { checkParams } from '../../src/sim/tissue/patient.ts'
import { act, idealAttempt, ideally, WORDS } from './kneeAttempts.ts'
import { having, judge, outcome } from './kneeJudged.ts'

const FILE = join(import.meta.dirname, '../../scenes/orthopedic/knee-aspiration/protocol.json')
const json: unknown = JSON.parse(readFileSync(FILE, 'utf8'))
const protocol = parseProtocol(json)
const { cases } = kneeAspiration
const IDS = cases.map((c) => c.id)

const errors = (r: Report): string[] => r.critical_errors.map((c) => c.id)

describe('the protocol', () => {
  it('has each of the fifteen steps of its source, team, referral and trouble, and a criterion for each', () => {
    const steps = Array.from({ length: 15 }, (_, i) => String(i + 1))
    expect(protocol.steps.map((s) => s.id).sort()).toEqual([...steps, 'refer', 'team', 'trouble'].sort())
    const judged = new Set(protocol.criteria.map((c) => c.step))
    expect(protocol.steps.filter((s) => !judged.has(s.id))).toEqual([])
    const modes = Object.fromEntries(protocol.steps.map((s) => [s.id, s.mode]))
    expect(modes).toMatchObject({ '3': 'shown', '7': 'practised', '15': 'told' })
  })

  it('makes critical what its sources call never-events, and nothing that rests on a placeholder', () => {
    const critical = protocol.criteria.filter((c) => c.critical)
    const never = ['right-side', 'prosthesis', 'prepped-skin', 'untouched', 'block-dose', 'lesion', 'tap-first']
    expect(critical.map((c) => c.id).sort()).toEqual([...never, 'no-steroid', 'needlestick'].sort())
    expect(critical.filter((c) => !['source', 'rule'].includes(c.mark))).toEqual([])
  })

  it('asks for the six acts towards patient and team', () => {
    const team = protocol.criteria.filter((c) => c.step === 'team').map((c) => c.id)
    expect(team).toEqual(['say-who', 'two-items', 'brief', 'call-help', 'tell-result', 'sbar'])
  })

  it('is a third version, a draft of township level that says what to do below it', () => {
    expect([protocol.id, protocol.version, protocol.review.state]).toEqual(['knee-aspiration', 3, 'draft'])
    expect(protocol.scope.level).toBe('township')
    expect(protocol.scope.note?.en).toContain('First hour')
    expect(protocol.scope.note?.zh).toContain('首小时')
  })
})

describe('its sentences', () => {
  const texts = protocol.criteria.flatMap((c) => [c.title, ...Object.values(c.feedback)])

  it('are Chinese with full-width punctuation, and English', () => {
    for (const t of texts) {
      expect(t.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(t.zh).not.toMatch(/[,;:?!()]|[\u4e00-\u9fff]\.|\.$/)
      expect(t.en).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
    }
  })

  it('say what to do in a full sentence, blame nobody and do not shout', () => {
    for (const c of protocol.criteria) {
      expect(c.feedback.missed.en.length, c.id).toBeGreaterThan(40)
      expect(c.feedback.missed.en, c.id).not.toMatch(/!|\b(wrong|failed|careless|bad|stupid)\b/i)
      for (const t of Object.values(c.feedback)) expect([t.en.slice(-1), t.zh.slice(-1)], c.id).toEqual(['.', '。'])
    }
  })
})

type Fields = Readonly<Record<string, unknown>>

/** Every event pattern in a JSON value: an object with a kind of event and no other keys than a pattern's. */
function patterns(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(patterns)
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Fields
  const kinds = [fields['kind']].flat()
  const own = Object.keys(fields).every((k) => ['kind', 'subject', 'object', 'site', 'where'].includes(k))
  const here = own && kinds.every((k) => KINDS.includes(k as Kind)) && kinds[0] !== undefined ? [fields] : []
  return [...here, ...Object.values(fields).flatMap(patterns)]
}

it('uses only words that the simulation speaks', () => {
  const all = patterns(json)
  expect(all.length).toBeGreaterThan(100)
  for (const p of all) {
    for (const key of ['subject', 'object', 'site'] as const) {
      for (const word of [p[key] ?? []].flat()) expect(WORDS[`${key}s`], JSON.stringify(p)).toContain(word)
    }
    for (const [key, wanted] of Object.entries((p['where'] ?? {}) as Fields)) {
      const texts = typeof wanted === 'string' || Array.isArray(wanted) ? [wanted].flat() : []
      const known = [...Object.keys(WORDS.values), ...Object.keys(WORDS.texts), ...WORDS.flags]
      expect(known, JSON.stringify(p)).toContain(key)
      for (const t of texts) expect(WORDS.texts[key], `${key} ${String(t)}`).toContain(t)
    }
  }
})

describe.each(IDS)('case %s', (id) => {
  const found = cases.find((c) => c.id === id)

  it('gives every fact, and texts in both languages that say it is fictional', () => {
    expect(missingFacts(protocol, found?.facts ?? {})).toEqual([])
    expect([found?.vignette.en, found?.vignette.zh]).toEqual([
      expect.stringContaining('(Fictional case.)'),
      expect.stringContaining('（虚构病例）'),
    ])
  })

  it('has a whole record, vital signs, and a body that the anatomy can be', () => {
    expect(Object.keys(records[id] ?? {}).sort()).toEqual([...RECORD_FIELDS].sort())
    for (const t of Object.values(records[id] ?? {})) expect([t.en, t.zh].every((x) => x.length > 1)).toBe(true)
    expect(found?.vitals?.pulse_bpm).toBeGreaterThan(40)
    const body = patientRanges(id)
    expect(body?.fluid).toBe(found?.facts['fluid'])
    expect(body?.lesion?.kind ?? 'none').toBe(found?.facts['lesion'])
    for (const i of [0, 1] as const) {
      const [fat_mm, girth_mm, effusion_ml] = [body?.fat_mm[i], body?.girth_mm[i], body?.effusion_ml[i]]
      checkParams({ fat_mm: fat_mm ?? NaN, girth_mm: girth_mm ?? NaN, effusion_ml: effusion_ml ?? NaN })
    }
  })

  it('is earned in full by a doctor who does everything', () => {
    const r = judge(id, idealAttempt(id))
    expect(having(r, 'missed', 'partly', 'to-confirm')).toEqual([])
    expect(r.score).toBe(100)
    expect(having(r, 'met').length).toBeGreaterThan(10)
  })

  it('gives nothing for doing nothing', () => {
    const r = judge(id, [])
    expect(having(r, 'met', 'partly')).toEqual([])
    expect([r.score, errors(r)]).toEqual([0, []])
  })

  it('speaks the declared words in its ideal attempt', () => {
    for (const e of idealAttempt(id)) expect(validateEvidence(WORDS, e), JSON.stringify(e)).toEqual([])
  })
})

describe('a knee that must not be tapped', () => {
  it.each(['prosthetic', 'first-hour'])('%s asks for no step of the tap', (id) => {
    const r = judge(id, idealAttempt(id))
    const tap = r.criteria.filter((c) => ['5', '6', '7', '8', '9', '10', '11', '13', '14'].includes(c.step))
    expect(tap.filter((c) => c.outcome !== 'not-applicable')).toEqual([])
    expect(['plan-refer', 'sent'].map((c) => outcome(r, c))).toEqual(['met', 'met'])
  })

  it('a needle in a prosthetic knee is a critical error, and undoes the referral', () => {
    const r = judge('prosthetic', ideally('prosthetic', { add: act.enterSkin('syringe-20') }))
    expect(errors(r)).toContain('prosthesis')
    expect(outcome(r, 'sent')).toBe('missed')
  })
})

describe('a critical error', () => {
  const after = (id: string, add: EvidenceEvent[], drop?: (e: EvidenceEvent) => boolean): string[] =>
    errors(judge(id, ideally(id, drop ? { add, drop } : { add })))
  const antibiotics = act.order('antibiotics')

  it('is a needle through cellulitis', () => {
    expect(after('hot-knee', act.enterSkin('syringe-20', { object: 'cellulitis', lesion_mm: 9 }))).toEqual(['lesion'])
  })

  it('is left to a human when the edge is nearer than three times the jitter', () => {
    const r = judge(
      'hot-knee',
      ideally('hot-knee', { add: act.enterSkin('syringe-20', { object: 'cellulitis', lesion_mm: 0.6 }) }),
    )
    expect([errors(r), outcome(r, 'lesion')]).toEqual([[], 'to-confirm'])
  })

  it('is steroid into a joint that may be infected, crystals or not', () => {
    expect(after('hot-knee', act.give('triamcinolone', 'effusion', { ml: 1, mg: 40 }))).toEqual(['no-steroid'])
    expect(after('tense-oa', act.give('triamcinolone', 'effusion', { ml: 1, mg: 40 }))).toEqual([])
  })

  it('is an antibiotic before the tap in a stable patient, and the right act in shock', () => {
    const first = [...antibiotics, ...idealAttempt('hot-knee')]
    expect(errors(judge('hot-knee', first))).toEqual(['tap-first'])
    expect(outcome(judge('first-hour', idealAttempt('first-hour')), 'antibiotics-first')).toBe('met')
    expect(outcome(judge('first-hour', idealAttempt('first-hour')), 'tap-first')).toBe('not-applicable')
  })

  it('is the other knee', () => {
    expect(after('hot-knee', act.decide('side', 'left'))).toEqual(['right-side'])
  })

  it('is too much lidocaine for the weight: 4 mg/kg of 78 kg are 312 mg, but 200 mg is the most', () => {
    expect(after('hot-knee', act.give('lidocaine_2', 'fat', { ml: 9, mg: 180 }))).toEqual(['block-dose'])
    expect(after('hot-knee', act.give('lidocaine_2', 'fat', { ml: 5, mg: 100 }))).toEqual([])
  })

  it('is a needle through skin that was never prepared', () => {
    expect(after('hot-knee', [], (e) => e.kind === 'cover')).toEqual(['prepped-skin'])
  })

  it('is an unsterile needle or a field that was touched; painting again puts it right', () => {
    expect(after('hot-knee', act.enterSkin('syringe-20', { sterile: false }))).toEqual(['untouched'])
    const touched = act.contaminate('field')
    const again = [...touched, ...act.paint(), ...act.enterSkin('syringe-20')]
    expect(after('hot-knee', [...touched, ...act.enterSkin('syringe-20')])).toEqual(['untouched'])
    expect(after('hot-knee', again)).toEqual([])
  })

  it('is a needlestick, which also calls for help', () => {
    const r = judge('hot-knee', ideally('hot-knee', { add: act.complication('needlestick') }))
    expect([errors(r), outcome(r, 'call-help')]).toEqual([['needlestick'], 'missed'])
  })
})

describe('judgement between right and dangerous', () => {
  const lost = (id: string, change: Parameters<typeof ideally>[1]): string[] =>
    having(judge(id, ideally(id, change)), 'missed', 'partly')

  it('the needle is in the sharps box before the dressing', () => {
    const drop = (e: EvidenceEvent): boolean => e.kind === 'place'
    expect(lost('hot-knee', { drop })).toEqual(['sharps'])
  })

  it('a dry tap is met with simple things first, and with a plan', () => {
    const drop = (e: EvidenceEvent): boolean => e.object === 'dry_tap' || e.kind === 'fill'
    expect(lost('dry-tap', { drop })).toEqual(expect.arrayContaining(['dry-first', 'dry-plan']))
    expect(outcome(judge('hot-knee', idealAttempt('hot-knee')), 'dry-plan')).toBe('not-applicable')
  })

  it('the usual portal is not asked for where its skin is diseased', () => {
    const r = judge('cellulitis', idealAttempt('cellulitis'))
    expect([outcome(r, 'portal-away'), outcome(r, 'portal-choice')]).toEqual(['met', 'not-applicable'])
    expect([outcome(r, 'portal-lateral'), outcome(r, 'portal-superolateral')]).toEqual(['met', 'not-applicable'])
  })

  it('anaesthetic in the joint spoils the fluid', () => {
    const into = (site: string): EvidenceEvent[] => [
      ...act.layers('syringe-5', ['synovium', 'effusion']),
      ...act.give('lidocaine_1', site, { ml: 0.5, mg: 5 }),
    ]
    expect(lost('hot-knee', { add: into('effusion') })).toContain('block-outside')
  })

  it('a patient who feels faint is laid flat; one who faints needs help as well', () => {
    const warns = act.hears('feels_faint')
    expect(lost('hot-knee', { add: warns })).toEqual(['faint'])
    expect(lost('hot-knee', { add: [...warns, ...act.say('lie_down')] })).toEqual([])
    const faints = [...warns, ...act.complication('vasovagal'), ...act.say('lie_down')]
    expect(lost('hot-knee', { add: faints })).toEqual(['call-help'])
    expect(lost('hot-knee', { add: [...faints, ...act.say('call_help')] })).toEqual([])
  })

  it('hands are clean before gloves, gloves on before the prep; gloves after the prep count half', () => {
    const all = idealAttempt('hot-knee')
    const isGloves = (e: EvidenceEvent): boolean => e.values['choice'] === 'gloves'
    const rest = all.filter((e) => !isGloves(e))
    const at = rest.findIndex((e) => e.kind === 'cover') + 1
    const swapped = [...rest.slice(0, at), ...all.filter(isGloves), ...rest.slice(at)]
    expect(outcome(judge('hot-knee', swapped), 'hands-gloves')).toBe('partly')
    expect(outcome(judge('hot-knee', rest), 'hands-gloves')).toBe('missed')
  })
})
