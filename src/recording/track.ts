// Reading a track: frames by number, five seconds decoded at a time (SPEC R18-R20).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { createViewState, VIEW_VERSION, type ViewState } from '../sim/index.ts'
import type { Attempt } from './attempt.ts'
import { ByteReader } from './bytes.ts'
import { CODER_VERSION } from './codec.ts'
import { poseFromGrain } from './coding/grain.ts'
import { RangeDecoder } from './coding/rangeCoder.ts'
import { ViewCoder } from './coding/viewCoder.ts'
import { openParts } from './container.ts'
import type { Runtime } from './engine.ts'
import { readEvents } from './events.ts'
import { readPackedJson } from './packedJson.ts'
import { decode, refuse, type Failure } from './result.ts'
import { runAttempt } from './run.ts'
import { checkTrackHeader, scalarKinds, type TrackHeader } from './trackHeader.ts'
import { FRAME_TICKS, KEY_FRAMES, TRACK_KIND, TrackWriter } from './trackWriter.ts'

const EVIDENCE_MAX = 16777216
/** Frames times things in a frame: an hour of 460 things; keeps a small hostile file from taking minutes. */
const WORK_MAX = 5e7
/** Decoded stretches that are kept: the one that plays and the one before a short step back. */
const KEPT = 2

/** A decoded track. Frame f shows tick f * FRAME_TICKS. */
export class Track {
  readonly header: TrackHeader
  readonly frames: number
  readonly events: readonly EvidenceEvent[]
  private readonly blocks: readonly Uint8Array[]
  private readonly kept = new Map<number, Int32Array>()

  constructor(header: TrackHeader, frames: number, blocks: readonly Uint8Array[], events: readonly EvidenceEvent[]) {
    this.header = header
    this.frames = frames
    this.blocks = blocks
    this.events = events
  }

  /** Numbers of one frame. */
  get width(): number {
    return this.header.layout.poses.length * 7 + this.header.layout.scalars.length
  }

  /** Frames of stretch `b`. */
  private count(b: number): number {
    return Math.min(KEY_FRAMES, this.frames - b * KEY_FRAMES)
  }

  /** Decodes a stretch; a text says what is wrong with it. */
  decodeBlock(b: number): Int32Array | string {
    const { layout } = this.header
    const input = new RangeDecoder(this.blocks[b] ?? new Uint8Array())
    const coder = new ViewCoder(layout.poses.length, scalarKinds(layout))
    const out = new Int32Array(this.width * this.count(b))
    for (let f = 0; f < this.count(b); f++) {
      coder.code(input, out.subarray(f * this.width, (f + 1) * this.width))
      if (input.overrun) return `frame ${b * KEY_FRAMES + f} cannot be read`
    }
    return input.exhausted ? out : `stretch ${b} holds more than its frames`
  }

  private block(b: number): Int32Array {
    const known = this.kept.get(b)
    if (known) return known
    const numbers = this.decodeBlock(b)
    if (typeof numbers === 'string') throw new RangeError(`track: ${numbers}`)
    const [oldest] = this.kept.keys()
    if (this.kept.size >= KEPT && oldest !== undefined) this.kept.delete(oldest)
    this.kept.set(b, numbers)
    return numbers
  }

  /** Writes frame `f` into `out`. @throws RangeError outside 0..frames-1 */
  frame(f: number, out: ViewState = createViewState(this.header.layout)): ViewState {
    if (!(Number.isInteger(f) && f >= 0 && f < this.frames)) {
      throw new RangeError(`track: got frame ${f}, expected 0..${this.frames - 1}`)
    }
    const b = Math.floor(f / KEY_FRAMES)
    const numbers = this.block(b)
    const at = (f - b * KEY_FRAMES) * this.width
    const { poses, scalars } = this.header.layout
    for (let i = 0; i < poses.length; i++) poseFromGrain(numbers, at + i * 7, out.poses, i * 7)
    scalars.forEach((s, i) => {
      out.scalars[i] = (numbers[at + poses.length * 7 + i] ?? 0) * s.step
    })
    const view = out as ViewState & { tick: number }
    view.tick = f * FRAME_TICKS
    return view
  }
}

function readFrames(r: ByteReader, header: TrackHeader): number {
  const coder = r.varint(1e6)
  if (coder !== CODER_VERSION) {
    refuse(
      'too-new',
      `track file: got coder ${coder}, expected ${CODER_VERSION}; make the track again from its attempt`,
    )
  }
  const version = header.layout.version
  if (version > VIEW_VERSION) {
    refuse('too-new', `track file: got view version ${version}, expected at most ${VIEW_VERSION}; update this program`)
  }
  const things = header.layout.poses.length + header.layout.scalars.length + 1
  return r.varint(Math.floor(WORK_MAX / things))
}

/** Reads a track whole (every stretch is decoded once), or says why not. */
export function decodeTrack(bytes: Uint8Array): { readonly type: 'success'; readonly track: Track } | Failure {
  return decode(() => {
    const parts = openParts(TRACK_KIND, bytes)
    const header = checkTrackHeader(parts.header, 'header')
    const [views = new Uint8Array(), evidence = new Uint8Array()] = parts.sections
    const r = new ByteReader(views, 'frames')
    const frames = readFrames(r, header)
    const blocks = Array.from({ length: Math.ceil(frames / KEY_FRAMES) }, () => r.part(views.length))
    r.end()
    const e = new ByteReader(evidence, 'evidence')
    const events = readEvents(readPackedJson(e, EVIDENCE_MAX))
    e.end()
    const track = new Track(header, frames, blocks, events)
    blocks.forEach((_, b) => {
      const numbers = track.decodeBlock(b)
      if (typeof numbers === 'string') r.fail(numbers)
    })
    return { type: 'success', track }
  })
}

/** Runs an attempt and makes its track. @throws SimError as the simulation does */
export function encodeTrack(attempt: Attempt, runtime: Runtime, engine: string): Uint8Array {
  const first = runtime.makeSession()
  const { id, procedure, sim_version } = attempt.header
  const writer = new TrackWriter({ attempt: id, procedure, engine, sim_version, layout: first.layout })
  const view = runtime.engine.readView(first)
  writer.push(view)
  const session = runAttempt(attempt, runtime, {
    onTick: (s, ticks) => {
      if (ticks % FRAME_TICKS === 0) writer.push(runtime.engine.readView(s, view))
    },
  })
  writer.addEvents(session.events)
  return writer.finish()
}
