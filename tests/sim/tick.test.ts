import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeQuat, type Pose, type Quat } from '../../scoring/math/index.ts'
import {
  BIT,
  EMPTY_TICK,
  FIELD_INTS,
  LOST_HAND,
  packTick,
  STEP,
  TICK_FORMAT,
  unpackTick,
  type HandInput,
  type PackedTick,
  type TickInput,
} from '../../src/sim/index.ts'
import { RANGE } from '../../src/sim/tick.ts'
import { COMMANDS } from '../builders/motion.ts'
import { codeOf } from '../builders/errors.ts'

const real = (limit: number): fc.Arbitrary<number> => fc.double({ min: -limit, max: limit, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const quats = fc
  .tuple(real(1), real(1), real(1), real(1))
  .filter((q) => q.some((v) => Math.abs(v) > 0.01))
  .map(([a, b, c, d]): Quat => normalizeQuat([a, b, c, d]))
const poses = fc.record({ p: fc.tuple(real(2), real(2), real(2)), q: quats })
const hands: fc.Arbitrary<HandInput> = fc.record({
  pose: poses,
  tracked: fc.constantFrom(1 as const, 2 as const),
  trigger: share,
  squeeze: share,
  axis: fc.oneof(fc.constant([0, 0] as const), fc.tuple(real(1), real(1))),
  dial: fc.option(fc.record({ plunger_ml: real(60), twist_rad: real(20), speed: real(1) })),
  index: fc.option(fc.tuple(real(2), real(2), real(2))),
  curl: fc.option(fc.tuple(share, share, share, share, share)),
})
const commands = fc.array(
  fc.oneof(
    fc.record({ command: fc.constant('wait'), args: fc.record({ seconds: fc.constantFrom('30', '60', '300') }) }),
    fc.record({ command: fc.constant('pause'), args: fc.record({ seconds: fc.constantFrom(0, 0.1, 12.3, 86_400) }) }),
    fc.record({
      command: fc.constant('assist'),
      args: fc.record({ name: fc.constantFrom('steady', 'ghost'), on: fc.constantFrom(0, 1) }),
    }),
  ),
  { maxLength: 3 },
)
const pedal = fc.constantFrom(0 as const, 1 as const)
const inputs: fc.Arbitrary<TickInput> = fc.record({
  head: fc.option(poses),
  left: fc.oneof(hands, fc.constant(LOST_HAND)),
  right: fc.oneof(hands, fc.constant(LOST_HAND)),
  foot: fc.tuple(pedal, pedal),
  commands,
})
const pack = (t: TickInput): PackedTick => packTick(t, COMMANDS)
const trip = (t: TickInput): TickInput => unpackTick(pack(t), COMMANDS)
const REST: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] }
const handOf = (more: Partial<HandInput> = {}): HandInput => ({ ...LOST_HAND, pose: REST, tracked: 2, ...more })

/** Angle between two orientations, degrees. */
function turned(a: Quat, b: Quat): number {
  const d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
  const [x, y, z, w] = [0, 1, 2, 3].map((i) => (a[i] ?? 0) - Math.sign(d || 1) * (b[i] ?? 0))
  const chord = Math.sqrt((x ?? 0) ** 2 + (y ?? 0) ** 2 + (z ?? 0) ** 2 + (w ?? 0) ** 2)
  return (4 * Math.asin(chord / 2) * 180) / Math.PI
}

function expectHand(got: HandInput, sent: HandInput): void {
  const near = (a: number, b: number, step: number): void =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(step / 2 + 1e-9)
  const pose = sent.pose ?? REST
  got.pose?.p.forEach((v, i) => near(v, pose.p[i] ?? 0, STEP.position_m))
  expect(turned(got.pose?.q ?? REST.q, pose.q)).toBeLessThan(0.06)
  near(got.trigger, sent.trigger, STEP.analog)
  near(got.squeeze, sent.squeeze, STEP.analog)
  got.axis.forEach((v, i) => near(v, sent.axis[i] ?? 0, STEP.axis))
  expect(got.tracked).toBe(sent.tracked)
  expect([got.dial === null, got.index === null, got.curl === null]).toEqual([
    sent.dial === null,
    sent.index === null,
    sent.curl === null,
  ])
  if (!got.dial || !sent.dial) return
  near(got.dial.plunger_ml, sent.dial.plunger_ml, STEP.plunger_ml)
  near(got.dial.twist_rad, sent.dial.twist_rad, STEP.twist_rad)
  near(got.dial.speed, sent.dial.speed, STEP.axis)
}

describe('packTick', () => {
  it('S1.2, S1.4: returns every field within half its step and orientations within 0.06 degrees', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const out = trip(input)
        for (const side of ['left', 'right'] as const) {
          if (input[side].pose) expectHand(out[side], input[side])
          else expect(out[side]).toEqual(LOST_HAND)
        }
        expect(out.foot).toEqual(input.foot)
        expect(out.commands.length).toBe(input.commands.length)
        expect(out.head === null).toBe(input.head === null)
      }),
      { numRuns: 400, seed: 1 },
    )
  })

  it('S1.2: has as many numbers as the fields that its mask names', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const packed = pack({ ...input, commands: [] })
        const mask = packed[1] ?? 0
        const count = (bit: number, ints: number): number => ((mask & bit) === 0 ? 0 : ints)
        const sum =
          count(BIT.head, FIELD_INTS.head) +
          count(BIT.left, FIELD_INTS.hand) +
          count(BIT.right, FIELD_INTS.hand) +
          count(BIT.leftAxis, FIELD_INTS.axis) +
          count(BIT.rightAxis, FIELD_INTS.axis) +
          count(BIT.leftDial, FIELD_INTS.dial) +
          count(BIT.rightDial, FIELD_INTS.dial) +
          count(BIT.leftIndex, FIELD_INTS.index) +
          count(BIT.rightIndex, FIELD_INTS.index) +
          count(BIT.leftCurl, FIELD_INTS.curl) +
          count(BIT.rightCurl, FIELD_INTS.curl) +
          count(BIT.foot, FIELD_INTS.foot)
        expect(packed.length).toBe(2 + sum)
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('S1.3: keeps zero exactly zero in every field', () => {
    const dial = { plunger_ml: 0, twist_rad: 0, speed: 0 }
    const hand = handOf({ dial, index: [0, -0, 0], curl: [0, 0, 0, 0, 0] })
    const out = trip({ ...EMPTY_TICK, right: hand }).right
    expect(out).toEqual({ ...hand, index: [0, 0, 0] })
    expect(out.index?.some((v) => Object.is(v, -0))).toBe(false)
  })

  it('S1.4: stops at the edge of a range', () => {
    const far = handOf({ pose: { p: [1e9, -1e9, 0], q: REST.q }, trigger: 7, squeeze: -3 })
    const out = trip({ ...EMPTY_TICK, left: far }).left
    expect(out.pose?.p).toEqual([RANGE.position[1] * STEP.position_m, RANGE.position[0] * STEP.position_m, 0])
    expect([out.trigger, out.squeeze]).toEqual([1, 0])
  })

  it('S1.4: takes a quaternion of any length for its direction', () => {
    const q: Quat = [0.2, -0.4, 1, 2.2]
    const out = trip({ ...EMPTY_TICK, left: handOf({ pose: { p: [0, 0, 0], q } }) }).left
    expect(turned(out.pose?.q ?? REST.q, normalizeQuat(q))).toBeLessThan(0.06)
  })

  it('S1.5: keeps a lost hand lost, whatever its buttons say', () => {
    const ghost: HandInput = { ...handOf({ trigger: 1, squeeze: 1, axis: [1, 1] }), pose: null }
    expect(trip({ ...EMPTY_TICK, left: ghost }).left).toEqual(LOST_HAND)
    expect(trip(EMPTY_TICK)).toEqual(EMPTY_TICK)
  })
})

describe('what packTick refuses', () => {
  it.each([
    ['left.p', { pose: { p: [NaN, 0, 0], q: [0, 0, 0, 1] } }],
    ['left.q', { pose: { p: [0, 0, 0], q: [NaN, 0, 0, 1] } }],
    ['left.q', { pose: { p: [0, 0, 0], q: [0, 0, 0, NaN] } }],
    ['left.q', { pose: { p: [0, 0, 0], q: [0, 0, 0, 0] } }],
    ['left.q', { pose: { p: [0, 0, 0], q: [0, Infinity, 0, 0] } }],
    ['left.trigger', { trigger: NaN }],
    ['left.squeeze', { squeeze: Infinity }],
    ['left.axis', { axis: [0, NaN] }],
    ['left.dial.plunger_ml', { dial: { plunger_ml: NaN, twist_rad: 0, speed: 0 } }],
    ['left.index', { index: [0, 0, -Infinity] }],
    ['left.curl', { curl: [0, 0, NaN, 0, 0] }],
  ] as const)('S1.6: refuses a number that is not finite in %s by that name', (where, more) => {
    const make = (): PackedTick => pack({ ...EMPTY_TICK, left: handOf(more) })
    expect(codeOf(make)).toBe('non-finite-input')
    expect(make).toThrow(where)
  })

  it('S2.2: packed again, a tick may become another one: so it is never packed again', () => {
    const tie = (i: number): TickInput => ({
      ...EMPTY_TICK,
      left: handOf({ pose: { p: [0, 0, 0], q: normalizeQuat([1, 1 - 1e-6, i * 4e-3, 0.1]) } }),
    })
    const changed = Array.from({ length: 200 }, (_, i) => pack(tie(i))).filter(
      (packed) => String([...pack(unpackTick(packed, COMMANDS))]) !== String([...packed]),
    )
    expect(changed.length).toBeGreaterThan(0)
  })
})

describe('unpackTick', () => {
  const whole = pack({
    ...EMPTY_TICK,
    head: REST,
    left: handOf({ dial: { plunger_ml: 1, twist_rad: 0, speed: 0 }, curl: [0, 0, 0, 0, 0] }),
    right: handOf(),
    foot: [1, 0],
    commands: [{ command: 'wait', args: { seconds: '60' } }],
  })
  const unpack = (numbers: readonly number[]) => (): TickInput => unpackTick(Int32Array.from(numbers), COMMANDS)

  it('S1.7: refuses another format by name', () => {
    expect(codeOf(unpack([TICK_FORMAT + 1, 0]))).toBe('wrong-tick-format')
    expect(codeOf(unpack([]))).toBe('wrong-tick-format')
  })

  it('S1.7: refuses a tick that lost any number of its numbers, or has one more', () => {
    for (let n = 2; n < whole.length; n++) expect(codeOf(unpack(Array.from(whole).slice(0, n)))).toBe('malformed-tick')
    expect(codeOf(unpack([...whole, 0]))).toBe('malformed-tick')
  })

  it('S1.7: refuses unknown bits, and extras of a hand without a pose', () => {
    expect(codeOf(unpack([TICK_FORMAT, 1 << 20]))).toBe('malformed-tick')
    expect(codeOf(unpack([TICK_FORMAT, BIT.leftAxis, 0, 0]))).toBe('malformed-tick')
  })

  it('S1.7: reads any numbers as a tick of finite numbers or refuses them', () => {
    const numbers = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -2147483648, max: 2147483647 }))
    const mask = fc.integer({ min: 0, max: 8191 })
    fc.assert(
      fc.property(mask, fc.array(numbers, { maxLength: 50 }), (m, rest) => {
        const make = unpack([TICK_FORMAT, m, ...rest])
        const code = codeOf(make)
        expect(code === undefined || code === 'malformed-tick').toBe(true)
        if (code !== undefined) return
        const found = JSON.stringify(make(), (_, v: unknown) =>
          typeof v === 'number' && !Number.isFinite(v) ? 'bad' : v,
        )
        expect(found).not.toContain('bad')
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
})
