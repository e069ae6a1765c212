import { expect, it } from 'vitest'
import { roundToStep, validateEvidence, type EvidenceEvent, type EvidenceWords } from '../../scoring/index.ts'
import { event } from './builders.ts'

const WORDS: EvidenceWords = {
  subjects: ['needle'],
  objects: ['skin'],
  sites: ['knee'],
  values: { depth_mm: { unit: 'mm', step: 0.01 }, angle_deg: { unit: 'deg', step: 0.1 }, pass: { unit: '1', step: 1 } },
  texts: { verb: ['hold'] },
  flags: ['held'],
  limits: [],
}

it('G3: an event in declared words is valid', () => {
  const values = { depth_mm: 12.34, angle_deg: 0.3, pass: 2, verb: 'hold', held: true }
  expect(validateEvidence(WORDS, event('enter', 1, { object: 'skin', site: 'knee', values }))).toEqual([])
})

it.each([
  [{ subject: 'spoon' }, 'subject: got "spoon", expected one of the declared subjects; declare it in the manifest'],
  [{ object: 'moon' }, 'object: got "moon"'],
  [{ site: 'moon' }, 'site: got "moon"'],
  [{ values: { depth_mm: 1.234 } }, 'values.depth_mm: got 1.234, expected a multiple of 0.01 mm such as 1.23'],
  [{ values: { depth_mm: NaN } }, 'values.depth_mm: got NaN, expected a finite number'],
  [{ values: { speed: 1 } }, 'values.speed: the number is not declared'],
  [{ values: { verb: 'kick' } }, 'values.verb: got "kick"'],
  [{ values: { word: 'x' } }, 'values.word: the text is not declared'],
  [{ values: { constructor: 1 } }, 'values.constructor: the number is not declared'],
  [{ values: { lost: true } }, 'values.lost: got "lost"'],
  [{ tick: 1.5 }, 'tick: got 1.5'],
  [{ clinical_s: -1 }, 'clinical_s: got -1'],
  [{ kind: 'explode' }, 'kind: got "explode"'],
])('G3: %j is refused with the path and what was expected', (more, message) => {
  const errors = validateEvidence(WORDS, { ...event('enter', 1), ...more } as unknown as EvidenceEvent)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(message)
})

it('G3: every multiple of a step is on the grid, whatever its binary form', () => {
  for (let i = -3000; i <= 3000; i++) {
    expect(roundToStep(i * 0.01, 0.01)).toBe(i === 0 ? 0 : i / 100)
    expect(validateEvidence(WORDS, event('enter', 0, { values: { angle_deg: roundToStep(i * 0.1, 0.1) } }))).toEqual([])
  }
  expect(roundToStep(1.23456, 0.01)).toBe(1.23)
  expect(Object.is(roundToStep(-0.001, 0.01), 0)).toBe(true)
  expect(roundToStep(7.4, 5)).toBe(5)
})
