// What else a recorded attempt might have been: its inputs changed in one way, purely and by seed. What grades well only
// because nothing was asked falls over these.
import {
  add,
  lerp,
  multiply,
  next,
  nlerp,
  normal,
  normalize,
  rotate,
  scale,
  sin,
  cos,
  stream,
  sub,
  uniform,
  type Pose,
  type Quat,
  type Stream,
  type Vec3,
} from '../../scoring/math/index.ts'
import { LOST_HAND, packTick, unpackTick } from '../../src/sim/index.ts'
import type { Command, CommandTable, HandInput, PackedTick, TickInput } from '../../src/sim/index.ts'

export interface Mutator {
  readonly id: string
  /** A changed copy; the input stays as it is. Same ticks and seed, same result. */
  mutate(ticks: readonly TickInput[], seed: number): TickInput[]
}

export const TICKS_A_SECOND = 90
export const DELAY_TICKS = 5 * TICKS_A_SECOND
export const FREEZE_TICKS = 3 * TICKS_A_SECOND
export const SHIFT_M = 0.02
export const TILT_RAD = (15 * 3.141592653589793) / 180
export const TREMOR_M = 0.002
export const TREMOR_HZ = 8
/** Root mean square of the distance from where the hand is, as the calibration measures a device. */
export const JITTER_M = 3e-4

const SIDES = ['left', 'right'] as const
type Side = (typeof SIDES)[number]

function mutator(id: string, change: (ticks: readonly TickInput[], s: Stream) => TickInput[]): Mutator {
  return { id, mutate: (ticks, seed) => change(ticks, stream(seed, `mutator/${id}`)) }
}

/** Whole number from 0 to `count` - 1. */
const below = (s: Stream, count: number): number => Math.floor(uniform(s, 0, count))

function direction(s: Stream): Vec3 {
  for (;;) {
    const v: Vec3 = [uniform(s, -1, 1), uniform(s, -1, 1), uniform(s, -1, 1)]
    const square = v[0] * v[0] + v[1] * v[1] + v[2] * v[2]
    if (square > 0.01 && square <= 1) return normalize(v)
  }
}

// Commands

interface Place {
  readonly tick: number
  readonly at: number
  readonly command: Command
}

function places(ticks: readonly TickInput[]): Place[] {
  return ticks.flatMap((t, tick) => t.commands.map((command, at) => ({ tick, at, command })))
}

function withCommands(t: TickInput, commands: readonly Command[]): TickInput {
  return { ...t, commands }
}

const dropCommand = mutator('drop-command', (ticks, s) => {
  const all = places(ticks)
  const gone = all[below(s, all.length)]
  return ticks.map((t, i) =>
    i === gone?.tick
      ? withCommands(
          t,
          t.commands.filter((_, at) => at !== gone.at),
        )
      : t,
  )
})

/** Another command than `a`; one with other words if there is one. */
function partner(all: readonly Place[], a: Place, s: Stream): Place | undefined {
  const others = all.filter((p) => p !== a)
  const different = others.filter((p) => JSON.stringify(p.command) !== JSON.stringify(a.command))
  const from = different.length > 0 ? different : others
  return from[below(s, from.length)]
}

const swapCommands = mutator('swap-commands', (ticks, s) => {
  const all = places(ticks)
  const a = all[below(s, all.length)]
  const b = a && partner(all, a, s)
  if (!a || !b) return [...ticks]
  const is = (p: Place, tick: number, at: number): boolean => p.tick === tick && p.at === at
  const other = (c: Command, tick: number, at: number): Command =>
    is(a, tick, at) ? b.command : is(b, tick, at) ? a.command : c
  return ticks.map((t, i) =>
    i === a.tick || i === b.tick
      ? withCommands(
          t,
          t.commands.map((c, at) => other(c, i, at)),
        )
      : t,
  )
})

/** Hands stay where they end until the last command has come. */
const delayCommands = mutator('delay-commands', (ticks) => {
  const last = ticks.at(-1)
  const latest = places(ticks).at(-1)?.tick ?? -1
  const missing = latest < 0 ? 0 : Math.max(0, latest + DELAY_TICKS + 1 - ticks.length)
  const more = last ? Array.from({ length: missing }, () => ({ ...last, head: null })) : []
  return [...ticks, ...more].map((t, i) => withCommands(t, ticks[i - DELAY_TICKS]?.commands ?? []))
})

// Time

const dropSecond = mutator('drop-second', (ticks, s) => {
  const start = below(s, Math.max(1, ticks.length - TICKS_A_SECOND + 1))
  return ticks.filter((_, i) => i < start || i >= start + TICKS_A_SECOND)
})

const middle = (a: number, b: number): number => (a + b) / 2

function handBetween(a: HandInput, b: HandInput): HandInput {
  if (!a.pose || !b.pose) return a
  const [axis0, axis1] = [middle(a.axis[0], b.axis[0]), middle(a.axis[1], b.axis[1])]
  const dial = a.dial &&
    b.dial && {
      plunger_ml: middle(a.dial.plunger_ml, b.dial.plunger_ml),
      twist_rad: middle(a.dial.twist_rad, b.dial.twist_rad),
      speed: middle(a.dial.speed, b.dial.speed),
    }
  const [c, d] = [a.curl, b.curl]
  return {
    pose: { p: lerp(a.pose.p, b.pose.p, 0.5), q: nlerp(a.pose.q, b.pose.q, 0.5) },
    tracked: a.tracked,
    trigger: middle(a.trigger, b.trigger),
    squeeze: middle(a.squeeze, b.squeeze),
    axis: [axis0, axis1],
    dial: dial ?? a.dial,
    index: a.index && b.index ? lerp(a.index, b.index, 0.5) : a.index,
    curl:
      c && d ? [middle(c[0], d[0]), middle(c[1], d[1]), middle(c[2], d[2]), middle(c[3], d[3]), middle(c[4], d[4])] : c,
  }
}

/** Twice as many ticks; commands come with the ticks that they came with. */
const slower = mutator('slower', (ticks) =>
  ticks.flatMap((t, i) => {
    const after = ticks[i + 1] ?? t
    const between = { left: handBetween(t.left, after.left), right: handBetween(t.right, after.right) }
    return [t, { ...t, ...between, head: null, commands: [] }]
  }),
)

/** Every second tick; the commands of the one left out come with the one before it. */
const faster = mutator('faster', (ticks) =>
  ticks.flatMap((t, i) => (i % 2 === 0 ? [withCommands(t, [...t.commands, ...(ticks[i + 1]?.commands ?? [])])] : [])),
)

// Hands

function posed(hand: HandInput, move: (pose: Pose, index: Vec3 | null) => [Pose, Vec3 | null]): HandInput {
  if (!hand.pose) return hand
  const [pose, index] = move(hand.pose, hand.index)
  return { ...hand, pose, index }
}

const shifted = (hand: HandInput, d: Vec3): HandInput =>
  posed(hand, (pose, index) => [{ p: add(pose.p, d), q: pose.q }, index && add(index, d)])

function eachHand(
  ticks: readonly TickInput[],
  change: (hand: HandInput, side: Side, i: number) => HandInput,
): TickInput[] {
  return ticks.map((t, i) => ({ ...t, left: change(t.left, 'left', i), right: change(t.right, 'right', i) }))
}

const shiftHands = mutator('shift-hands', (ticks, s) => {
  const d = scale(direction(s), SHIFT_M)
  return eachHand(ticks, (hand) => shifted(hand, d))
})

/** Both hands turn about the same axis of the room, each about itself. */
const tiltHands = mutator('tilt-hands', (ticks, s) => {
  const a = scale(direction(s), sin(TILT_RAD / 2))
  const turn: Quat = [a[0], a[1], a[2], cos(TILT_RAD / 2)]
  return eachHand(ticks, (hand) =>
    posed(hand, ({ p, q }, index) => [{ p, q: multiply(turn, q) }, index && add(p, rotate(turn, sub(index, p)))]),
  )
})

const exchangeHands = mutator('exchange-hands', (ticks) => ticks.map((t) => ({ ...t, left: t.right, right: t.left })))

const tremor = mutator('tremor', (ticks, s) => {
  const shake = { left: { along: direction(s), phase: next(s) }, right: { along: direction(s), phase: next(s) } }
  return eachHand(ticks, (hand, side, i) => {
    const turns = (i * TREMOR_HZ) / TICKS_A_SECOND + shake[side].phase
    return shifted(hand, scale(shake[side].along, TREMOR_M * sin(2 * 3.141592653589793 * turns)))
  })
})

/** One hand is not tracked for three seconds; a hand and a time at which it was, if there are. */
const freezeHand = mutator('freeze-hand', (ticks, s) => {
  const window = Math.min(FREEZE_TICKS, ticks.length)
  let [side, start]: [Side, number] = ['right', 0]
  for (let tries = 0; tries < 32; tries++) {
    side = next(s) < 0.5 ? 'left' : 'right'
    start = below(s, ticks.length - window + 1)
    if (ticks.slice(start, start + window).some((t) => t[side].pose)) break
  }
  return eachHand(ticks, (hand, which, i) => (which === side && i >= start && i < start + window ? LOST_HAND : hand))
})

const noSuction = mutator('no-suction', (ticks) =>
  eachHand(ticks, (hand) => (hand.dial ? { ...hand, dial: { ...hand.dial, plunger_ml: 0 } } : hand)),
)

/** The twelve: an attempt that was changed so must not grade better for it. */
export const MUTATORS: readonly Mutator[] = [
  dropCommand,
  dropSecond,
  swapCommands,
  delayCommands,
  shiftHands,
  tiltHands,
  exchangeHands,
  tremor,
  slower,
  faster,
  freezeHand,
  noSuction,
]

/** Noise of a headset: 0.3 mm on every pose, new each tick. A grade must survive it. */
export const deviceJitter: Mutator = mutator('device-jitter', (ticks, s) =>
  eachHand(ticks, (hand) => {
    return shifted(hand, scale([normal(s), normal(s), normal(s)], JITTER_M / Math.sqrt(3)))
  }),
)

/** @throws RangeError for an id that no mutator has */
export function mutatorOf(id: string): Mutator {
  const found = [...MUTATORS, deviceJitter].find((m) => m.id === id)
  if (found) return found
  throw new RangeError(`mutator: got "${id}", expected one of ${MUTATORS.map((m) => m.id).join(', ')}, device-jitter`)
}

/** A recorded attempt's ticks, changed: unpacked, mutated, packed again. */
export function mutatePacked(
  m: Mutator,
  ticks: readonly PackedTick[],
  table: CommandTable,
  seed: number,
): PackedTick[] {
  const inputs = ticks.map((t) => unpackTick(t, table))
  return m.mutate(inputs, seed).map((t) => packTick(t, table))
}
