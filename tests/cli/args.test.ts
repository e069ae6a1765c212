import { describe, expect, it } from 'vitest'
import { need, numberOption, parseArgs, vectorOption, wholeOption, type ArgSpec } from '../../src/cli/args.ts'
import { CliError, explain } from '../../src/cli/fail.ts'

const SPEC: ArgSpec = { usage: 'probe P --from x,y,z', positional: ['P'], options: ['from', 'seed'], flags: ['https'] }
const parse = (...words: string[]) => parseArgs(SPEC, words)

const statusOf = (run: () => unknown): number | undefined => {
  try {
    run()
  } catch (error) {
    return error instanceof CliError ? error.status : -1
  }
  return undefined
}

describe('a command line', () => {
  it('reads words, options in both spellings, and flags', () => {
    const args = parse('knee', '--from', '-0.1,0,2', '--seed=4', '--json', '--https')
    expect(args.positional).toEqual(['knee'])
    expect(vectorOption(args, 'from')).toEqual([-0.1, 0, 2])
    expect(wholeOption(args, 'seed')).toBe(4)
    expect([...args.flags]).toEqual(['json', 'https'])
  })

  it('exits with 2 for what it does not know and for what is missing', () => {
    expect(statusOf(() => parse('knee', '--fro', '1,2,3'))).toBe(2)
    expect(statusOf(() => parse())).toBe(2)
    expect(statusOf(() => parse('knee', 'child'))).toBe(2)
    expect(statusOf(() => parse('knee', '--from'))).toBe(2)
    expect(statusOf(() => need(parse('knee'), 'from'))).toBe(2)
    expect(statusOf(() => numberOption(parse('knee', '--seed', 'many'), 'seed'))).toBe(2)
    expect(statusOf(() => wholeOption(parse('knee', '--seed', '1.5'), 'seed'))).toBe(2)
    expect(statusOf(() => vectorOption(parse('knee', '--from', '1,2'), 'from'))).toBe(2)
    expect(statusOf(() => vectorOption(parse('knee', '--from', '1,,2'), 'from'))).toBe(2)
  })
})

describe('an error', () => {
  it('is one line that says what is wrong', () => {
    expect(explain(new CliError(1, 'in.jsonl:3:\n  left'))).toEqual({ line: 'in.jsonl:3:; left', status: 1 })
    const sim = Object.assign(new Error('tick 4: malformed'), { name: 'SimError' })
    expect(explain(sim)).toEqual({ line: 'tick 4: malformed', status: 1 })
    expect(explain(new TypeError('x is not a function')).line).toMatch(
      /^unexpected failure: x is not a function \(at .*\)/,
    )
  })
})
