import { describe, expect, it } from 'vitest'
import { findProcedure, linesOf } from '../../../scenes/index.ts'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { captionOf } from '../../../src/app/room/Captions.tsx'

const said = (subject: string, object: string): EvidenceEvent => ({
  tick: 1,
  clinical_s: 0,
  kind: 'say',
  subject,
  object,
  values: {},
})
const { cases } = findProcedure('knee-aspiration')
const none = {}

describe('captions', () => {
  it('give every line of the patient in both languages', () => {
    for (const { id, text } of linesOf()) expect(captionOf(said('patient', id), none)).toEqual({ who: 'patient', text })
  })

  it('let the patient of each case say who they are, as the record has it', () => {
    for (const c of cases) {
      const text = captionOf(said('patient', 'identity'), c)?.text
      expect(text).toEqual(c.record?.['identity'])
      expect(text?.en.length).toBeGreaterThan(10)
    }
  })

  it('give nothing of what the learner says, and nothing of other events', () => {
    expect(captionOf(said('learner', 'greets'), none)).toBeNull()
    expect(captionOf({ ...said('patient', 'greets'), kind: 'choose' }, none)).toBeNull()
    expect(captionOf(said('patient', 'unheard_of'), none)).toBeNull()
  })
})
