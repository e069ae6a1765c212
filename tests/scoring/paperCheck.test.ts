// The grammar holds what medicine asks: each step and each never-event of five published procedures, no row left over.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { grade, parseProtocol, type Protocol } from '../../scoring/index.ts'
import { DEVICE, evidence } from './builders.ts'

const read = (id: string): Protocol =>
  parseProtocol(JSON.parse(readFileSync(`${import.meta.dirname}/../fixtures/protocols/${id}.json`, 'utf8')))

const upTo = (n: number, ...more: string[]): string[] => [
  ...Array.from({ length: n }, (_, i) => String(i + 1)),
  ...more,
]

interface Paper {
  readonly steps: readonly string[]
  /** Each never-event or listed error of the source, with the criterion that stands for it and whether it is critical. */
  readonly errors: Readonly<Record<string, readonly [string, boolean]>>
}

const PAPER: Readonly<Record<string, Paper>> = {
  'knee-aspiration': {
    steps: upTo(15),
    errors: {
      'needle through cellulitis, plaque or broken skin': ['lesion', true],
      'prosthetic knee tapped outside orthopaedics': ['prosthesis-referred', true],
      'antibiotics before the tap in a stable patient': ['tap-first', true],
      'steroid before sepsis is excluded': ['no-steroid', true],
      'breach of asepsis': ['untouched', true],
      'needle through unprepared skin': ['prepped-skin', true],
      'wrong side or patient': ['right-knee', true],
      needlestick: ['needlestick', true],
    },
  },
  'plate-fixation': {
    steps: upTo(15, '3b'),
    errors: {
      'nerve or vessel beyond the far cortex': ['vessel', true],
      'drill runs outside the sleeve or near a hand': ['off-bone', true],
      'heat necrosis': ['heat', false],
      stripping: ['stripped', false],
      'stripping that nobody noticed': ['strip-seen', true],
      'short or long screw': ['monocortical', false],
      'broken bit': ['bit-whole', false],
    },
  },
  'supracondylar-pinning': {
    steps: upTo(15),
    errors: {
      'ulnar nerve injury': ['ulnar-nerve', true],
      'medial wire blind in hyperflexion': ['medial-guarded', true],
      'six entries omitted': ['six-entries', true],
      'loss of fixation': ['fixation', false],
      'repeated passes': ['physis-passes', false],
      'cubitus varus': ['varus', false],
      'ischaemia: missed pulse': ['white-hand', false],
      'ischaemia: tight cast on a swollen limb': ['swollen-tight', true],
      'compartment signs on the ward': ['ward-signs', false],
      'open conversion': ['open-asked', false],
      'late complication of a nerve: medial wire only when needed': ['medial-only', false],
    },
  },
  'intraosseous-access': {
    steps: upTo(19),
    errors: {
      'needle in growth plate or joint': ['plate-joint', true],
      'through and through': ['through', true],
      'infusing into a swelling limb': ['infuse-swelling', true],
      'fractured or infected bone used': ['limb', true],
      'previously punctured bone used': ['same-bone', true],
      'hand behind the site': ['hand-behind', true],
      '25 mm needle at 6 months or younger': ['needle-size', true],
      'drug before position is confirmed': ['confirmed-before-drug', true],
      'drilling without the mark check': ['mark-checked', true],
    },
  },
  'infant-lumbar-puncture': {
    steps: upTo(20),
    errors: {
      'puncture with a contraindication': ['no-contraindication', true],
      'antibiotics held over 30 min': ['antibiotics-held', true],
      'entry above L3-4': ['above', true],
      'skin crossed without stylet': ['stylet-skin', true],
      'falling saturation ignored': ['airway', true],
      'redirecting while deep': ['deep-redirect', true],
      'sterility broken and not corrected': ['sterile', true],
      'aspirating with a syringe': ['no-suction', true],
      'anaesthetic above 4 mg/kg': ['lidocaine-max', true],
    },
  },
}
const TEAM = ['say-who', 'two-items', 'brief', 'call-help', 'tell-result', 'sbar']

describe.each(Object.entries(PAPER))('%s', (id, paper) => {
  const protocol = read(id)

  it('has every step of its source, and a criterion for each', () => {
    const steps = protocol.steps.map((s) => s.id)
    expect([...steps].sort()).toEqual([...paper.steps, 'team'].sort())
    const judged = new Set(protocol.criteria.map((c) => c.step))
    expect(steps.filter((s) => !judged.has(s))).toEqual([])
  })

  it('has a criterion for each never-event, and no critical one that rests on a guess', () => {
    const rows = Object.values(paper.errors).map(([name, critical]) => {
      const found = protocol.criteria.find((c) => c.id === name)
      return [name, found?.critical, critical]
    })
    expect(rows.filter(([, got, want]) => got !== want)).toEqual([])
    expect(protocol.criteria.filter((c) => c.critical && c.mark === 'placeholder')).toEqual([])
  })

  it('asks for the six acts towards patient and team', () => {
    const team = protocol.criteria.filter((c) => c.step === 'team').map((c) => c.id)
    expect(TEAM.filter((act) => !team.includes(act))).toEqual([])
  })

  it('is a draft that sets no band, and grades an empty attempt as needing work', () => {
    const facts = Object.fromEntries(
      [...protocol.facts].map((f) => [f, /_kg|_cm|_mm|_ml|_deg|_months|gartland/.test(f) ? 3 : false]),
    )
    const r = grade(protocol, facts, evidence([]), DEVICE)
    expect(r).toMatchObject({ band: 'not-set', passed: null, provisional_band: 'needs-work' })
    expect(r.score).toBeLessThan(50)
    expect(r.criteria).toHaveLength(protocol.criteria.length)
  })
})
