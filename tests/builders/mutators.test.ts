import { describe, expect, it } from 'vitest'
import { distance, multiply, conjugate, sub, unrotate, rotate, type Vec3 } from '../../scoring/math/index.ts'
import { unpackTick, type Command, type HandInput, type TickInput } from '../../src/sim/index.ts'
import { COMMANDS, makeMotion } from './motion.ts'
import {
  DELAY_TICKS,
  FREEZE_TICKS,
  JITTER_M,
  MUTATORS,
  SHIFT_M,
  TICKS_A_SECOND,
  TILT_RAD,
  TREMOR_HZ,
  TREMOR_M,
  deviceJitter,
  mutatePacked,
  mutatorOf,
} from './mutators.ts'
import { packTick } from '../../src/sim/tick.ts'

const SEEDS = [1, 2, 3, 4, 5]
const SAID: Readonly<Record<number, readonly Command[]>> = {
  100: [{ command: 'wait', args: { seconds: '30' } }],
  400: [
    { command: 'assist', args: { name: 'steady', on: 1 } },
    { command: 'wait', args: { seconds: '300' } },
  ],
  701: [{ command: 'assist', args: { name: 'ghost', on: 0 } }],
  1250: [{ command: 'finish', args: {} }],
}

/** Fourteen seconds with five commands; the left hand is not tracked at first. */
function attempt(hands: 'controllers' | 'bare' = 'controllers'): TickInput[] {
  const made = makeMotion({ seconds: 14, seed: 9, hands })
  return made.map((t, i) => ({
    ...t,
    left: i < 30 ? { ...t.left, pose: null, tracked: 0, dial: null, index: null, curl: null } : t.left,
    commands: SAID[i] ?? [],
  }))
}

const ticks = attempt()
const bare = attempt('bare')
const run = (id: string, seed = 1, of = ticks): TickInput[] => mutatorOf(id).mutate(of, seed)
const said = (list: readonly TickInput[]): string[] => list.flatMap((t) => t.commands.map((c) => JSON.stringify(c)))
const withoutCommands = (list: readonly TickInput[]): TickInput[] => list.map((t) => ({ ...t, commands: [] }))
const bothHands = (list: readonly TickInput[]): HandInput[] => list.flatMap((t) => [t.left, t.right])
/** Everything of a tick but where the hands are. */
const unplaced = (list: readonly TickInput[]): unknown[] =>
  list.map((t) => ({
    ...t,
    left: { ...t.left, pose: null, index: null },
    right: { ...t.right, pose: null, index: null },
  }))

/** Pairs of a hand before and after, where it is tracked. */
function pairs(before: readonly TickInput[], after: readonly TickInput[]): [HandInput, HandInput][] {
  const b = bothHands(after)
  return bothHands(before).flatMap((hand, i): [HandInput, HandInput][] => {
    const other = b[i]
    return hand.pose && other?.pose ? [[hand, other]] : []
  })
}

const moveOf = ([a, b]: [HandInput, HandInput]): Vec3 => sub(b.pose?.p ?? [NaN, 0, 0], a.pose?.p ?? [0, 0, 0])
const farOf = (v: Vec3): number => distance(v, [0, 0, 0])

describe('every mutator', () => {
  it('is one of twelve with a name of its own', () => {
    expect(new Set(MUTATORS.map((m) => m.id)).size).toBe(12)
    expect(() => mutatorOf('none')).toThrow(/got "none", expected one of drop-command/)
  })

  it.each([...MUTATORS, deviceJitter].map((m) => [m.id, m] as const))(
    '%s changes something, the same for the same seed, and never its input',
    (_, m) => {
      const frozen = structuredClone(ticks)
      for (const seed of SEEDS) {
        const once = m.mutate(ticks, seed)
        expect(once).not.toEqual(ticks)
        expect(m.mutate(ticks, seed)).toEqual(once)
      }
      expect(ticks).toEqual(frozen)
    },
  )

  it.each([...MUTATORS, deviceJitter].map((m) => [m.id, m] as const))('%s takes an empty attempt', (_, m) => {
    expect(m.mutate([], 1)).toEqual([])
  })

  it.each(['drop-command', 'drop-second', 'swap-commands', 'shift-hands', 'tilt-hands', 'tremor', 'freeze-hand'])(
    '%s does other things by other seeds',
    (id) => {
      const all = SEEDS.map((seed) => JSON.stringify(run(id, seed)))
      expect(new Set(all).size).toBeGreaterThan(1)
    },
  )

  it('works on packed ticks, and leaves the ticks that it does not touch to the bit', () => {
    const packed = ticks.map((t) => packTick(t, COMMANDS))
    const out = mutatePacked(mutatorOf('drop-command'), packed, COMMANDS, 3)
    const changed = out.flatMap((t, i) => (JSON.stringify(t) === JSON.stringify(packed[i]) ? [] : [i]))
    expect(changed).toHaveLength(1)
    expect(Object.keys(SAID).map(Number)).toContain(changed[0])
    for (const t of mutatePacked(deviceJitter, packed, COMMANDS, 3)) expect(() => unpackTick(t, COMMANDS)).not.toThrow()
  })
})

describe('commands', () => {
  it('drop-command leaves out one command and nothing else', () => {
    for (const seed of SEEDS) {
      const out = run('drop-command', seed)
      expect(withoutCommands(out)).toEqual(withoutCommands(ticks))
      const rest = said(ticks)
      for (const c of said(out)) rest.splice(rest.indexOf(c), 1)
      expect(rest).toHaveLength(1)
    }
  })

  it('swap-commands exchanges two commands in their places', () => {
    for (const seed of SEEDS) {
      const out = run('swap-commands', seed)
      expect(withoutCommands(out)).toEqual(withoutCommands(ticks))
      expect(out.map((t) => t.commands.length)).toEqual(ticks.map((t) => t.commands.length))
      expect([...said(out)].sort()).toEqual([...said(ticks)].sort())
      const moved = said(out).filter((c, i) => c !== said(ticks)[i])
      expect(moved).toHaveLength(2)
    }
  })

  it('delay-commands brings every command five seconds later, the last ones after the hands came to rest', () => {
    const out = run('delay-commands')
    expect(said(out)).toEqual(said(ticks))
    ticks.forEach((t, i) => {
      if (t.commands.length > 0) expect(out[i + DELAY_TICKS]?.commands).toEqual(t.commands)
    })
    expect(withoutCommands(out.slice(0, ticks.length))).toEqual(withoutCommands(ticks))
    expect(out).toHaveLength(1250 + DELAY_TICKS + 1)
    const last = ticks.at(-1)
    for (const t of out.slice(ticks.length)) expect([t.left, t.right]).toEqual([last?.left, last?.right])
  })

  it('one command cannot be exchanged, and none cannot be dropped', () => {
    const one = ticks.map((t, i) => (i === 100 ? t : { ...t, commands: [] }))
    expect(run('swap-commands', 1, one)).toEqual(one)
    const none = withoutCommands(ticks)
    for (const id of ['drop-command', 'swap-commands', 'delay-commands']) expect(run(id, 1, none)).toEqual(none)
  })
})

describe('time', () => {
  it('drop-second leaves out ninety ticks in a row', () => {
    for (const seed of SEEDS) {
      const out = run('drop-second', seed)
      expect(out).toHaveLength(ticks.length - TICKS_A_SECOND)
      const cut = out.findIndex((t, i) => t !== ticks[i])
      const start = cut < 0 ? out.length : cut
      expect(out.slice(start)).toEqual(ticks.slice(start + TICKS_A_SECOND))
    }
  })

  it.each([
    ['controllers', ticks],
    ['bare hands', bare],
  ] as const)('slower gives every tick of %s and one between it and the next, each command once', (_, of) => {
    const out = run('slower', 1, [...of])
    expect(out).toHaveLength(2 * of.length)
    expect(out.filter((_t, i) => i % 2 === 0)).toEqual(of)
    expect(said(out)).toEqual(said(of))
    const [a, between, b] = [of[200]?.right, out[401]?.right, of[201]?.right]
    for (const axis of [0, 1, 2] as const) {
      const mean = ((a?.pose?.p[axis] ?? NaN) + (b?.pose?.p[axis] ?? NaN)) / 2
      expect(between?.pose?.p[axis]).toBeCloseTo(mean, 12)
    }
    expect(between?.squeeze).toBeCloseTo(((a?.squeeze ?? NaN) + (b?.squeeze ?? NaN)) / 2, 12)
    expect(between?.dial === null).toBe(a?.dial === null)
    expect(between?.curl === null).toBe(a?.curl === null)
  })

  it('slower keeps a hand that is not tracked untracked', () => {
    const out = run('slower')
    expect(out.slice(0, 60).every((t) => t.left.pose === null)).toBe(true)
    expect(out[60]?.left.pose).not.toBeNull()
  })

  it.each([ticks.length, ticks.length - 1])('faster gives every second of %i ticks and loses no command', (count) => {
    const of = ticks.slice(0, count)
    const out = run('faster', 1, of)
    expect(out).toHaveLength(Math.ceil(count / 2))
    expect(withoutCommands(out)).toEqual(withoutCommands(of.filter((_, i) => i % 2 === 0)))
    expect(said(out)).toEqual(said(of))
    expect(out[350]?.commands).toEqual(SAID[701])
  })
})

describe('hands', () => {
  it.each(['shift-hands', 'tilt-hands', 'tremor', 'device-jitter'])('%s moves hands and nothing else', (id) => {
    for (const of of [ticks, bare]) {
      const out = run(id, 2, of)
      expect(unplaced(out)).toEqual(unplaced(of))
      expect(bothHands(out).map((h) => h.pose === null)).toEqual(bothHands(of).map((h) => h.pose === null))
    }
  })

  it('shift-hands moves both hands and their finger tips by the same 20 mm', () => {
    const directions = SEEDS.map((seed) => {
      const both = pairs(bare, run('shift-hands', seed, bare))
      const first = moveOf(both[0] ?? [EMPTY, EMPTY])
      expect(farOf(first)).toBeCloseTo(SHIFT_M, 9)
      for (const pair of both) {
        expect(distance(moveOf(pair), first)).toBeLessThan(1e-9)
        expect(pair[1].pose?.q).toEqual(pair[0].pose?.q)
        expect(distance(sub(pair[1].index ?? [9, 9, 9], pair[0].index ?? [0, 0, 0]), first)).toBeLessThan(1e-9)
      }
      return first
    })
    expect(distance(directions[0] ?? [0, 0, 0], directions[1] ?? [0, 0, 0])).toBeGreaterThan(1e-3)
  })

  it('tilt-hands turns both hands by 15 degrees about themselves, finger tips with them', () => {
    for (const [a, b] of pairs(bare, run('tilt-hands', 4, bare))) {
      if (!a.pose || !b.pose || !a.index || !b.index) throw new RangeError('bare hands have poses and tips')
      expect(b.pose.p).toEqual(a.pose.p)
      const turn = multiply(b.pose.q, conjugate(a.pose.q))
      expect(2 * Math.acos(Math.min(1, Math.abs(turn[3])))).toBeCloseTo(TILT_RAD, 6)
      const tip = rotate(b.pose.q, unrotate(a.pose.q, sub(a.index, a.pose.p)))
      expect(distance(tip, sub(b.index, b.pose.p))).toBeLessThan(1e-9)
    }
  })

  it('exchange-hands gives each hand what the other did', () => {
    const out = run('exchange-hands')
    expect(out.map((t) => t.left)).toEqual(ticks.map((t) => t.right))
    expect(out.map((t) => t.right)).toEqual(ticks.map((t) => t.left))
    expect(run('exchange-hands', 1, out)).toEqual(ticks)
  })

  it('tremor swings each hand by 2 mm, eight times a second', () => {
    const out = run('tremor', 3)
    for (const side of ['left', 'right'] as const) {
      const moves = ticks.slice(90).map((t, i) => moveOf([t[side], out[i + 90]?.[side] ?? EMPTY]))
      const most = Math.max(...moves.map(farOf))
      expect(most).toBeLessThanOrEqual(TREMOR_M + 1e-9)
      expect(most).toBeGreaterThan(0.95 * TREMOR_M)
      const along = moves.reduce((a, b) => (farOf(b) > farOf(a) ? b : a))
      const swing = moves.map((m) => m[0] * along[0] + m[1] * along[1] + m[2] * along[2])
      const turns = swing.filter((x, i) => i > 0 && x > 0 && (swing[i - 1] ?? 0) <= 0).length
      expect(turns / (moves.length / TICKS_A_SECOND)).toBeCloseTo(TREMOR_HZ, 0)
    }
  })

  it('device-jitter is 0.3 mm rms, and new in each tick', () => {
    const moves = pairs(ticks, run('device-jitter', 5)).map(moveOf)
    const rms = Math.sqrt(moves.reduce((sum, m) => sum + farOf(m) ** 2, 0) / moves.length)
    expect(Math.abs(rms - JITTER_M)).toBeLessThan(0.03 * JITTER_M)
    const mean = moves.reduce<Vec3>((a, m) => [a[0] + m[0], a[1] + m[1], a[2] + m[2]], [0, 0, 0])
    expect(farOf(mean) / moves.length).toBeLessThan(0.1 * JITTER_M)
  })

  it('freeze-hand loses one hand for three seconds', () => {
    for (const seed of SEEDS) {
      const out = run('freeze-hand', seed)
      const lost = (side: 'left' | 'right'): number[] =>
        ticks.flatMap((t, i) => (t[side].pose && !out[i]?.[side].pose ? [i] : []))
      const [left, right] = [lost('left'), lost('right')]
      expect(Math.min(left.length, right.length)).toBe(0)
      const gone = left.length > 0 ? left : right
      expect(gone.length).toBeGreaterThan(FREEZE_TICKS - 31)
      expect((gone.at(-1) ?? 0) - (gone[0] ?? 0)).toBe(gone.length - 1)
      const side = left.length > 0 ? 'left' : 'right'
      const other = side === 'left' ? 'right' : 'left'
      expect(out.map((t) => t[other])).toEqual(ticks.map((t) => t[other]))
      expect(out.filter((_, i) => !gone.includes(i) && i >= 30)).toEqual(
        ticks.filter((_, i) => !gone.includes(i) && i >= 30),
      )
    }
  })

  it('no-suction leaves the plunger where it began', () => {
    const out = run('no-suction')
    expect(ticks.some((t) => (t.right.dial?.plunger_ml ?? 0) > 0)).toBe(true)
    const zeroed = (h: HandInput): HandInput => (h.dial ? { ...h, dial: { ...h.dial, plunger_ml: 0 } } : h)
    expect(out).toEqual(ticks.map((t) => ({ ...t, left: zeroed(t.left), right: zeroed(t.right) })))
  })
})

const EMPTY: HandInput = {
  pose: { p: [NaN, NaN, NaN], q: [0, 0, 0, 1] },
  tracked: 0,
  trigger: 0,
  squeeze: 0,
  axis: [0, 0],
  dial: null,
  index: null,
  curl: null,
}
