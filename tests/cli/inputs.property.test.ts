import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CliError } from '../../src/cli/fail.ts'
import { parseInputs } from '../../src/cli/inputs/parse.ts'
import { resample } from '../../src/cli/inputs/resample.ts'
import { packTick, TICK_HZ, unpackTick, type CommandTable } from '../../src/sim/index.ts'

const HEADER = { procedure: 'fake', case: 'plain', seed: 7 }
const TABLE: CommandTable = [{ id: 'mark', args: { n: { kind: 'int', min: 0, max: 1000 } } }]
const file = (lines: readonly unknown[]): string => [HEADER, ...lines].map((l) => JSON.stringify(l)).join('\n')

const key = fc.constantFrom(
  't',
  'head',
  'left',
  'right',
  'foot',
  'do',
  'p',
  'q',
  'dial',
  'index',
  'curl',
  'tracked',
  'x',
)
const wild = fc.dictionary(
  key,
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }))),
)

it('whatever a line holds, it is read or refused with file and line, never anything else', () => {
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 4 }), (lines) => {
      try {
        parseInputs('in.jsonl', file(lines)).samples(TABLE)
      } catch (error) {
        expect(error).toBeInstanceOf(CliError)
        expect((error as CliError).message).toMatch(/^in\.jsonl:\d+: \S/)
      }
    }),
    { numRuns: 500 },
  )
})

const point = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -2, max: 2, noNaN: true })))
const sample = fc.record({
  t: fc.double({ min: 0, max: 2, noNaN: true }),
  p: point,
  squeeze: fc.double({ min: 0, max: 1, noNaN: true }),
})

it('every command fires once and in order, at ragged times too, and every tick can be packed and read back', () => {
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 40 }), (drawn) => {
      const ordered = drawn.slice().sort((a, b) => a.t - b.t)
      const lines = ordered.map(({ t, p, squeeze }, n) => ({
        t,
        left: { p, squeeze },
        do: [{ command: 'mark', args: { n } }],
      }))
      const ticks = [...resample(parseInputs('in.jsonl', file(lines)).samples(TABLE), TICK_HZ)].map((x) => x.input)
      expect(ticks.flatMap((t) => t.commands.map((c) => c.args['n']))).toEqual(lines.map((_, n) => n))
      for (const tick of ticks) {
        const back = unpackTick(packTick(tick, TABLE), TABLE)
        expect(back.left.pose === null).toBe(tick.left.pose === null)
        for (const i of [0, 1, 2] as const) {
          expect(Math.abs((back.left.pose?.p[i] ?? 0) - (tick.left.pose?.p[i] ?? 0))).toBeLessThan(5.1e-5)
        }
      }
    }),
    { numRuns: 100 },
  )
})
