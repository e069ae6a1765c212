import { describe, expect, it } from 'vitest'
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import {
  type AttemptSource,
  decodeTrack,
  encodeTrack,
  FileSource,
  FRAME_TICKS,
  nextState,
  Player,
  type PlayerEvent,
  runAttempt,
  type SourceResult,
  TrackSource,
  TrackWriter,
} from '../../src/recording/index.ts'
import { createViewState, readPose, type ViewState } from '../../src/sim/index.ts'
import { buildAttempt } from '../builders/attempt.ts'
import { FAKE_LAYOUT, fakeRuntime } from '../builders/fakeEngine.ts'

const attempt = buildAttempt({ seconds: 20, tremor_mm: 0, noise_mm: 0 })
const allEvents = runAttempt(attempt, fakeRuntime()).events
const made = decodeTrack(encodeTrack(attempt, fakeRuntime(), 'dev'))
const sources: Record<string, () => AttemptSource> = {
  track: () => {
    if (made.type === 'error') throw new Error(made.message)
    return new TrackSource(made.track)
  },
  file: () => new FileSource(attempt, fakeRuntime()),
}
const ticksOf = (results: readonly SourceResult[]): number[] =>
  results.flatMap((r) => (r.type === 'tick' ? [r.tick] : []))
const drawn = (player: Player): ViewState => player.view(createViewState(FAKE_LAYOUT))
const token = (view: ViewState): number => readPose(view, 3).p[0]

/** Lets the player run at 60 frames a second; returns all results. */
function run(player: Player, seconds: number): SourceResult[] {
  return Array.from({ length: Math.round(seconds * 60) }, () => player.advance(1 / 60)).flat()
}

describe('player states', () => {
  const walk = (...events: PlayerEvent[]): string => {
    const s = events.reduce(nextState, { mode: 'paused', resume: false })
    return s.resume ? `${s.mode}+` : s.mode
  }

  it.each([
    [['play'], 'playing'],
    [['play', 'pause'], 'paused'],
    [['play', 'seek'], 'seeking+'],
    [['play', 'seek', 'arrive'], 'playing'],
    [['seek', 'arrive'], 'paused'],
    [['seek', 'play', 'arrive'], 'playing'],
    [['play', 'seek', 'seek', 'pause', 'arrive'], 'paused'],
    [['play', 'starve'], 'waiting'],
    [['play', 'starve', 'feed'], 'playing'],
    [['play', 'starve', 'pause', 'feed'], 'paused'],
    [['play', 'end', 'play'], 'ended'],
    [['play', 'end', 'seek', 'play', 'arrive'], 'playing'],
    [['play', 'close', 'play', 'seek'], 'closed'],
    [['arrive', 'starve', 'feed', 'end', 'pause'], 'paused'],
  ] as const)('R22: %j leads to %s', (events, mode) => {
    expect(walk(...events)).toBe(mode)
  })
})

const openSource = (kind: string): AttemptSource => (sources[kind] as () => AttemptSource)()

describe.each(['track', 'file'])('playing a %s', (kind) => {
  const open = (): Player => new Player(openSource(kind))

  it('R22: shows the first frame before it plays, and then every frame once, in order', () => {
    const player = open()
    expect(ticksOf(player.advance(0))).toEqual([0])
    player.play()
    const results = run(player, 25)
    expect(player.mode).toBe('ended')
    expect(player.position).toBe(1800)
    expect(ticksOf(results)).toEqual(Array.from({ length: 600 }, (_, i) => 3 + i * 3))
    expect(results.flatMap((r) => (r.type === 'evidence' ? [r.event] : []))).toEqual(allEvents)
  })

  it.each([0.1, 0.5, 1, 2, 8])('R22: keeps time at %d times', (speed) => {
    const player = open()
    player.setSpeed(speed)
    player.play()
    run(player, 2)
    expect(player.position).toBeCloseTo(2 * 90 * speed, 6)
    expect(player.mode).toBe('playing')
  })

  it('R22: clamps speeds, and does not move while paused', () => {
    const player = open()
    player.setSpeed(1000)
    player.play()
    player.advance(0.1)
    expect(player.position).toBeCloseTo(72, 6)
    player.pause()
    expect(player.advance(1)).toEqual([])
    expect(player.position).toBeCloseTo(72, 6)
  })

  it('R22: is never ahead of its source, however long the page slept', () => {
    const player = open()
    player.play()
    const shown = Array.from({ length: 4 }, () => {
      player.advance(20)
      return player.position - drawn(player).tick
    })
    expect(Math.max(...shown)).toBeLessThanOrEqual(FRAME_TICKS)
  })

  it('R22: plays again from the beginning after the end', () => {
    const player = open()
    player.seek(1790)
    player.advance(0)
    for (let n = 0; n < 50 && player.mode === 'seeking'; n++) player.advance(0)
    player.play()
    run(player, 1)
    expect(player.mode).toBe('ended')
    player.play()
    run(player, 0.5)
    expect(player.mode).toBe('playing')
    expect(player.position).toBeLessThan(50)
  })

  it('R23: draws between two frames on the line between them', () => {
    const player = open()
    player.play()
    run(player, 3)
    player.pause()
    const xs = Array.from({ length: 12 }, () => {
      player.play()
      player.advance(1 / 90)
      return token(drawn(player))
    })
    const steps = xs.slice(1).map((x, i) => Math.abs(x - (xs[i] ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(0.003)
    expect(new Set(xs.map((x) => x.toFixed(7))).size).toBeGreaterThan(10)
  })

  it('R22: is silent once closed', () => {
    const player = open()
    player.close()
    player.play()
    expect([player.advance(1), player.mode]).toEqual([[], 'closed'])
  })
})

describe.each(['track', 'file'])('seeking in a %s', (kind) => {
  const open = (): Player => new Player(openSource(kind))

  it('R21: a seek gives the frame at or before, one mark of discontinuity, and then goes on from there', () => {
    const player = open()
    player.play()
    run(player, 1)
    const seen = [1501, 200, 1799].map((goal) => {
      player.seek(goal)
      let results: readonly SourceResult[] = []
      for (let n = 0; n < 50 && player.mode === 'seeking'; n++) results = player.advance(1 / 60)
      return [player.position, ...ticksOf(results), player.jump]
    })
    expect(seen).toEqual([
      [1500, 1500, 1],
      [198, 198, 2],
      [1797, 1797, 3],
    ])
    expect(player.mode).toBe('playing')
    expect(ticksOf(player.advance(1 / 30))).toEqual([1800])
  })

  it('R21: shows the same after a seek as when played through', () => {
    const through = open()
    through.play()
    run(through, 10)
    const sought = open()
    sought.advance(0)
    sought.seek(900)
    for (let n = 0; n < 50 && sought.mode === 'seeking'; n++) sought.advance(0)
    expect(through.position).toBeCloseTo(900, 6)
    expect(token(drawn(sought))).toBeCloseTo(token(drawn(through)), 9)
    expect(sought.events()).toEqual(through.events())
  })

  it('R21: shows the same after a seek back, and then testifies each event once', () => {
    const through = open()
    through.play()
    run(through, 5)
    const sought = open()
    sought.play()
    run(sought, 15)
    sought.pause()
    sought.seek(450)
    for (let n = 0; n < 50 && sought.mode === 'seeking'; n++) sought.advance(0)
    expect([sought.position, sought.mode]).toEqual([450, 'paused'])
    expect([...drawn(sought).poses]).toEqual([...drawn(through).poses])
    sought.play()
    const events = run(sought, 16).flatMap((r) => (r.type === 'evidence' ? [r.event] : []))
    expect(events.length).toBeGreaterThan(2)
    expect(events).toEqual(allEvents.filter((e) => e.tick >= 450))
  })

  it('R21: testifies nothing of what was jumped over', () => {
    const player = open()
    player.advance(0)
    player.seek(900)
    for (let n = 0; n < 50 && player.mode === 'seeking'; n++) player.advance(0)
    player.play()
    const events = run(player, 15).flatMap((r) => (r.type === 'evidence' ? [r.event] : []))
    expect(allEvents.filter((e) => e.tick < 900).length).toBeGreaterThan(2)
    expect(events).toEqual(allEvents.filter((e) => e.tick >= 900))
  })

  it('R21: the source itself raises the mark of discontinuity with every seek that arrives', () => {
    const source = openSource(kind)
    source.initialize()
    const stamps = [90, 30, 60].map((tick) => source.seek(tick).at(-1))
    expect(stamps).toMatchObject([1, 2, 3].map((jump) => ({ type: 'stamp', arrived: true, jump })))
    expect(source.read(90).at(-1)).toMatchObject({ tick: 90, jump: 3, arrived: true, end: false })
  })
})

describe('player over a file that the simulation refuses', () => {
  it('R24: stops at the refused tick with one alert, also when it is sought', () => {
    const player = new Player(new FileSource(attempt, fakeRuntime({ refuseAt: 301 })))
    player.play()
    const heard = run(player, 5).flatMap((r) => (r.type === 'alert' ? [r.alert] : []))
    expect(heard).toHaveLength(1)
    expect(heard[0]?.message.en).toContain('refused tick 301')
    expect(player.mode).toBe('ended')
    player.seek(900)
    player.advance(0)
    expect(player.position).toBe(301)
    player.seek(90)
    player.advance(0)
    expect(player.position).toBe(90)
  })

  it('R15: is not opened with an engine of another simulation version', () => {
    expect(() => new FileSource(attempt, fakeRuntime({ simVersion: 9 }))).toThrow('simulation 9')
  })
})

describe('evidence of a track', () => {
  const event = (tick: number): EvidenceEvent => ({
    tick,
    clinical_s: tick / 90,
    kind: 'contact',
    subject: 'token',
    values: {},
  })
  const writer = new TrackWriter({
    attempt: 'attempt-0001',
    procedure: 'fake',
    engine: 'dev',
    sim_version: 1,
    layout: FAKE_LAYOUT,
  })
  for (const tick of [0, 3, 6]) writer.push({ ...createViewState(FAKE_LAYOUT), tick })
  writer.addEvents([0, 2, 3, 6, 7].map(event))
  const track = decodeTrack(writer.finish())

  it('R21: comes with the first frame that shows it, the last ticks with the last frame', () => {
    if (track.type === 'error') throw new Error(track.message)
    const source = new TrackSource(track.track)
    const seen = source
      .read(6)
      .map((r) => (r.type === 'evidence' ? `event ${r.event.tick}` : `${r.type} ${'tick' in r ? r.tick : ''}`))
    expect(seen).toEqual([
      'tick 0',
      'tick 3',
      'event 0',
      'event 2',
      'tick 6',
      'event 3',
      'event 6',
      'event 7',
      'stamp 6',
    ])
    expect(source.eventsUntil(3).map((e) => e.tick)).toEqual([0, 2])
  })
})
