import { describe, expect, it } from 'vitest'
import { stream, uniform } from '../../scoring/math/index.ts'
import { perform } from '../../scenes/common/performing/perform.ts'
import { collectEvidence, stateDigest, unpackTick, type Session } from '../../src/sim/index.ts'
import { KNEES, playPerformer } from '../builders/knees.ts'
import { motionOf, playLive } from '../builders/liveDevice.ts'
import { playWild } from '../builders/randomInput.ts'
import { describeSplit, digestsOf, findSplit, splitFromLive, type Play } from '../builders/replay.ts'

const [FAKE, BAKED] = KNEES
// of the faults those whose needles do the most; all of them stand in the matrix
const WHO: Readonly<Record<string, readonly string[]>> = {
  'fake knee': ['expert', 'novice'],
  'baked knee': ['expert', 'novice', 'onto-bone', 'sweeps', 'steroid-given'],
}
const CASES = KNEES.flatMap((knee) => (WHO[knee.name] ?? []).map((who) => ({ knee, name: knee.name, who })))

/** Live play against a replay of what it recorded: states at every second and at the end, evidence at the end. */
function expectReplay(make: () => Session, play: Play): void {
  expect(describeSplit(splitFromLive(make, play))).toBe('no split')
  const [live, again] = [make(), make()]
  digestsOf(
    again,
    play(live, () => undefined),
  )
  expect(stateDigest(again)).toBe(stateDigest(live))
  expect(collectEvidence(again)).toEqual(collectEvidence(live))
}

const wild =
  (seed: number): Play =>
  (session, onTick) =>
    playWild(session, seed, 600, onTick)

describe('live play and replay', () => {
  it.each(CASES)('S2.1, S8.5: $who on the $name comes to the same bits', ({ knee, who }) => {
    const performer = knee.procedure.performers.find((p) => p.id === who)
    if (!performer) throw new RangeError(who)
    expectReplay(
      () => knee.make(3),
      (session, onTick) => perform(session, performer, 3, onTick),
    )
  })

  it.each([1, 2, 3, 4])('S2.1, S8.5: wild hands (seed %i) on the fake knee come to the same bits', (seed) => {
    expectReplay(() => FAKE.make(seed), wild(seed))
  })

  it('S2.1, S8.5: wild hands on the baked knee come to the same bits', () => {
    expectReplay(() => BAKED.make(8), wild(8))
  })
})

describe('ragged frames', () => {
  it.each(KNEES)('S2.1: frames of 5 to 60 ms with stalls of 2 s replay to the same bits on the $name', (knee) => {
    const { session: planned, ticks } = playPerformer(knee, 'novice', 2)
    const motion = motionOf(ticks.map((t) => unpackTick(t, planned.commands)))
    const s = stream(5, 'frames')
    const frames = [0]
    while ((frames.at(-1) ?? 0) < motion.seconds * 1000) {
      frames.push((frames.at(-1) ?? 0) + (uniform(s, 0, 1) < 0.003 ? 2000 : uniform(s, 5, 60)))
    }
    const recorded = playLive(knee.make(2), motion, frames)
    expect(recorded.length).toBeGreaterThan(300)
    expect(recorded.length).toBeLessThan(ticks.length)
    expectReplay(
      () => knee.make(2),
      (session, onTick) => playLive(session, motion, frames, onTick),
    )
  })
})

describe('a split', () => {
  const make = (): Session => FAKE.make(1)

  it('S8.5: between two lists of ticks is found at its very tick', () => {
    const ticks = playWild(make(), 1, 400)
    const bent = [...ticks]
    const tick = bent[217]?.slice() ?? new Int32Array(0)
    // one step of 0.1 mm of the first tracked hand
    const at = 2 + ((tick[1] ?? 0) & 1 ? 7 : 0) + 1
    tick[at] = (tick[at] ?? 0) + 1
    bent[217] = tick
    expect(findSplit({ make, ticks }, { make, ticks: bent })?.tick).toBe(217)
    expect(findSplit({ make, ticks }, { make, ticks })).toBeUndefined()
    expect(findSplit({ make, ticks }, { make, ticks: ticks.slice(0, 300) })?.tick).toBe(300)
  })

  it('S8.5: of a live run that touched its state by another way than by ticks is found at its very tick', () => {
    const meddled: Play = (session, onTick) =>
      playWild(session, 1, 300, () => {
        if (session.state.tick === 143) session.state.clinical_s += 1e-12
        onTick()
      })
    expect(splitFromLive(make, meddled)?.tick).toBe(142)
  })
})
