// Reads a feed once per drawn frame: poses by name as matrices, scalars by name, both between two ticks.
import { Matrix4, Quaternion, Vector3 } from 'three'
import type { Pose } from '../../../scoring/math/index.ts'
import { createViewState, type ViewState } from '../../sim/viewState.ts'
import type { Side, ViewFeed } from './feed.ts'

/** One drawn frame of a feed. Unknown names read as "not there" or 0: a layout may lack what a scene can show. */
export interface Frame {
  readonly feed: ViewFeed
  readonly tick: number
  hasPose(name: string): boolean
  hasScalar(name: string): boolean
  /** Writes the pose of `name` (work frame, m) into `out`; false when the layout lacks it. */
  matrix(name: string, out: Matrix4): boolean
  /** Value between the two ticks. */
  scalar(name: string): number
  /** Value of the newest tick: for indices and switches, which have nothing between. */
  index(name: string): number
  /** Takes the feed's present states; called once per drawn frame by the room. */
  advance(): void
}

const ONE = new Vector3(1, 1, 1)

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((n, i) => [n, i]))
}

function place(view: ViewState, i: number, p: Vector3, q: Quaternion): void {
  p.fromArray(view.poses, i * 7)
  q.fromArray(view.poses, i * 7 + 3)
}

export function matrixOf(pose: Pose, out: Matrix4): Matrix4 {
  const [x, y, z] = pose.p
  return out.compose(P.set(x, y, z), Q.fromArray(pose.q), ONE)
}

const P = new Vector3()
const Q = new Quaternion()
const P2 = new Vector3()
const Q2 = new Quaternion()

class FeedFrame implements Frame {
  readonly feed: ViewFeed
  private now: ViewState
  private before: ViewState
  private t = 1
  private readonly poses: ReadonlyMap<string, number>
  private readonly scalars: ReadonlyMap<string, number>

  constructor(feed: ViewFeed) {
    this.feed = feed
    this.poses = indexOf(feed.layout.poses)
    this.scalars = indexOf(feed.layout.scalars.map((s) => s.name))
    this.now = createViewState(feed.layout)
    this.before = this.now
  }

  get tick(): number {
    return this.now.tick
  }

  hasPose(name: string): boolean {
    return this.poses.has(name)
  }

  hasScalar(name: string): boolean {
    return this.scalars.has(name)
  }

  advance(): void {
    const { feed } = this
    this.now = feed.latest()
    this.before = feed.previous?.() ?? this.now
    this.t = this.before === this.now ? 1 : Math.min(1, Math.max(0, feed.alpha?.() ?? 1))
  }

  matrix(name: string, out: Matrix4): boolean {
    const i = this.poses.get(name)
    if (i === undefined) return false
    place(this.now, i, P, Q)
    if (this.t < 1) {
      place(this.before, i, P2, Q2)
      P.lerpVectors(P2, P, this.t)
      Q.copy(Q2.slerp(Q, this.t))
    }
    out.compose(P, Q.normalize(), ONE)
    return true
  }

  scalar(name: string): number {
    const i = this.scalars.get(name)
    if (i === undefined) return 0
    const b = this.now.scalars[i] ?? 0
    return this.t < 1 ? (this.before.scalars[i] ?? b) * (1 - this.t) + b * this.t : b
  }

  index(name: string): number {
    const i = this.scalars.get(name)
    return i === undefined ? 0 : (this.now.scalars[i] ?? 0)
  }
}

export function createFrame(feed: ViewFeed): Frame {
  return new FeedFrame(feed)
}

/** Where a hand is drawn: the newest pose that the device gave, else the hand of the frame. */
export function handMatrix(frame: Frame, side: Side, out: Matrix4): boolean {
  const newest = frame.feed.newestHand?.(side)
  if (!newest) return frame.matrix(side, out)
  matrixOf(newest, out)
  return true
}
