// Writing a track frame by frame (SPEC R18).
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { ViewState } from '../sim/index.ts'
import { ByteWriter } from './bytes.ts'
import { CODER_VERSION } from './codec.ts'
import { poseToGrain } from './coding/grain.ts'
import { toInt } from './coding/predictor.ts'
import { RangeEncoder } from './coding/rangeCoder.ts'
import { ViewCoder, type ScalarKind } from './coding/viewCoder.ts'
import { magicOf, sealParts, type Kind } from './container.ts'
import { writePackedJson } from './packedJson.ts'
import { checkTrackHeader, scalarKinds, type TrackHeader } from './trackHeader.ts'

/** Ticks from one frame to the next: 30 frames a second. */
export const FRAME_TICKS = 3
/** Frames from one key frame to the next: 5 s. */
export const KEY_FRAMES = 150

export const TRACK_KIND: Kind = {
  what: 'track file',
  magic: magicOf('SRHT'),
  format: 1,
  sections: 2,
  maxBytes: 67108864,
}

/** Takes views at ticks 0, 3, 6 ... and gives the track's bytes; what it coded it does not keep twice. */
export class TrackWriter {
  private readonly header: TrackHeader
  private readonly kinds: readonly ScalarKind[]
  private readonly numbers: Int32Array
  private readonly blocks: Uint8Array[] = []
  private readonly events: EvidenceEvent[] = []
  private encoder = new RangeEncoder()
  private coder: ViewCoder
  private frames = 0

  /** @throws Refusal when the header could not be read back */
  constructor(header: TrackHeader) {
    this.header = checkTrackHeader(header, 'header')
    this.kinds = scalarKinds(header.layout)
    this.numbers = new Int32Array(header.layout.poses.length * 7 + this.kinds.length)
    this.coder = new ViewCoder(header.layout.poses.length, this.kinds)
  }

  /** The next frame. @throws RangeError when its tick is not the next multiple of three */
  push(view: ViewState): void {
    const expected = this.frames * FRAME_TICKS
    if (view.tick !== expected)
      throw new RangeError(`track: got a view of tick ${view.tick}, expected tick ${expected}`)
    const { poses, scalars } = this.header.layout
    for (let i = 0; i < poses.length; i++) poseToGrain(view.poses, i * 7, this.numbers, i * 7)
    scalars.forEach((s, i) => {
      this.numbers[poses.length * 7 + i] = toInt((view.scalars[i] ?? 0) / s.step)
    })
    this.coder.code(this.encoder, this.numbers)
    this.frames++
    if (this.frames % KEY_FRAMES === 0) this.closeBlock()
  }

  /** Evidence in order of ticks. */
  addEvents(events: readonly EvidenceEvent[]): void {
    for (const e of events) this.events.push(e)
  }

  private closeBlock(): void {
    this.blocks.push(this.encoder.finish())
    this.encoder = new RangeEncoder()
    this.coder = new ViewCoder(this.header.layout.poses.length, this.kinds)
  }

  /** The whole track; nothing can be pushed afterwards. */
  finish(): Uint8Array {
    if (this.frames % KEY_FRAMES !== 0) this.closeBlock()
    const views = new ByteWriter().varint(CODER_VERSION).varint(this.frames)
    for (const block of this.blocks) views.part(block)
    const evidence = new ByteWriter()
    writePackedJson(evidence, this.events)
    return sealParts(TRACK_KIND, { header: this.header, sections: [views.finish(), evidence.finish()] })
  }
}
