import { describe, expect, it } from 'vitest'
import { applicableSteps, grade, parseProtocol, progressOf, type EvidenceEvent } from '../../scoring/index.ts'
import { findProcedure } from '../../scenes/index.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { cited, criterion, DEVICE, event, evidence, FACTS, protocolJson, report } from './builders.ts'

const say = (object: string): object => ({ kind: 'say', object })
const said = (t: number, object: string): EvidenceEvent => event('say', t, { subject: 'learner', object })
const happened = (object: string): object => ({ kind: 'happened', event: say(object) })

describe('G60: the steps of a case', () => {
  const applies = (when: object, facts = {}): boolean => {
    const protocol = parseProtocol(protocolJson([criterion(happened('a'), { when })]))
    return applicableSteps(protocol, { ...FACTS, ...facts }, DEVICE, 'CN').has('1')
  }

  it.each([
    [{ fact: 'prosthesis', is: false }, true],
    [{ fact: 'prosthesis', is: true }, false],
    [{ fact: 'weight_kg', below: cited(3) }, false],
    [{ profile: 'CN' }, true],
    [{ choice: 'block', is: ['yes'] }, true],
    [{ event: { kind: 'enter' } }, true],
    [{ not: { event: { kind: 'enter' } } }, true],
    [{ not: { fact: 'prosthesis', is: false } }, false],
    [{ all: [{ event: { kind: 'enter' } }, { fact: 'prosthesis', is: true }] }, false],
    [{ any: [{ event: { kind: 'enter' } }, { fact: 'prosthesis', is: true }] }, true],
    [
      {
        any: [
          { fact: 'weight_kg', below: cited(3) },
          { fact: 'prosthesis', is: true },
        ],
      },
      false,
    ],
    [{ not: { all: [{ event: { kind: 'enter' } }, { fact: 'prosthesis', is: false }] } }, true],
    [{ not: { any: [{ event: { kind: 'enter' } }, { fact: 'prosthesis', is: false }] } }, false],
  ])('%j: %s', (when, want) => {
    expect(applies(when)).toBe(want)
  })

  const knee = findProcedure('knee-aspiration')
  const protocol = parseProtocol(protocolOf(knee.id))

  it('agree with grading: what applies before anything was done belongs to the case', () => {
    for (const c of knee.cases) {
      const steps = applicableSteps(protocol, c.facts, DEVICE, 'CN')
      const { criteria } = grade(protocol, c.facts, evidence([]), DEVICE)
      const lacking = criteria.filter((r) => r.reason !== 'condition' && !steps.has(r.step))
      expect(lacking.map((r) => r.id)).toEqual([])
    }
  })

  it('leave "stop and refer" out of a case that is to be tapped, and the needle out of one that is not', () => {
    const stepsOf = (indicated: boolean): ReadonlySet<string>[] =>
      knee.cases
        .filter((c) => c.facts['tap_indicated'] === indicated)
        .map((c) => applicableSteps(protocol, c.facts, DEVICE, 'CN'))
    expect(stepsOf(true).length).toBeGreaterThan(0)
    expect(stepsOf(false).length).toBeGreaterThan(0)
    for (const steps of stepsOf(true)) {
      expect(steps.has('refer')).toBe(false)
      for (const id of ['team', '1', '2', '8']) expect(steps.has(id)).toBe(true)
    }
    for (const steps of stepsOf(false)) {
      expect(steps.has('refer')).toBe(true)
      expect(steps.has('3')).toBe(false)
    }
  })
})

describe('G61: what is certain of a step', () => {
  const progress = (criteria: readonly object[], events: readonly EvidenceEvent[]): string | undefined => {
    const list = criteria.map((c, i) => ({ ...c, id: `c${i}` }))
    const { criteria: rows } = report(list, evidence(events))
    return progressOf(parseProtocol(protocolJson(list)), rows)['1']
  }
  const team = [
    criterion(happened('hello')),
    criterion(happened('result')),
    criterion({ kind: 'k_of', k: { value: 2, mark: 'rule' }, checks: [happened('name'), happened('birth')] }),
  ]
  const order = criterion({ kind: 'order', first: say('consent'), next: { kind: 'enter' } })
  const angle = criterion({
    kind: 'value',
    measure: { value: 'angle_deg', of: { kind: 'measure' } },
    expect: { between: [cited(20), cited(30)] },
  })

  it('is ahead while nothing of it is done, though everything is missing', () => {
    expect(progress(team, [])).toBe('ahead')
    expect(progress(team, [said(1, 'elsewhere')])).toBe('ahead')
  })

  it('is begun while the rest can still be done, and done with the last of it', () => {
    expect(progress(team, [said(1, 'hello')])).toBe('begun')
    expect(progress(team, [said(1, 'hello'), said(2, 'name')])).toBe('begun')
    const all = ['hello', 'name', 'birth', 'result'].map((w, i) => said(i, w))
    expect(progress(team, all)).toBe('done')
  })

  it('is partly done once something was judged that nothing makes good', () => {
    expect(progress([order, ...team], [event('enter', 1), said(2, 'consent')])).toBe('partly')
    expect(progress([angle], [event('measure', 1, { values: { angle_deg: 45 } })])).toBe('partly')
    expect(progress([angle], [event('measure', 1, { values: { angle_deg: 25 } })])).toBe('done')
    expect(progress([order], [said(1, 'consent'), event('enter', 2)])).toBe('done')
  })
})
