import { describe, expect, it } from 'vitest'
import { distance, IDENTITY, rotate, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import type { DeviceSample } from '../../src/input/deviceSample.ts'
import { createTickSource, MAX_TICKS } from '../../src/input/tickSource.ts'
import { createWorkFrame } from '../../src/input/workFrame.ts'
import { LOST_HAND, type HandInput, type TickInput } from '../../src/sim/tick.ts'

const PERIOD = 1000 / 90
/** 60 mm at 1 Hz with 0.3 mm of tremor at 8 Hz, turning by 30 degrees. */
function motion(ms: number): Pose {
  const t = ms / 1000
  const x = 0.06 * Math.sin(2 * Math.PI * t) + 0.0003 * Math.sin(2 * Math.PI * 8 * t)
  const half = (Math.sin(2 * Math.PI * 0.7 * t) * Math.PI) / 12
  return { p: [x, 0.1 + 0.02 * Math.cos(2 * Math.PI * t), 0], q: [0, Math.sin(half), 0, Math.cos(half)] }
}
const handAt = (ms: number, more: Partial<HandInput> = {}): HandInput => ({
  ...LOST_HAND,
  pose: motion(ms),
  tracked: 2,
  ...more,
})
const sampleAt = (ms: number, more: Partial<HandInput> = {}, rest: Partial<DeviceSample> = {}): DeviceSample => ({
  time_ms: ms,
  head: motion(ms),
  left: LOST_HAND,
  right: handAt(ms, more),
  foot: [0, 0],
  ...rest,
})

function play(times: readonly number[], make: (ms: number) => DeviceSample = (ms) => sampleAt(ms)): TickInput[][] {
  const source = createTickSource()
  return times.map((ms) => {
    source.sample(make(ms))
    return source.take(ms)
  })
}
const every = (hz: number, ms: number, from = 1000): number[] =>
  Array.from({ length: Math.floor((ms * hz) / 1000) + 1 }, (_, k) => from + (k * 1000) / hz)
const at = (tick: TickInput | undefined): Vec3 => tick?.right.pose?.p ?? [NaN, NaN, NaN]

describe('createTickSource', () => {
  // Linear interpolation errs by at most a (2 pi f)^2 T^2 / 8: for 0.06 m at 1 Hz and 0.3 mm at 8 Hz sampled at 30 Hz
  // 0.33 + 0.11 mm, for 0.52 rad at 0.7 Hz 1.4 mrad.
  it.each([
    [30, 0.45e-3],
    [60, 0.12e-3],
    [72, 0.08e-3],
    [90, 1e-9],
    [120, 0.03e-3],
  ])('reproduces one motion on the grid from %i Hz within %f m', (hz, limit) => {
    const ticks = play(every(hz, 4000)).flat()
    expect(ticks.length).toBe(360)
    const worst = Math.max(...ticks.map((t, k) => distance(at(t), motion(1000 + (k + 1) * PERIOD).p)))
    expect(worst).toBeLessThan(limit)
    const turned = Math.max(
      ...ticks.map((t, k) => {
        const want = rotate(motion(1000 + (k + 1) * PERIOD).q, [1, 0, 0])
        return distance(rotate(t.right.pose?.q ?? IDENTITY, [1, 0, 0]), want)
      }),
    )
    expect(turned).toBeLessThan(1.5e-3)
  })

  it('gives the same grid and as many ticks from frames of 5 to 60 ms', () => {
    const times = [1000]
    for (let i = 0; times.length < 120; i++) times.push((times.at(-1) ?? 0) + 5 + ((i * 37) % 56))
    const ticks = play(times).flat()
    expect(ticks.length).toBe(Math.floor(((times.at(-1) ?? 0) - 1000) / PERIOD))
    const worst = Math.max(...ticks.map((t, k) => distance(at(t), motion(1000 + (k + 1) * PERIOD).p)))
    expect(worst).toBeLessThan(1.5e-3)
  })

  it('invents no tick before a second sample, without a new sample, or from a sample out of order', () => {
    const source = createTickSource()
    expect(source.take(1000)).toEqual([])
    source.sample(sampleAt(1000))
    expect(source.take(1000)).toEqual([])
    expect(source.take(1500)).toEqual([])
    source.sample(sampleAt(1050))
    expect(source.take(1050)).toHaveLength(4)
    source.sample(sampleAt(1049))
    expect(source.take(1060)).toEqual([])
  })

  it('never runs ahead of the newest sample', () => {
    const source = createTickSource()
    const still: Pose = { p: [0, 0, 0], q: IDENTITY }
    source.sample(sampleAt(0, { pose: still }))
    source.sample(sampleAt(20, { pose: { p: [0.02, 0, 0], q: IDENTITY } }))
    const ticks = source.take(500)
    expect(ticks.map((t) => at(t)[0])).toEqual([expect.closeTo(0.0111, 4)])
  })

  it('spreads the motion of a 2 s stall over at most 9 ticks and notes the wall clock lost', () => {
    const source = createTickSource()
    const frames = [...every(90, 1000, 0), 3000, ...every(90, 1000, 3000 + PERIOD)]
    const remarks = []
    const ticks: TickInput[] = []
    for (const ms of frames) {
      source.sample(sampleAt(ms, { pose: { p: [ms / 1e4, 0, 0], q: IDENTITY } }))
      const taken = source.take(ms)
      expect(taken.length).toBeLessThanOrEqual(MAX_TICKS)
      ticks.push(...taken)
      const remark = source.takeRemark()
      if (remark) remarks.push(remark)
    }
    const steps = ticks.slice(1).map((t, k) => at(t)[0] - at(ticks[k])[0])
    expect(Math.max(...steps)).toBeCloseTo(0.2 / 9, 6)
    expect(Math.min(...steps)).toBeGreaterThan(0)
    expect(remarks.map((r) => r.tick)).toEqual([90, 180])
    expect(remarks[0]?.dropped_ms).toBe(0)
    expect(remarks[1]?.dropped_ms).toBeCloseTo(2000 - MAX_TICKS * PERIOD, 6)
    expect(remarks[1]?.wall_ms).toBeCloseTo(2000 + 81 * PERIOD, 6)
    expect(source.takeRemark()).toBeNull()
  })

  it('lets a lost hand be lost, and finds it again without a line from where it was', () => {
    const lost = (ms: number): boolean => ms > 1100 && ms < 1300
    const ticks = play(every(60, 600), (ms) =>
      lost(ms) ? sampleAt(ms, LOST_HAND) : sampleAt(ms, { pose: { p: [ms < 1200 ? 0 : 1, 0, 0], q: IDENTITY } }),
    ).flat()
    const xs = ticks.map((t) => t.right.pose?.p[0] ?? null)
    expect(new Set(xs)).toEqual(new Set([0, null, 1]))
    expect(xs.filter((x) => x === null).length).toBeGreaterThanOrEqual(17)
  })

  it('gives the head on every third tick only', () => {
    const ticks = play(every(72, 1000)).flat()
    expect(ticks.map((t) => t.head !== null)).toEqual(ticks.map((_, k) => k % 3 === 0))
  })
})

describe('createTickSource: presses, commands and pauses', () => {
  it('fires a press that came and went between two ticks exactly once', () => {
    const source = createTickSource()
    const seen: number[] = []
    for (let ms = 0; ms <= 400; ms += 4) {
      source.sample(sampleAt(ms, { squeeze: ms === 200 || ms === 204 ? 1 : 0, trigger: ms === 100 ? 1 : 0 }))
      for (const t of source.take(ms)) seen.push(t.right.squeeze, t.right.trigger)
    }
    const squeezes = seen.filter((_, k) => k % 2 === 0)
    const triggers = seen.filter((_, k) => k % 2 === 1)
    const rises = (v: number[]): number => v.filter((x, k) => x > 0.5 && (v[k - 1] ?? 0) <= 0.5).length
    expect([rises(squeezes), rises(triggers)]).toEqual([1, 1])
    expect(squeezes.at(-1)).toBe(0)
  })

  it('keeps a press made while a stall swallowed its time', () => {
    const source = createTickSource()
    for (const ms of [0, 10, 20]) source.sample(sampleAt(ms))
    source.take(20)
    source.sample(sampleAt(1000, { squeeze: 1 }))
    source.sample(sampleAt(1002, { squeeze: 0 }))
    source.sample(sampleAt(2000))
    const values = source.take(2000).map((t) => t.right.squeeze)
    expect(values.filter((v, k) => v > 0.5 && (values[k - 1] ?? 0) <= 0.5)).toHaveLength(1)
    expect(values.at(-1)).toBe(0)
  })

  it('steps the pedal without a value between', () => {
    const source = createTickSource()
    source.sample(sampleAt(0))
    source.sample(sampleAt(50, {}, { foot: [1, 0] }))
    source.sample(sampleAt(100, {}, { foot: [1, 0] }))
    expect(new Set(source.take(100).map((t) => t.foot[0]))).toEqual(new Set([0, 1]))
  })

  it('gives a command to the next tick, once', () => {
    const source = createTickSource()
    source.command({ command: 'say', args: { phrase: 'hello' } })
    source.sample(sampleAt(0))
    source.sample(sampleAt(40))
    expect(source.take(40).map((t) => t.commands.map((c) => c.command))).toEqual([['say'], [], []])
  })

  it('drops press edges and clock debt when paused, keeps commands, and goes on where the hand then is', () => {
    const source = createTickSource()
    source.sample(sampleAt(0))
    source.sample(sampleAt(30, { squeeze: 1 }))
    source.sample(sampleAt(31, { squeeze: 0 }))
    source.command({ command: 'finish', args: {} })
    source.pause(31)
    source.sample(sampleAt(500))
    expect(source.take(500)).toEqual([])
    expect(source.resume(5031)).toBe(5)
    source.sample(sampleAt(5040))
    source.sample(sampleAt(5070))
    const ticks = source.take(5070)
    expect(ticks).toHaveLength(2)
    expect(ticks[0]?.commands).toHaveLength(1)
    expect(ticks.every((t) => t.right.squeeze === 0)).toBe(true)
  })

  it('leaves pauses out of the wall clock', () => {
    const source = createTickSource()
    for (const ms of every(90, 500, 0)) {
      source.sample(sampleAt(ms))
      source.take(ms)
    }
    source.pause(500)
    source.resume(60_500)
    const remarks = every(90, 700, 60_500).map((ms) => {
      source.sample(sampleAt(ms))
      source.take(ms)
      return source.takeRemark()
    })
    expect(remarks.filter((r) => r)).toHaveLength(1)
    expect(remarks.find((r) => r)).toMatchObject({ tick: 90, dropped_ms: 0 })
    expect(remarks.find((r) => r)?.wall_ms).toBeLessThan(1030)
  })

  it('runs N ticks for each new sample in frames mode, spread evenly', () => {
    const source = createTickSource({ mode: 'frames:3', firstTick: 30 })
    source.sample(sampleAt(0, { pose: { p: [0, 0, 0], q: IDENTITY } }))
    expect(source.take(0)).toEqual([])
    source.sample(sampleAt(300, { pose: { p: [3, 0, 0], q: IDENTITY } }))
    expect(source.take(300).map((t) => at(t)[0])).toEqual([1, 2, 3])
    expect(source.take(310)).toEqual([])
    expect(source.tick).toBe(33)
    expect(() => createTickSource({ mode: 'frames:0' })).toThrow(/frames:N/)
  })

  it('gives poses in the work frame, and a recentre without a glide', () => {
    const head: Pose = { p: [2, 1.6, 3], q: [0, Math.SQRT1_2, 0, Math.SQRT1_2] }
    const frame = createWorkFrame({ head, surface_m: 0.9, reach_m: 0.5 })
    const source = createTickSource({ workFrame: frame })
    // Looking along -x: the middle of the surface lies at x = 1.5, and the learner at +z of it.
    const pose: Pose = { p: [1.6, 1, 3], q: IDENTITY }
    for (const ms of [0, 30]) source.sample(sampleAt(ms, { pose }))
    const near = (v: Vec3, w: Vec3): void => expect(distance(v, w)).toBeLessThan(1e-9)
    near(at(source.take(30)[0]), [0, 0.1, 0.1])
    source.setWorkFrame({ p: [1.6, 1, 3], q: IDENTITY })
    source.sample(sampleAt(60, { pose }))
    for (const t of source.take(60)) near(at(t), [0, 0, 0])
  })
})
