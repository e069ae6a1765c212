import { describe, expect, it } from 'vitest'
import { LiveSource, Player, runAttempt, type SourceResult, Watchdog } from '../../src/recording/index.ts'
import { createViewState } from '../../src/sim/index.ts'
import { buildAttempt } from '../builders/attempt.ts'
import { FAKE_LAYOUT, fakeRuntime } from '../builders/fakeEngine.ts'

const attempt = buildAttempt({ seconds: 20 })
const runtime = fakeRuntime()

/** Hands the attempt to a source in batches of nine ticks. */
function feed(source: LiveSource, from: number, to: number): void {
  for (let i = from; i < to; i += 9) {
    const end = Math.min(i + 9, to)
    const digest = end % 90 === 0 ? (attempt.digests[end / 90 - 1] ?? null) : null
    source.push({ first: i, ticks: attempt.ticks.slice(i, end), digest })
  }
}

/** Reads up to `tick` in as many answers as it takes. */
function readAll(source: LiveSource, tick: number): SourceResult[] {
  const out: SourceResult[] = []
  for (let arrived = false; !arrived;) {
    const results = source.read(tick)
    out.push(...results)
    const stamp = results.at(-1)
    arrived = stamp?.type !== 'stamp' || stamp.arrived
  }
  return out
}

const alerts = (results: readonly SourceResult[]): string[] =>
  results.flatMap((r) => (r.type === 'alert' ? [`${r.alert.severity}: ${r.alert.message.en}`] : []))

describe('live source', () => {
  it('R21: runs what arrives, never more, and ends after the last tick', () => {
    const source = new LiveSource(fakeRuntime())
    const player = new Player(source)
    player.play()
    const seen: SourceResult[] = []
    for (let i = 0; i < 1800; i += 9) {
      feed(source, i, i + 9)
      for (let k = 0; k < 6; k++) seen.push(...player.advance(1 / 60))
      expect(player.position).toBeLessThanOrEqual(i + 9)
    }
    source.finish()
    for (let k = 0; k < 60; k++) seen.push(...player.advance(1 / 60))
    expect(alerts(seen)).toEqual([])
    expect(player.mode).toBe('ended')
    expect(seen.filter((r) => r.type === 'tick').length).toBe(601)
  })

  it('R22: waits when nothing arrives and goes on when something does', () => {
    const source = new LiveSource(fakeRuntime())
    const player = new Player(source)
    player.play()
    feed(source, 0, 90)
    for (let k = 0; k < 100; k++) player.advance(1 / 60)
    expect([player.mode, player.position]).toEqual(['waiting', 90])
    feed(source, 90, 180)
    for (let k = 0; k < 30; k++) player.advance(1 / 60)
    expect(player.mode).toBe('playing')
  })

  it('R22: whoever joins late catches up in steps, without alerts, and is marked once', () => {
    const source = new LiveSource(fakeRuntime())
    const player = new Player(source)
    feed(source, 0, 1800)
    player.play()
    const seen = Array.from({ length: 20 }, () => player.advance(1 / 60)).flat()
    expect(player.position).toBeGreaterThan(1750)
    expect(player.jump).toBe(1)
    expect(alerts(seen)).toEqual([])
  })

  it('R24: says so when the stream has a gap, once, and goes on when the missing part comes', () => {
    const source = new LiveSource(fakeRuntime())
    source.initialize()
    feed(source, 0, 90)
    feed(source, 180, 360)
    expect(alerts(readAll(source, 360))).toEqual(['error: The live stream lost ticks 90 to 179; the view stops here.'])
    expect(source.expected).toBe(90)
    feed(source, 90, 360)
    expect(alerts(readAll(source, 360))).toEqual([])
    expect(source.edge()).toBe(360)
  })

  it('R24: leaves out what comes twice', () => {
    const source = new LiveSource(fakeRuntime())
    source.initialize()
    feed(source, 0, 90)
    source.push({ first: 81, ticks: attempt.ticks.slice(81, 99), digest: null })
    const results = source.read(99)
    expect(alerts(results)).toEqual([
      'warning: Data went back in time: got tick 81, expected tick 90. The repeated part was left out.',
    ])
    expect(results.at(-1)).toMatchObject({ type: 'stamp', tick: 99 })
    const shown = results.filter((r) => r.type === 'tick').at(-1)
    const exact = runtime.engine.readView(runAttempt(attempt, runtime, { until: 99 }), createViewState(FAKE_LAYOUT))
    expect(shown).toMatchObject({ tick: 99, view: { poses: exact.poses } })
  })

  it('R24: says so when this device computes another state than the learner, and when a tick is refused', () => {
    const split = new LiveSource(fakeRuntime({ splitAt: 100 }))
    split.initialize()
    feed(split, 0, 450)
    const heard = alerts(readAll(split, 450))
    expect(heard).toHaveLength(1)
    expect(heard[0]).toContain('at tick 180')
    const refused = new LiveSource(fakeRuntime({ refuseAt: 50 }))
    refused.initialize()
    feed(refused, 0, 90)
    const results = refused.read(90)
    expect(alerts(results)[0]).toContain('refused tick 50')
    expect(results.at(-1)).toMatchObject({ type: 'stamp', tick: 50, end: true })
  })

  it('R21: cannot be sought in, and says so', () => {
    const player = new Player(new LiveSource(fakeRuntime()))
    expect(() => player.seek(3)).toThrow('cannot be sought in')
  })

  it('R24: every alert speaks English and Chinese', () => {
    const dog = new Watchdog()
    for (const verdict of [dog.check(9, 9), dog.check(0, 9), dog.check(0, 18)]) {
      if (!verdict.alert) continue
      expect(verdict.alert.message.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(verdict.alert.tip.zh).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(dog.expected).toBe(18)
  })
})
