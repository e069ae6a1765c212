import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packCommands, unpackCommands, type Command, type CommandTable } from '../../src/sim/index.ts'
import { commandTable } from '../../src/sim/builtins.ts'
import { codeOf } from '../builders/errors.ts'
import { FAKE_KNEE } from '../builders/knee.ts'

const TABLE: CommandTable = [
  { id: 'wait', args: { seconds: { kind: 'choice', options: ['30', '60'] } } },
  { id: 'pause', args: { seconds: { kind: 'number', min: 0, max: 100, step: 0.1 } } },
  { id: 'aim', args: { level: { kind: 'int', min: -2, max: 5 }, to: { kind: 'choice', options: ['a', 'b', 'c'] } } },
]
const packed = (commands: readonly Command[]): number[] => {
  const out: number[] = []
  packCommands(out, commands, TABLE)
  return out
}
const trip = (commands: readonly Command[]): Command[] => unpackCommands(packed(commands), 0, TABLE)[0]

describe('commands', () => {
  it('S3.1: numbers the built-in commands first, in an order that no procedure can move', () => {
    const ids = 'wait pause helper say view recenter assist panel finish unmount mount handover'.split(' ')
    const own = { id: 'own', args: {} }
    for (const p of [FAKE_KNEE, { commands: [own], helperTargets: [], phrases: [] }]) {
      expect(commandTable(p).map((c) => c.id)).toEqual([...ids, ...p.commands.map((c) => c.id)])
    }
  })

  it('S3.2: returns every argument by its type', () => {
    const aims = fc.record({
      command: fc.constant('aim'),
      args: fc.record({ level: fc.integer({ min: -2, max: 5 }), to: fc.constantFrom('a', 'b', 'c') }),
    })
    fc.assert(
      fc.property(fc.array(aims, { minLength: 1 }), (list) => {
        expect(trip(list)).toEqual(list)
      }),
      { numRuns: 100, seed: 1 },
    )
    const [pause] = trip([{ command: 'pause', args: { seconds: 12.34 } }])
    expect(pause?.args['seconds']).toBeCloseTo(12.3, 12)
  })

  it.each([
    ['an unknown command', { command: 'dance', args: {} }, 'dance'],
    ['a missing argument', { command: 'wait', args: {} }, 'wait.seconds'],
    ['an argument too many', { command: 'wait', args: { seconds: '30', x: 1 } }, 'wait.x'],
    ['a choice that is none', { command: 'wait', args: { seconds: '31' } }, 'wait.seconds'],
    ['a number out of range', { command: 'pause', args: { seconds: 101 } }, 'pause.seconds'],
    ['no number', { command: 'pause', args: { seconds: NaN } }, 'pause.seconds'],
    ['a text for a number', { command: 'aim', args: { level: '1', to: 'a' } }, 'aim.level'],
  ] as const)('S3.2: refuses %s by name', (_, command, name) => {
    const make = (): number[] => packed([command])
    expect(codeOf(make)).toBe('unknown-command')
    expect(make).toThrow(name)
  })

  it.each([
    ['a number of no command', [1, 9]],
    ['a choice out of the list', [1, 0, 2]],
    ['a whole number out of range', [1, 2, 6, 0]],
    ['an argument that is missing', [1, 2, 1]],
    ['no commands at all', [0]],
    ['nothing', []],
  ] as const)('S3.2: refuses to read %s', (_, numbers) => {
    expect(codeOf(() => unpackCommands(numbers, 0, TABLE))).toBe('malformed-tick')
  })

  it('S3.3: keeps their order', () => {
    const list = ['60', '30', '60'].map((seconds) => ({ command: 'wait', args: { seconds } }))
    expect(trip(list)).toEqual(list)
  })
})
