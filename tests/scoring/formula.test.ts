import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateFormula, formulaNames, parseFormula, type Formula } from '../../scoring/formula.ts'
import { ProtocolError } from '../../scoring/index.ts'

const value = (source: string, facts: Readonly<Record<string, number>> = {}): number =>
  evaluateFormula(parseFormula(source, 'here'), (n) => facts[n] ?? NaN)

it.each([
  ['2.2*weight_kg+6.89', 14.59],
  ['1+2*3-4/2', 5],
  ['(1+2)*-3', -9],
  ['min(4*weight_kg, 200)', 14],
  ['max(1, 2, weight_kg)', 3.5],
  ['10-3-2', 5],
  ['12/3/2', 2],
  ['--2', 2],
  [' 1 ', 1],
])('G5: %s is read as arithmetic is', (source, want) => {
  expect(value(source, { weight_kg: 3.5 })).toBeCloseTo(want, 12)
})

it('G5: names are listed, so that a protocol can refuse unknown ones', () => {
  expect(formulaNames(parseFormula('a+min(b, 2*c)/(d-1)', 'here'))).toEqual(['a', 'b', 'c', 'd'])
})

it.each([
  ['', 'got the end in a formula'],
  ['2*', 'got the end in a formula'],
  ['2 weight', 'got "weight" in a formula, expected the end'],
  ['process.exit()', 'got ".exit()" in a formula'],
  ['a[0]', 'got "[0]" in a formula'],
  ['2**3', 'got "*" in a formula'],
  ['1e5', 'got "e5" in a formula, expected the end'],
  ['min()', 'got ")" in a formula'],
  ['(1', 'got the end in a formula, expected ")"'],
  ['('.repeat(60), 'nested deeper than 24'],
  ['-'.repeat(60), 'nested deeper than 24'],
  ['1+'.repeat(150), 'got 300 characters, expected at most 200'],
])('G5: %j is refused', (source, message) => {
  expect(() => parseFormula(source, 'here')).toThrow(message)
})

function written(f: Formula): string {
  if (f.op === 'number') return String(f.value)
  if (f.op === 'name') return f.name
  if ('items' in f) return `${f.op}(${f.items.map(written).join(',')})`
  return `(${written(f.a)}${f.op}${written(f.b)})`
}

it('G5: what is written out reads back as the same tree', () => {
  const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.record({ op: fc.constant('number' as const), value: fc.nat(999) }),
      fc.record({ op: fc.constant('name' as const), name: fc.constantFrom('a', 'weight_kg') }),
      fc.record({
        op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        a: tie('tree'),
        b: tie('tree'),
      }),
    ),
  }))
  fc.assert(
    fc.property(tree, (f) => {
      expect(parseFormula(written(f), 'here')).toEqual(f)
    }),
    { numRuns: 300, seed: 1 },
  )
})

it('G5: any text gives a formula or a ProtocolError', () => {
  const chars = fc.string({ unit: fc.constantFrom(...'0123.+-*/(), abminx_'.split('')), maxLength: 30 })
  fc.assert(
    fc.property(chars, (s) => {
      try {
        parseFormula(s, 'here')
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError)
      }
    }),
    { numRuns: 2000, seed: 2 },
  )
})
