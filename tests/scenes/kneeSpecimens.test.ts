// Containers, ampoules and what is said after a steroid: written attempts with one act otherwise.
import { expect, it } from 'vitest'
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { act, idealAttempt, ideally } from './kneeAttempts.ts'
import { having, judge, outcome } from './kneeJudged.ts'

it('each test has its own container: the same tube three times is none, a culture bottle does for the pot', () => {
  const tube = (e: EvidenceEvent): boolean => e.kind === 'dispense' && e.object?.startsWith('tube-') === true
  const into = (...tubes: string[]): EvidenceEvent[] => tubes.flatMap(act.tube)
  const filled = (...tubes: string[]): string | undefined => {
    const events = ideally('hot-knee', { drop: tube })
    const at = events.findIndex((e) => e.kind === 'exit' && e.subject === 'syringe-50')
    const done = [...events.slice(0, at), ...into(...tubes), ...events.slice(at)]
    return outcome(judge('hot-knee', done), 'tubes')
  }
  expect(filled('tube-edta', 'tube-edta', 'tube-edta')).toBe('missed')
  expect(filled('tube-edta', 'tube-plain', 'culture')).toBe('met')
  expect(filled('tube-edta', 'tube-plain')).toBe('partly')
  expect(filled('culture', 'tube-sterile', 'tube-plain')).toBe('partly')
})

it('a container that is filled for a test that nobody ordered counts for nothing', () => {
  const unordered = (e: EvidenceEvent): boolean => e.kind === 'order' && e.object === 'gram_culture'
  expect(outcome(judge('hot-knee', ideally('hot-knee', { drop: unordered })), 'tubes')).toBe('partly')
})

it('weight and label are known before the anaesthetic is drawn up; one of the two counts half', () => {
  const label = (e: EvidenceEvent): boolean => e.values['choice'] === 'read_label'
  const weight = (e: EvidenceEvent): boolean => e.values['field'] === 'weight'
  const judged = (drop: (e: EvidenceEvent) => boolean): string | undefined =>
    outcome(judge('tense-oa', ideally('tense-oa', { drop })), 'label-read')
  expect(judged(label)).toBe('partly')
  expect(judged((e) => label(e) || weight(e))).toBe('missed')
  expect(judged((e) => label(e) || (e.kind === 'fill' && e.object === 'lidocaine_1'))).toBe('not-applicable')
})

it('whoever was given a steroid for a reason is told of the three months before a joint replacement', () => {
  const drop = (e: EvidenceEvent): boolean => e.object === 'warn_replacement'
  expect(having(judge('tense-oa', ideally('tense-oa', { drop })), 'missed', 'partly')).toEqual(['replacement'])
  expect(outcome(judge('hot-knee', idealAttempt('hot-knee')), 'replacement')).toBe('not-applicable')
})
