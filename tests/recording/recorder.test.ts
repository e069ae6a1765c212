import { describe, expect, it } from 'vitest'
import {
  decodeAttempt,
  encodeAttempt,
  openJournal,
  Recorder,
  type Runtime,
  sealJournal,
  verifyAttempt,
} from '../../src/recording/index.ts'
import { HEADER } from '../builders/attempt.ts'
import { fakeRuntime } from '../builders/fakeEngine.ts'
import { makeMotion } from '../builders/motion.ts'

const motion = makeMotion({ seconds: 8.3, seed: 51 })
const runtime = fakeRuntime()

/** A recorder whose journal has its header. */
function begun(runtime: Runtime): Recorder {
  const recorder = new Recorder(HEADER, runtime)
  recorder.begin()
  return recorder
}

/** Plays inputs, with a journal record every 90 ticks and at the end. */
function play(recorder: Recorder, from: number, to: number): Uint8Array[] {
  const records: (Uint8Array | null)[] = []
  motion.slice(from, to).forEach((input, i) => {
    recorder.step(input)
    if ((from + i + 1) % 90 !== 0) return
    recorder.note(1000.4, i % 2)
    records.push(recorder.takeRecord())
  })
  records.push(recorder.takeRecord())
  return records.filter((r) => r !== null)
}

describe('recorder', () => {
  it('R26: what was played, what the file says and what the journal says are the same and run exactly', () => {
    const recorder = new Recorder(HEADER, runtime)
    const records = [recorder.begin(), ...play(recorder, 0, motion.length)]
    const attempt = recorder.finish()
    expect(attempt.ticks.length).toBe(747)
    expect(attempt.digests.length).toBe(8)
    expect(verifyAttempt(attempt, runtime)).toMatchObject({
      exact: true,
      digest: runtime.engine.stateDigest(recorder.session),
    })
    const journal = openJournal(records)
    if (journal.type === 'error') throw new Error(journal.message)
    expect(sealJournal(journal, false)).toEqual(encodeAttempt(attempt))
  })

  it('R26: goes on after the app went away as if nothing had happened', () => {
    const whole = begun(runtime)
    play(whole, 0, motion.length)
    const cut = new Recorder(HEADER, runtime)
    const before = [cut.begin(), ...play(cut, 0, 360)]
    const saved = openJournal([...before, new Uint8Array(50)])
    if (saved.type === 'error') throw new Error(saved.message)
    expect([saved.kept, saved.dropped]).toEqual([before.length, 1])
    const resumed = Recorder.resume(saved, runtime)
    const after = play(resumed, 360, motion.length)
    expect(resumed.finish()).toEqual(whole.finish())
    const all = openJournal([...before, ...after])
    if (all.type === 'error') throw new Error(all.message)
    expect(all.broken).toBe(null)
    expect(decodeAttempt(sealJournal(all, false))).toEqual({ type: 'success', attempt: whole.finish() })
  })

  it('R26: does not go on with an engine that runs otherwise', () => {
    const recorder = new Recorder(HEADER, runtime)
    const journal = openJournal([recorder.begin(), ...play(recorder, 0, 360)])
    if (journal.type === 'error') throw new Error(journal.message)
    expect(() => Recorder.resume(journal, fakeRuntime({ splitAt: 200 }))).toThrow('state at tick 270')
  })

  it('R26: keeps the ticks before one that is refused or not finite, and only those', () => {
    const recorder = begun(fakeRuntime({ refuseAt: 100 }))
    expect(() => play(recorder, 0, 200)).toThrow('refused on purpose')
    expect(recorder.length).toBe(100)
    const other = begun(runtime)
    play(other, 0, 10)
    const [first] = motion
    const bad = { ...first, right: { ...first?.right, trigger: NaN } } as (typeof motion)[number]
    expect(() => other.step(bad)).toThrow('right.trigger')
    expect(verifyAttempt(other.finish(), runtime)).toMatchObject({ exact: true, ticks: 10 })
  })

  it('tells observers the digest exactly when one is due', () => {
    const recorder = begun(runtime)
    play(recorder, 0, 89)
    expect(recorder.digest()).toBe(null)
    play(recorder, 89, 90)
    expect(recorder.digest()).toBe(recorder.finish().digests[0])
    expect(recorder.takeRecord()).toBe(null)
  })
})
