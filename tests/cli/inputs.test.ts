import { describe, expect, it } from 'vitest'
import { parseInputs, type Sample } from '../../src/cli/inputs/parse.ts'
import { resample } from '../../src/cli/inputs/resample.ts'
import { EMPTY_TICK, TICK_HZ, type CommandTable, type TickInput } from '../../src/sim/index.ts'

const HEADER = { procedure: 'fake', case: 'plain', seed: 7 }
const TABLE: CommandTable = [
  { id: 'wait', args: { seconds: { kind: 'choice', options: ['30', '60'] } } },
  { id: 'helper', args: { firmness: { kind: 'int', min: 1, max: 3 } } },
  { id: 'finish', args: {} },
]

const file = (...lines: object[]): string => lines.map((l) => JSON.stringify(l)).join('\n')
const samplesOf = (...lines: object[]): Sample[] => parseInputs('in.jsonl', file(HEADER, ...lines)).samples(TABLE)
const ticksOf = (...lines: object[]): TickInput[] => [...resample(samplesOf(...lines), TICK_HZ)].map((t) => t.input)
const refusal = (...lines: object[]): string => {
  try {
    samplesOf(...lines)
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
  }
  return 'nothing was refused'
}

describe('INPUTS.jsonl, the header line', () => {
  it('fills in plain values and keeps what is given', () => {
    const { setup } = parseInputs('in.jsonl', file({ ...HEADER, mode: 'guided', jitter_mm: 2 }, { t: 0 }))
    expect(setup).toMatchObject({ ...HEADER, mode: 'guided', jitter_mm: 2, profile: 'CN', handedness: 'right' })
  })

  it('refuses an unknown key by name, a wrong value with what was expected, and a file without samples', () => {
    const read =
      (header: object, ...rest: object[]) =>
      () =>
        parseInputs('in.jsonl', file(header, ...rest))
    expect(read({ ...HEADER, sed: 1 }, { t: 0 })).toThrow(
      'in.jsonl:1: sed: no such key; there are procedure, case, seed',
    )
    expect(read({ ...HEADER, seed: 1.5 }, { t: 0 })).toThrow('in.jsonl:1: seed: got 1.5, expected a whole number')
    expect(read({ ...HEADER, mode: 'hard' }, { t: 0 })).toThrow(
      'mode: got "hard", expected one of guided, practice, exam',
    )
    expect(read({ case: 'plain', seed: 1 }, { t: 0 })).toThrow('procedure: got nothing, expected a text')
    expect(read(HEADER)).toThrow('no samples')
    expect(() => parseInputs('in.jsonl', '')).toThrow('empty')
  })
})

describe('INPUTS.jsonl, the samples', () => {
  it('names line and path of what is wrong', () => {
    expect(refusal({ t: 0 }, { t: 1, left: { q: [1, 2] } })).toBe('in.jsonl:3: left.q: got [1,2], expected 4 numbers')
    expect(refusal({ t: 0, left: { q: [0, 0, 0, 0.5] } })).toContain('a quaternion x,y,z,w of length 1')
    expect(refusal({ t: 0, right: { trigger: 1.5 } })).toBe(
      'in.jsonl:2: right.trigger: got 1.5, expected a number 0..1',
    )
    expect(refusal({ t: 0, right: { p: [0, 'a', 0] } })).toBe(
      'in.jsonl:2: right.p[1]: got "a", expected a number -100..100',
    )
    expect(refusal({ t: 1 }, { t: 0.5 })).toContain('in.jsonl:3: t: got 0.5, expected at least 1')
    expect(refusal({ left: {} })).toContain('in.jsonl:2: t: got nothing, expected a number')
  })

  it('refuses unknown keys by name wherever they stand', () => {
    expect(refusal({ t: 0, lift: {} })).toContain('lift: no such key; there are t, head, left')
    expect(refusal({ t: 0, left: { grip: 1 } })).toContain('left.grip: no such key')
    expect(refusal({ t: 0, left: { dial: { ml: 1 } } })).toContain('left.dial.ml: no such key')
    expect(refusal({ t: 0, do: [{ command: 'wait', args: { time: 1 } }] })).toContain('do[0].args.time: no such key')
  })

  it('checks commands against those that the procedure has', () => {
    const doing = (command: string, args: object): string => refusal({ t: 0, do: [{ command, args }] })
    expect(doing('jump', {})).toBe('in.jsonl:2: do[0].command: no command "jump"; there are wait, helper, finish')
    expect(doing('wait', { seconds: 45 })).toContain('do[0].args.seconds: got 45, expected one of 30, 60')
    expect(doing('helper', { firmness: 4 })).toContain('do[0].args.firmness: got 4, expected a number 1..3')
    expect(doing('wait', {})).toContain('do[0].args.seconds: got nothing')
    expect(samplesOf({ t: 0, do: [{ command: 'wait', args: { seconds: 30 } }] })[0]?.commands[0]?.args).toEqual({
      seconds: '30',
    })
  })

  it('keeps the last value of every missing key', () => {
    const [, second] = samplesOf(
      { t: 0, left: { p: [1, 2, 3], trigger: 0.5, dial: { plunger_ml: 2 } }, foot: [1, 0] },
      { t: 1, left: { dial: { speed: 1 } } },
    )
    expect(second?.left).toMatchObject({ p: [1, 2, 3], trigger: 0.5, tracked: 2 })
    expect(second?.left.dial).toEqual({ plunger_ml: 2, twist_rad: 0, speed: 1 })
    expect(second?.foot).toEqual([1, 0])
  })
})

describe('samples on the tick grid', () => {
  it('interpolates poses between samples and holds the rest', () => {
    const ticks = ticksOf({ t: 0, left: { p: [0, 0, 0], trigger: 0 } }, { t: 1, left: { p: [0.9, 0, 0], trigger: 1 } })
    expect(ticks).toHaveLength(TICK_HZ + 1)
    expect(ticks[30]?.left.pose?.p[0]).toBeCloseTo(0.3, 12)
    expect(ticks[89]?.left.trigger).toBe(0)
    expect(ticks[90]?.left).toMatchObject({ trigger: 1, pose: { p: [0.9, 0, 0] } })
  })

  it('turns the shorter way between two orientations', () => {
    const half = Math.SQRT1_2
    const ticks = ticksOf({ t: 0, right: { q: [0, 0, 0, 1] } }, { t: 1, right: { q: [0, -half, 0, -half] } })
    expect(ticks[45]?.right.pose?.q[1]).toBeCloseTo(Math.sin(Math.PI / 8), 6)
  })

  it('loses a hand at its sample and does not move it towards the loss', () => {
    const ticks = ticksOf({ t: 0, left: { p: [0, 0, 0] } }, { t: 0.5, left: { p: [1, 0, 0], tracked: 0 } }, { t: 1 })
    expect(ticks[44]?.left.pose?.p[0]).toBe(0)
    expect(ticks[45]?.left.pose).toBeNull()
    expect(ticks[45]?.left.tracked).toBe(0)
    expect(ticks[0]?.right.pose).toBeNull()
  })

  it('fires each command once, in the first tick at or after its sample, also when samples share a tick', () => {
    const wait = { command: 'wait', args: { seconds: 30 } }
    const ticks = ticksOf({ t: 0 }, { t: 0.1, do: [wait] }, { t: 0.101, do: [{ command: 'finish' }] }, { t: 0.3 })
    const fired = ticks.flatMap((t, tick) => t.commands.map((c) => `${tick} ${c.command}`))
    expect(fired).toEqual(['9 wait', '10 finish'])
    const together = ticksOf({ t: 0.1, do: [wait] }, { t: 0.1, do: [{ command: 'finish' }] })
    expect(together.at(-1)?.commands.map((c) => c.command)).toEqual(['wait', 'finish'])
  })

  it('begins with nothing tracked when the first sample comes late', () => {
    const ticks = ticksOf({ t: 0.1, head: { p: [0, 1, 0] } }, { t: 0.2 })
    expect(ticks[8]).toEqual(EMPTY_TICK)
    expect(ticks[9]?.head?.p).toEqual([0, 1, 0])
  })
})
