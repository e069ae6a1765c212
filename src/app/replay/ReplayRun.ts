// One track that is watched: player, the view that is drawn, and who wants to know where it stands.
import { decodeTrack, Player, TrackSource } from '../../recording/index.ts'
import type { ViewState } from '../../sim/index.ts'
import type { ViewFeed } from '../../view/index.ts'

const HZ = 90

export class ReplayRun {
  readonly player: Player
  readonly feed: ViewFeed
  readonly length_s: number
  /** Tick of the view that was last put into the scene; undefined before the first. */
  applied: number | undefined
  private readonly view: ViewState

  /** @throws RangeError when the track cannot be read */
  constructor(bytes: Uint8Array) {
    const read = decodeTrack(bytes)
    if (read.type === 'error') throw new RangeError(`replay: ${read.message}`)
    this.player = new Player(new TrackSource(read.track))
    const { layout, ticks } = this.player.info
    this.length_s = (ticks ?? 0) / HZ
    this.view = {
      tick: 0,
      poses: new Float64Array(layout.poses.length * 7),
      scalars: new Float64Array(layout.scalars.length),
    }
    this.feed = { layout, latest: () => this.view }
    this.advance(0)
  }

  get time_s(): number {
    return this.player.position / HZ
  }

  get playing(): boolean {
    return this.player.mode === 'playing' || this.player.mode === 'waiting'
  }

  /** Lets `dt` seconds go by and puts the view there. */
  advance(dt: number): void {
    this.player.advance(dt)
    if (this.player.mode === 'seeking') this.player.advance(0)
    this.player.view(this.view)
  }

  /** One frame of the stage: what the room reads in this frame is from here. */
  frame(dt: number): void {
    this.advance(dt)
    this.applied = this.view.tick
  }

  seek(seconds: number): void {
    this.player.seek(Math.max(0, Math.min(seconds, this.length_s)) * HZ)
  }

  toggle(): void {
    if (this.playing) this.player.pause()
    else this.player.play()
  }
}
