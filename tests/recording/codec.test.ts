import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_TICKS, CODER_VERSION, decodeBlock, encodeBlock, MAX_TICK_INTS } from '../../src/recording/index.ts'
import { INTS, MASK, MASK_BITS, POSITION_STEP, QUAT_STEP } from '../../src/recording/coding/tickFormat.ts'
import { BIT, EMPTY_TICK, FIELD_INTS, LOST_HAND, packTick, STEP, TICK_FORMAT } from '../../src/sim/index.ts'
import { COMMANDS, makeMotion, makePackedMotion } from '../builders/motion.ts'

function trip(ticks: readonly Int32Array[]): readonly (readonly number[])[] | string {
  const out = decodeBlock(encodeBlock(ticks), ticks.length)
  return typeof out === 'string' ? out : out.map((t) => [...t])
}

const plain = (ticks: readonly Int32Array[]): number[][] => ticks.map((t) => [...t])
const int32 = fc.integer({ min: -2147483648, max: 2147483647 })
const anyTick = fc.array(int32, { maxLength: 60 }).map((a) => Int32Array.from(a))
const likeTick = fc
  .tuple(
    fc.integer({ min: 0, max: 8191 }),
    fc.array(fc.oneof(int32, fc.integer({ min: 0, max: 3 })), { maxLength: 70 }),
  )
  .map(([mask, rest]) => Int32Array.from([TICK_FORMAT, mask, ...rest]))

describe('codec', () => {
  it.each(['controllers', 'bare'] as const)('R1: returns every packed tick of %s exactly', (hands) => {
    const ticks = makePackedMotion({ seconds: 10, seed: 11, hands })
    expect(trip(ticks)).toEqual(plain(ticks))
  })

  it('R1: returns any numbers at all, also those that are no tick', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyTick, likeTick), { maxLength: 12 }), (ticks) => {
        expect(trip(ticks)).toEqual(plain(ticks))
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('R1: survives hands that are lost and found, dials that appear and many commands in one tick', () => {
    const motion = makeMotion({ seconds: 6, seed: 12, hands: 'bare' })
    const wait = { command: 'wait', args: { seconds: '30' } }
    const ticks = motion.map((t, i) => {
      const left =
        i % 200 < 60 ? LOST_HAND : { ...t.left, dial: i % 7 ? null : { plunger_ml: i, twist_rad: -i, speed: -1 } }
      const commands = i === 300 ? Array.from({ length: 100 }, () => wait) : []
      return packTick({ ...t, left, foot: i % 50 === 0 ? [1, 0] : [0, 0], commands }, COMMANDS)
    })
    expect(trip(ticks)).toEqual(plain(ticks))
  })

  it('R1: keeps positions at the ends of 32 bits while the predictor runs away', () => {
    const wild = Array.from({ length: 200 }, (_, i) => {
      const v = i % 2 ? 2147483647 : -2147483648
      return Int32Array.from([TICK_FORMAT, BIT.head, v, -v, v, i % 4, v, v, -v])
    })
    expect(trip(wild)).toEqual(plain(wild))
  })

  it('R2: decodes a block without the ones before it', () => {
    const ticks = makePackedMotion({ seconds: 20, seed: 13 })
    const second = ticks.slice(BLOCK_TICKS)
    expect(trip(second)).toEqual(plain(second))
    expect(() => encodeBlock(ticks)).toThrow('at most 900')
  })

  it('R3: refuses a block that ends early, that goes on, or whose count is another', () => {
    const ticks = makePackedMotion({ seconds: 2, seed: 14 })
    const bytes = encodeBlock(ticks)
    expect(decodeBlock(bytes.subarray(0, bytes.length - 1), ticks.length)).toContain('cannot be read')
    expect(decodeBlock(Uint8Array.from([...bytes, 0]), ticks.length)).toContain('more than')
    expect(typeof decodeBlock(bytes, ticks.length - 1)).toBe('string')
    expect(typeof decodeBlock(bytes, ticks.length + 1)).toBe('string')
    expect(decodeBlock(bytes, 1e9)).toContain('at most 900')
  })

  it('R3: refuses at once to write a tick that no decoder would read', () => {
    expect(() => encodeBlock([new Int32Array(MAX_TICK_INTS + 1)])).toThrow('at most 1024')
  })

  it('R4: writes the very same bytes as when this coder version was fixed', () => {
    const bytes = encodeBlock(makePackedMotion({ seconds: 10, seed: 15, hands: 'bare' }))
    const digest = bytesToHex(sha256(bytes)).slice(0, 16)
    expect({ version: CODER_VERSION, digest }).toEqual({ version: 1, digest: '814100ac692b8188' })
  })

  it('R4: knows the layout of the tick contract; ticks of another format are kept all the same', () => {
    expect(TICK_FORMAT).toBe(1)
    expect([MASK, INTS]).toEqual([BIT, FIELD_INTS])
    expect(Object.values(BIT).reduce((a, b) => a | b, 0)).toBe((1 << MASK_BITS) - 1)
    expect([POSITION_STEP, QUAT_STEP]).toEqual([STEP.position_m, STEP.quaternion])
    const later = makePackedMotion({ seconds: 1, seed: 16 }).map((t) => Int32Array.from([2, ...t.slice(1), 5]))
    expect(trip(later)).toEqual(plain(later))
  })

  it('costs nearly nothing for hands that lie still and a stick that does not move', () => {
    const still = packTick(
      { ...EMPTY_TICK, left: { ...LOST_HAND, pose: { p: [0.1, 0.2, 0.3], q: [0, 0, 0, 1] } } },
      COMMANDS,
    )
    expect(encodeBlock(Array.from({ length: 900 }, () => still)).length).toBeLessThan(120)
  })
})
