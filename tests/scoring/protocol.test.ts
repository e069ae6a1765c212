import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CHECK_KINDS, missingFacts, parseProtocol, type Protocol } from '../../scoring/index.ts'
import { cited, criterion, guessed, protocolJson, refusal } from './builders.ts'

const FOLDER = `${import.meta.dirname}/../fixtures/protocols`
const happened = { kind: 'happened', event: { kind: 'say' } }
const value = (expect: unknown, more = {}): object => ({
  kind: 'value',
  measure: { value: 'depth_mm', of: { kind: 'enter' } },
  expect,
  ...more,
})

const read = (criterionJson: Readonly<Record<string, unknown>>, more = {}): Protocol =>
  parseProtocol(protocolJson([criterionJson], more))
const markOf = (check: unknown, more = {}, file = {}): string => {
  const [c] = read(criterion(check, more), file).criteria
  return c ? `${c.mark}: ${c.source}` : ''
}

it('G2: every protocol among the fixtures is read', () => {
  const files = readdirSync(FOLDER).filter((f) => f.endsWith('.json'))
  expect(files).toContain('example.json')
  for (const f of files) {
    const p = parseProtocol(JSON.parse(readFileSync(`${FOLDER}/${f}`, 'utf8')))
    expect(f).toBe(`${p.id}.json`)
    expect(p.criteria.length).toBeGreaterThan(0)
  }
})

it('G7: ids are used once, and every criterion belongs to a step', () => {
  expect(refusal(protocolJson([criterion(happened), criterion(happened)]))).toContain(
    'criteria[1].id: "c" is used twice',
  )
})

it('G8: every profile gives every value', () => {
  const title = { en: 'a', zh: 'b' }
  const profiles = [
    { id: 'CN', title, values: { dose: cited(4) } },
    { id: 'WHO', title },
  ]
  expect(refusal(protocolJson([criterion(happened)], { profiles }))).toContain(
    'profiles[1].values: the value "dose" is missing',
  )
})

it('G9: only a signed protocol may set bands, and never by a placeholder', () => {
  const by = [{ name: 'Zhao', date: '2026-01-31', read: 'every number' }]
  const bands = (n: unknown): object => ({ bands: { overall: { competent: n, developing: cited(60) } } })
  const json = (state: string, n: unknown): unknown =>
    protocolJson([criterion(happened)], { review: { state, by }, ...bands(n) })
  expect(refusal(json('reviewed', cited(80)))).toContain('bands: got cuts in a protocol that is reviewed')
  expect(refusal(json('signed', guessed(80)))).toContain(
    'bands.overall.competent: got "placeholder", expected the mark source or panel',
  )
  expect(refusal(json('signed', cited(80)))).toBe('accepted')
})

it('G11: a bare whole number is part of the rule where things are counted', () => {
  const count = (n: unknown): object => ({ kind: 'count', event: { kind: 'say' }, expect: { exactly: n } })
  expect(markOf(count(6))).toBe('rule: ')
  expect(refusal(protocolJson([criterion(count(13))]))).toContain('check.expect.exactly: got 13 without a mark')
  expect(refusal(protocolJson([criterion(count(1.5))]))).toContain('check.expect.exactly: got 1.5 without a mark')
})

it('G13: a criterion shows the weakest mark of its numbers, and cites all of them', () => {
  const panel = { value: 3, mark: 'panel', panel: 'P' }
  const when = { fact: 'weight_kg', below: guessed(3) }
  const title = { en: 'a', zh: 'b' }
  const profiles = [
    { id: 'CN', title, values: { dose: cited(4) } },
    { id: 'WHO', title, values: { dose: guessed(5) } },
  ]
  expect(markOf(happened)).toBe('rule: ')
  expect(markOf(happened, { basis: { mark: 'source', source: 'B' } })).toBe('source: Author B 2021')
  expect(markOf(value({ at_most: cited(3) }), { basis: { mark: 'source', source: 'B' } })).toBe(
    'source: Author B 2021; Author A 2020',
  )
  expect(markOf(value({ between: [cited(1), panel] }))).toContain('panel: ')
  expect(markOf(value({ at_most: cited(3) }, { partly: { tolerance: guessed(1) } }))).toContain('placeholder: ')
  expect(markOf(happened, { when })).toContain('placeholder: ')
  expect(markOf(value({ at_most: cited('dose*weight_kg') }), {}, { profiles })).toContain('placeholder: ')
  expect(markOf(value({ at_most: { profile: 'dose' } }), {}, { profiles })).toContain('placeholder: ')
})

it('G14: a placeholder may not make a critical error, wherever it stands', () => {
  const critical = { critical: true }
  const refused = 'a placeholder may not make a critical error'
  expect(refusal(protocolJson([criterion(value({ at_most: guessed(3) }), critical)]))).toContain(
    `criteria[0].check.expect.at_most: ${refused}`,
  )
  const when = { fact: 'weight_kg', below: guessed(3) }
  expect(refusal(protocolJson([criterion(happened, { ...critical, when })]))).toContain(
    `criteria[0].when.below: ${refused}`,
  )
  const title = { en: 'a', zh: 'b' }
  const profiles = [{ id: 'CN', title, values: { dose: guessed(4) } }]
  const formula = criterion(value({ at_most: cited('2*dose') }), critical)
  expect(refusal(protocolJson([formula], { profiles }))).toContain(refused)
  expect(refusal(protocolJson([criterion(value({ at_most: cited(3) }), critical)]))).toBe('accepted')
  expect(refusal(protocolJson([criterion(happened, critical)]))).toBe('accepted')
})

it('G49: a critical error that rests on pose says how far inside it was', () => {
  const more = { critical: true, needs: ['place'] }
  expect(refusal(protocolJson([criterion(happened, more)]))).toContain('needs "margin"')
  expect(refusal(protocolJson([criterion(happened, { ...more, margin: 'inside_mm' })]))).toBe('accepted')
})

it('the closed list of kinds is the one that the grammar describes', () => {
  const grammar = readFileSync(`${import.meta.dirname}/../../scoring/GRAMMAR.md`, 'utf8')
  for (const kind of CHECK_KINDS) expect(grammar).toContain(`\`${kind}\``)
  expect(CHECK_KINDS).toHaveLength(12)
})

it('facts that a case lacks are listed', () => {
  expect(missingFacts(read(criterion(happened)), { weight_kg: 3, kind_of: 'x' })).toEqual(['prosthesis'])
})
