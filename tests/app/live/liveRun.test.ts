import { describe, expect, it } from 'vitest'
import { LiveRun, type TickSink } from '../../../src/app/live/liveRun.ts'
import { nextSeed } from '../../../src/app/live/setup.ts'
import { createTickSource, type DeviceSample } from '../../../src/input/index.ts'
import { digestsFor, type Remark } from '../../../src/recording/index.ts'
import { LOST_HAND } from '../../../src/sim/index.ts'
import { fakeRuntime, type FakeOptions } from '../../builders/fakeEngine.ts'

interface Noted {
  readonly ticks: Int32Array[]
  readonly digests: string[]
  readonly remarks: Remark[]
  readonly sizes: number[]
}

function sinkOf(): TickSink & Noted {
  const noted: Noted = { ticks: [], digests: [], remarks: [], sizes: [] }
  return {
    ...noted,
    append(ticks, digests, remarks) {
      noted.ticks.push(...ticks)
      noted.digests.push(...digests)
      noted.remarks.push(...remarks)
      noted.sizes.push(ticks.length)
    },
  }
}

const sampleAt = (time_ms: number): DeviceSample => ({
  time_ms,
  head: null,
  left: LOST_HAND,
  right: { ...LOST_HAND, pose: { p: [time_ms / 1e4, 0, 0], q: [0, 0, 0, 1] }, tracked: 2, squeeze: 1 },
  foot: [0, 0],
})

function start(options: FakeOptions = {}): { run: LiveRun; sink: ReturnType<typeof sinkOf>; play(ms: number): void } {
  const { engine, makeSession } = fakeRuntime(options)
  const sink = sinkOf()
  const run = new LiveRun({ engine, session: makeSession(), source: createTickSource(), sink })
  let now = 0
  const play = (ms: number): void => {
    // 30 frames a second, ragged
    for (const end = now + ms; now < end; now += 25 + ((now * 7) % 17)) run.frame(now, sampleAt(now))
  }
  return { run, sink, play }
}

describe('the live loop', () => {
  it('notes every tick that it steps, with a digest for each full second', () => {
    const { run, sink, play } = start()
    play(5000)
    run.flush()
    expect(sink.ticks).toHaveLength(run.session.state.tick)
    expect(sink.digests).toHaveLength(digestsFor(sink.ticks.length))
    expect(sink.sizes.slice(0, 4)).toEqual([90, 90, 90, 90])
  })

  it('ends by itself when an attempt file holds no more', () => {
    const { engine, makeSession } = fakeRuntime()
    const sink = sinkOf()
    const run = new LiveRun({ engine, session: makeSession(), source: createTickSource(), sink, longest: 180 })
    for (let now = 0; now < 5000; now += 30) run.frame(now, sampleAt(now))
    expect(run.state).toBe('finished')
    expect(sink.ticks).toHaveLength(180)
  })

  it('gives the same digests when the noted ticks run again', () => {
    const { run, sink, play } = start()
    play(4000)
    run.flush()
    const again = fakeRuntime()
    const session = again.makeSession()
    const digests: string[] = []
    sink.ticks.forEach((tick, i) => {
      again.engine.stepTick(session, tick)
      if ((i + 1) % 90 === 0) digests.push(again.engine.stateDigest(session))
    })
    expect(digests).toEqual(sink.digests)
  })

  it('never notes a remark later than the ticks that are noted with it', () => {
    const { sink, play } = start()
    play(6000)
    let noted = 0
    expect(sink.remarks.length).toBeGreaterThan(3)
    for (const size of sink.sizes) noted += size
    expect(sink.remarks.every((r) => r.tick <= noted)).toBe(true)
  })

  it('stops at a tick that the simulation refuses and keeps all ticks before it', () => {
    const { run, sink, play } = start({ refuseAt: 200 })
    play(4000)
    expect(run.state).toBe('stopped')
    expect(String(run.error)).toContain('tick 200')
    expect(sink.ticks).toHaveLength(200)
  })

  it('hands over what is not a full second yet when it is paused, and makes no ticks until it goes on', () => {
    const { run, sink, play } = start()
    play(1500)
    run.pause(1500)
    const before = run.session.state.tick
    expect(sink.ticks).toHaveLength(before)
    play(1000)
    expect(run.session.state.tick).toBe(before)
    run.resume(2500)
    play(1000)
    expect(run.session.state.tick).toBeGreaterThan(before + 60)
  })
})

describe('the next patient', () => {
  it('is the same twice, then another twice, then a new one', () => {
    const seeds = [0, 1, 2, 3, 4, 5].map((n) => nextSeed(n, () => 0.5))
    expect(seeds.slice(0, 4)).toEqual([1, 1, 2, 2])
    expect(seeds[4]).toBeGreaterThan(2)
  })
})
