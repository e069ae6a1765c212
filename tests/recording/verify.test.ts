import { describe, expect, it } from 'vitest'
import { bisectRuns, decodeAttempt, encodeAttempt, runAttempt, verifyAttempt } from '../../src/recording/index.ts'
import { unpackTick, packTick } from '../../src/sim/index.ts'
import { buildAttempt } from '../builders/attempt.ts'
import { fakeRuntime } from '../builders/fakeEngine.ts'
import { COMMANDS } from '../builders/motion.ts'

const attempt = buildAttempt({ seconds: 8.5 })
const runtime = fakeRuntime()

describe('exact re-run', () => {
  it('R15: runs every recorded tick once, in order, and ends in the same state as the recording', () => {
    const seen: number[] = []
    const session = runAttempt(attempt, runtime, { onTick: (_, n) => void seen.push(n) })
    expect(seen).toEqual(attempt.ticks.map((_, i) => i + 1))
    expect(session.state.tick).toBe(765)
    expect(runAttempt(attempt, runtime, { until: 630 }).state.tick).toBe(630)
    expect(runAttempt(attempt, runtime, { onTick: (_, n) => n < 100 }).state.tick).toBe(100)
  })

  it('R15: refuses an engine of another simulation version and names both', () => {
    expect(() => runAttempt(attempt, fakeRuntime({ simVersion: 77 }))).toThrow(
      'this engine is simulation 77; load engine dev',
    )
  })

  it('R16: is exact for an attempt that went through its file', () => {
    const file = decodeAttempt(encodeAttempt(attempt))
    if (file.type === 'error') throw new Error(file.message)
    const last = attempt.digests.length
    expect(last).toBe(8)
    expect(verifyAttempt(file.attempt, runtime)).toMatchObject({
      exact: true,
      ticks: 765,
      first_split_tick: null,
      refused: null,
    })
  })

  it('R16: names the first digest that disagrees', () => {
    expect(verifyAttempt(attempt, fakeRuntime({ splitAt: 200 }))).toMatchObject({ exact: false, first_split_tick: 270 })
    const forged = { ...attempt, digests: attempt.digests.map((d, i) => (i === 4 ? '0'.repeat(16) : d)) }
    expect(verifyAttempt(forged, runtime)).toMatchObject({ exact: false, first_split_tick: 450, ticks: 450 })
  })

  it('R16: says so when the simulation refuses a tick', () => {
    const result = verifyAttempt(attempt, fakeRuntime({ refuseAt: 300 }))
    expect(result).toMatchObject({ exact: false, ticks: 300, first_split_tick: 301, digest: '' })
    expect(result.refused).toContain('refused on purpose')
  })
})

describe('bisection of two runs', () => {
  const side = { ticks: attempt.ticks, runtime }

  it.each([0, 89, 90, 200, 764])('R17: finds a split by one nanometre at tick %i', (splitAt) => {
    const other = { ticks: attempt.ticks, runtime: fakeRuntime({ splitAt }) }
    expect(bisectRuns(side, other)).toEqual({ type: 'split', tick: splitAt + 1, cause: 'state' })
  })

  it('R17: tells equal runs, shorter runs and other inputs apart', () => {
    expect(bisectRuns(side, side)).toEqual({ type: 'same', ticks: 765 })
    expect(bisectRuns(side, { ...side, ticks: attempt.ticks.slice(0, 700) })).toEqual({
      type: 'split',
      tick: 701,
      cause: 'length',
    })
    const moved = attempt.ticks.slice()
    const tick = unpackTick(moved[333] as Int32Array, COMMANDS)
    moved[333] = packTick({ ...tick, right: { ...tick.right, pose: { p: [1, 1, 1], q: [0, 0, 0, 1] } } }, COMMANDS)
    expect(bisectRuns(side, { ...side, ticks: moved })).toEqual({ type: 'split', tick: 334, cause: 'input' })
  })

  it('R17: takes a head that looks elsewhere for no split, because the simulation never reads it', () => {
    const turned = attempt.ticks.map((t) => packTick({ ...unpackTick(t, COMMANDS), head: null }, COMMANDS))
    expect(bisectRuns(side, { ...side, ticks: turned })).toEqual({ type: 'same', ticks: 765 })
  })
})
