import { describe, expect, it } from 'vitest'
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import {
  decodeTrack,
  encodeTrack,
  FRAME_TICKS,
  KEY_FRAMES,
  type Track,
  TrackWriter,
} from '../../src/recording/index.ts'
import { createViewState, type ViewState } from '../../src/sim/index.ts'
import { buildAttempt, setByte } from '../builders/attempt.ts'
import { fakeRuntime } from '../builders/fakeEngine.ts'
import { makeViews, ROOM } from '../builders/view.ts'

const HEADER = { attempt: 'attempt-0001', procedure: 'fake', engine: 'dev', sim_version: 1, layout: ROOM }
const EVENT: EvidenceEvent = {
  tick: 100,
  clinical_s: 1.1,
  kind: 'take',
  subject: 'tool_0',
  site: '膝',
  values: { force_n: 1.5 },
}

function write(views: readonly ViewState[], events: readonly EvidenceEvent[] = []): Uint8Array {
  const writer = new TrackWriter(HEADER)
  for (const v of views) writer.push(v)
  writer.addEvents(events)
  return writer.finish()
}

function open(bytes: Uint8Array): Track {
  const result = decodeTrack(bytes)
  if (result.type === 'error') throw new Error(result.message)
  return result.track
}

/** Largest differences: mm along an axis, degrees, and scalars in their own steps. */
function errors(a: ViewState, b: ViewState): { mm: number; deg: number; steps: number } {
  let [mm, deg, steps] = [0, 0, 0]
  for (let i = 0; i < a.poses.length; i += 7) {
    const n = (v: ViewState, k: number): number => v.poses[i + k] ?? 0
    for (let k = 0; k < 3; k++) mm = Math.max(mm, Math.abs(n(a, k) - n(b, k)) * 1000)
    const dot = Math.abs([3, 4, 5, 6].reduce((sum, k) => sum + n(a, k) * n(b, k), 0))
    deg = Math.max(deg, (2 * Math.acos(Math.min(1, dot)) * 180) / Math.PI)
  }
  ROOM.scalars.forEach((s, i) => {
    steps = Math.max(steps, Math.abs((a.scalars[i] ?? 0) - (b.scalars[i] ?? 0)) / s.step)
  })
  return { mm, deg, steps }
}

describe('track', () => {
  const views = makeViews(17, 31)
  const track = open(write(views, [EVENT]))

  it('R18: gives back every frame to 0.1 mm, 0.1 degrees and the step of each scalar, and the evidence', () => {
    expect(track.frames).toBe(views.length)
    expect(track.events).toEqual([EVENT])
    for (const [f, view] of views.entries()) {
      const shown = track.frame(f)
      const e = errors(view, shown)
      expect(shown.tick).toBe(f * FRAME_TICKS)
      expect(e.mm).toBeLessThan(0.0501)
      expect(e.deg).toBeLessThan(0.1)
      expect(e.steps).toBeLessThan(0.501)
    }
  })

  it('R18: is at most 80 KB a minute with 30 instruments, two moving hands and two moving tools', () => {
    expect(write(makeViews(60, 32)).length / 1024).toBeLessThan(80)
  })

  it('R18: costs nearly nothing while nothing moves', () => {
    const [first] = makeViews(1, 33) as [ViewState]
    const still = Array.from({ length: 1800 }, (_, i) => ({ ...first, tick: i * 3 }))
    expect(write(still).length / 1024).toBeLessThan(14)
  })

  it('R19: decodes at most the five seconds around the place that is sought', () => {
    const fresh = open(write(views))
    let decoded = 0
    const plain = fresh.decodeBlock.bind(fresh)
    fresh.decodeBlock = (b) => (decoded++, plain(b))
    const order = [400, 3, 401, 4, 402]
    const first = order.map((f) => [...fresh.frame(f).poses])
    expect(decoded).toBe(2)
    expect(first).toEqual(order.map((f) => [...track.frame(f).poses]))
    expect(KEY_FRAMES * FRAME_TICKS).toBe(450)
  })

  it('R19: holds any number of frames around a key frame, and none', () => {
    for (const n of [0, 1, 149, 150, 151, 300]) {
      const part = open(write(views.slice(0, n)))
      expect(part.frames).toBe(n)
      if (n > 0) expect([...part.frame(n - 1).scalars]).toEqual([...track.frame(n - 1).scalars])
      expect(() => part.frame(n)).toThrow(`got frame ${n}`)
    }
  })

  it('R20: is made from an attempt by running it', () => {
    const attempt = buildAttempt({ seconds: 7 })
    const runtime = fakeRuntime()
    const made = open(encodeTrack(attempt, runtime, 'dev'))
    expect(made.frames).toBe(211)
    const session = runtime.makeSession()
    attempt.ticks.slice(0, 600).forEach((t) => runtime.engine.stepTick(session, t))
    const exact = runtime.engine.readView(session, createViewState(session.layout))
    const shown = made.frame(200)
    shown.poses.forEach((x, i) => expect(Math.abs(x - (exact.poses[i] ?? 0))).toBeLessThan(0.0004))
    expect(made.events.length).toBeGreaterThan(0)
  })

  it('R18: refuses views out of order', () => {
    const writer = new TrackWriter(HEADER)
    writer.push(views[0] as ViewState)
    expect(() => writer.push(views[2] as ViewState)).toThrow('got a view of tick 6, expected tick 3')
  })

  it('R6: answers damage with a reason', () => {
    const bytes = write(views.slice(0, 200))
    expect(decodeTrack(setByte(bytes, 500, 1))).toMatchObject({ type: 'error', reason: 'checksum' })
    expect(decodeTrack(bytes.subarray(0, 7))).toMatchObject({ type: 'error', reason: 'not-this-file' })
  })
})
