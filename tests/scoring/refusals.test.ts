// G2: a protocol is refused with the path, what it got and what it expected.
import { expect, it } from 'vitest'
import { cited, criterion, guessed, protocolJson, refusal } from './builders.ts'

const happened = { kind: 'happened', event: { kind: 'say' } }
const value = (expect: unknown): object => ({
  kind: 'value',
  measure: { value: 'depth_mm', of: { kind: 'enter' } },
  expect,
})

const bad = (check: unknown): string => refusal(protocolJson([criterion(happened), criterion(check, { id: 'd' })]))

it.each([
  [value({ between: ['x', cited(2)] }), 'criteria[1].check.expect.between[0]: got "x", expected an object'],
  [value({ between: [cited(1)] }), 'criteria[1].check.expect.between: got a list of 1, expected a list of 2'],
  [value({ between: [cited(5), cited(2)] }), 'criteria[1].check.expect: got 5..2, expected a lower bound'],
  [value({}), 'criteria[1].check.expect: got no bound, expected between'],
  [value({ at_least: 0, above: 0 }), 'criteria[1].check.expect: got at_least+above, expected one lower'],
  [value({ exactly: 0, at_most: 0 }), 'criteria[1].check.expect: got at_most+exactly'],
  [value({ at_most: 5 }), 'criteria[1].check.expect.at_most: got 5 without a mark; write {"value": 5, "mark":'],
  [
    value({ at_most: { value: 5, mark: 'source' } }),
    'criteria[1].check.expect.at_most: the mark is source, but "source" is missing',
  ],
  [
    value({ at_most: { value: 5, mark: 'source', source: 'Z' } }),
    'at_most.source: got "Z", expected a key of "sources"',
  ],
  [value({ at_most: { value: 5, mark: 'panel', panel: 'Q' } }), 'at_most.panel: got "Q", expected a key of "panels"'],
  [
    value({ at_most: { value: 5, mark: 'guess' } }),
    'at_most.mark: got "guess", expected one of source, panel, placeholder, rule',
  ],
  [value({ at_most: { value: 5, mark: 'rule' } }), 'at_most: got 5 without a mark'],
  [value({ at_most: guessed('2*height') }), 'at_most.value: got the name "height", expected a name from "facts"'],
  [value({ at_most: guessed('2*') }), 'at_most.value: got the end in a formula'],
  [
    value({ at_most: { value: Infinity, mark: 'placeholder' } }),
    'at_most.value: got Infinity, expected a finite number',
  ],
  [value({ at_most: { profile: 'dose' } }), 'at_most.profile: got "dose", expected a name of the profiles'],
  [{ kind: 'guess' }, 'criteria[1].check.kind: got "guess", expected one of happened, count, value'],
  [{ ...happened, mood: 1 }, 'criteria[1].check: unknown key "mood", known keys: kind, event, expect'],
  [{ kind: 'happened' }, 'criteria[1].check: the key "event" is missing; add it'],
  [{ kind: 'happened', event: { kind: 'explode' } }, 'criteria[1].check.event.kind: got "explode"'],
  [{ kind: 'happened', event: [] }, 'criteria[1].check.event: got a list of 0, expected a list of 1 to 24'],
  [
    { kind: 'happened', event: { kind: 'say', object: 'A b' } },
    'criteria[1].check.event.object: got "A b", expected an id of small letters, digits, hyphens',
  ],
  [
    { kind: 'happened', event: { kind: 'dispense', subject: '-syringe' } },
    'criteria[1].check.event.subject: got "-syringe", expected an id',
  ],
  [
    { kind: 'happened', event: { kind: 'enter', where: { 'depth-mm': true } } },
    'criteria[1].check.event.where: got "depth-mm", expected a name',
  ],
  [{ kind: 'choice', about: 'a', right: ['x'], partly: ['x'] }, 'criteria[1].check.partly: "x" is also in "right"'],
  [{ kind: 'any', checks: [] }, 'criteria[1].check.checks: got a list of 0'],
  [
    { kind: 'duration', from: { kind: 'say' }, to: { kind: 'say' }, expect: { at_least: 0 } },
    'the key "clock" is missing',
  ],
  [
    { kind: 'extreme', measure: { take: 'max' }, expect: { at_most: 0 } },
    'check.measure: got no "channel" and no "value"',
  ],
  [
    { kind: 'extreme', measure: { channel: 'a', take: 'sum' }, expect: { at_most: 0 } },
    'check.measure.take: got "sum"',
  ],
  [
    { kind: 'value', measure: {}, expect: { at_most: 0 } },
    'check.measure: got an object, expected an object with one of value',
  ],
])('G2: the check %# is refused: %j', (check, message) => {
  expect(bad(check)).toContain(`ProtocolError `)
  expect(bad(check)).toContain(message)
})

it.each([
  [{ weight: -1 }, 'criteria[0].weight: got -1, expected a weight from 0 to 100'],
  [{ step: '9' }, 'criteria[0].step: got "9", expected the id of a step'],
  [{ part: 'luck' }, 'criteria[0].part: got "luck", expected one of result, conduct'],
  [{ needs: ['luck'] }, 'criteria[0].needs[0]: got "luck", expected one of place'],
  [{ when: { fact: 'age', is: true } }, 'criteria[0].when.fact: got "age", expected a name from "facts"'],
  [{ when: { profile: 'WHO' } }, 'criteria[0].when.profile: got "WHO", expected the id of a profile'],
  [{ when: { mood: 1 } }, 'criteria[0].when: got an object, expected an object with one of fact'],
  [{ when: { fact: 'prosthesis', is: true, at_most: 0 } }, 'criteria[0].when: got "is" and bounds'],
  [{ basis: { mark: 'placeholder' } }, 'criteria[0].basis.mark: got "placeholder", expected source or rule'],
  [{ margin: 'depth' }, 'criteria[0].margin: got "depth", expected a value that ends in _mm or _deg'],
  [{ per: { take: 'worst' } }, 'criteria[0].per.each: got nothing'],
  [{ per: { by: 'pass', take: 'worst' } }, 'criteria[0].per.among: got nothing'],
  [
    { per: { by: 'pass', among: { kind: 'say' }, each: { kind: 'say' }, take: 'worst' } },
    'criteria[0].per: got "by" with',
  ],
  [{ per: { each: { kind: 'say' }, take: 'mean' } }, 'criteria[0].per.take: got mean of a check of kind happened'],
  [
    { per: { each: { kind: 'say' }, take: 'best', expect: { at_most: 0 } } },
    'criteria[0].per.expect: only "take": "count"',
  ],
  [{ feedback: { met: { en: 'x' }, missed: { en: 'x', zh: 'y' } } }, 'the key "zh" is missing; add it'],
  [{ title: { en: ' ', zh: 'x' } }, 'criteria[0].title.en: got " ", expected a text that is not empty'],
])('G2: a criterion is refused (%#): %j', (more, message) => {
  expect(refusal(protocolJson([criterion(happened, more)]))).toContain(message)
})

const P = { en: 'a', zh: 'b' }
it.each([
  [{ format: 2 }, 'format: got 2, expected at most 1; this protocol needs a newer program'],
  [{ version: 1.5 }, 'version: got 1.5, expected a whole number'],
  [{ scope: { level: 'moon' } }, 'scope.level: got "moon"'],
  [{ review: { state: 'signed', by: [] } }, 'review.by: the state is signed, but nobody is named'],
  [
    { review: { state: 'signed', by: [{ name: 'A', date: 'x', read: 'all' }] } },
    'review.by[0].date: got "x", expected a date',
  ],
  [{ sources: { 'a,b': 'x' } }, 'sources: got the key "a,b", expected one without a comma'],
  [{ profiles: [] }, 'profiles: got a list of 0'],
  [{ profiles: [{ id: 'cn', title: P }] }, 'profiles[0].id: got "cn", expected 2 to 12 capital letters'],
  [{ steps: [{ id: '1', title: P, mode: 'dreamt' }] }, 'steps[0].mode: got "dreamt"'],
  [{ mood: 1 }, 'protocol: unknown key "mood"'],
  [{ motion: [{ id: 'm', metric: 'grace', channels: ['x'] }] }, 'motion[0].metric: got "grace"'],
])('G2: a file is refused (%#): %j', (more, message) => {
  expect(refusal(protocolJson([criterion(happened)], more))).toContain(message)
})

it('G2: a value that is no protocol at all', () => {
  expect(refusal(null)).toBe('ProtocolError protocol: got null, expected an object')
  expect(refusal([])).toContain('got a list of 0, expected an object')
  expect(refusal({})).toContain('the key "format" is missing; add "format": 1')
})

it('G2: checks, conditions and measures that are nested too deep are refused', () => {
  let [check, when, measure]: [unknown, unknown, unknown] = [
    happened,
    { event: { kind: 'say' } },
    { count: { kind: 'say' } },
  ]
  for (let i = 0; i < 1000; i++) {
    check = { kind: 'all', checks: [check] }
    when = { not: when }
    measure = { difference: [measure, { count: { kind: 'say' } }] }
  }
  expect(refusal(protocolJson([criterion(check)]))).toContain('nested deeper than 6; simplify it')
  expect(refusal(protocolJson([criterion(happened, { when })]))).toContain('nested deeper than 6; simplify it')
  const deep = criterion({ kind: 'value', measure, expect: { at_most: 0 } })
  expect(refusal(protocolJson([deep]))).toContain('nested deeper than 8; simplify it')
})
