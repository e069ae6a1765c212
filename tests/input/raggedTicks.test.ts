// Whatever frames a machine has, the ticks of a session keep their promises.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IDENTITY, type Pose } from '../../scoring/math/index.ts'
import { createTickSource, MAX_TICKS } from '../../src/input/tickSource.ts'
import { LOST_HAND, TICK_HZ, type HandInput } from '../../src/sim/tick.ts'

const PERIOD = 1000 / TICK_HZ
/** Gaps between frames, ms: ordinary ones, and now and then a stall. */
const gaps = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: 5, max: 60, noNaN: true }) },
    fc.double({ min: 60, max: 2000, noNaN: true }),
  ),
  { minLength: 5, maxLength: 120 },
)
/** A hand that moves steadily at 0.1 m/s. */
const steady = (ms: number): HandInput => {
  const pose: Pose = { p: [ms * 1e-4, 0, 0], q: IDENTITY }
  return { ...LOST_HAND, pose, tracked: 2 }
}

describe('ticks from ragged frames', () => {
  it('are as many as the clock has, less what is dropped, and each a step forward', () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const source = createTickSource()
        let [ms, made, due, last, longest] = [0, 0, 0, 0, 0]
        source.sample({ time_ms: 0, head: null, left: LOST_HAND, right: steady(0), foot: [0, 0] })
        for (const gap of list) {
          ms += gap
          source.sample({ time_ms: ms, head: null, left: LOST_HAND, right: steady(ms), foot: [0, 0] })
          const ticks = source.take(ms)
          const now = Math.floor(ms / PERIOD + 1e-6)
          expect(ticks.length).toBe(Math.min(now - due, MAX_TICKS))
          longest = Math.max(1, (now - due) / MAX_TICKS)
          due = now
          made += ticks.length
          for (const t of ticks) {
            const x = t.right.pose?.p[0] ?? NaN
            expect(x).toBeGreaterThan(last)
            expect(x).toBeLessThanOrEqual(ms * 1e-4 + 1e-9)
            expect(x - last).toBeLessThan(PERIOD * 1e-4 * longest + 1e-9)
            last = x
          }
        }
        expect(source.tick).toBe(made)
        expect(ms * 1e-4 - last).toBeLessThan(PERIOD * 1e-4 + 1e-9)
      }),
    )
  })

  it('fire every press once, in order, whenever the frames come', () => {
    fc.assert(
      fc.property(gaps, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), (list, down) => {
        const source = createTickSource()
        const pressed = (i: number): boolean => i > 0 && i < list.length && (down[i] ?? false)
        let [ms, presses, seen, was] = [0, 0, 0, false]
        // the frames at the end let every edge that waits come out
        for (const [i, gap] of [...list, ...Array.from({ length: 20 }, () => 99)].entries()) {
          ms += gap
          if (pressed(i) && !pressed(i - 1)) presses++
          const right = { ...steady(ms), squeeze: pressed(i) ? 1 : 0 }
          source.sample({ time_ms: ms, head: null, left: LOST_HAND, right, foot: [0, 0] })
          for (const t of source.take(ms)) {
            const is = was ? t.right.squeeze > 0.3 : t.right.squeeze >= 0.5
            if (is && !was) seen++
            was = is
          }
        }
        expect(seen).toBe(presses)
        expect(was).toBe(false)
      }),
    )
  })
})
