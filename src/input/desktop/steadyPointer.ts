// The tremor filter: a pointer that follows the one that is seen, slowly enough to smooth a trembling hand.

/** Time constant, s: a tremor of 6 Hz is cut to a sixth (design value). */
const TREMOR_S = 0.16

interface Point {
  readonly x: number
  readonly y: number
}

export class SteadyPointer {
  on = false
  private seen: Point | null = null
  private at: Point | null = null

  /** The pointer was seen here; where to follow it to at once, null = later, by `step`. */
  see(x: number, y: number): Point | null {
    this.seen = { x, y }
    if (!this.on || !this.at) this.at = this.seen
    return this.at === this.seen ? this.at : null
  }

  /** Follows all the way: a press means the place under the pointer. */
  snap(x: number, y: number): void {
    this.seen = this.at = { x, y }
  }

  /** Where the pointer is followed to in `dt` seconds, null when it is there. */
  step(dt: number): Point | null {
    const { seen, at } = this
    if (!seen || !at || (seen.x === at.x && seen.y === at.y)) return null
    const share = this.on ? 1 - Math.exp(-dt / TREMOR_S) : 1
    this.at = { x: at.x + (seen.x - at.x) * share, y: at.y + (seen.y - at.y) * share }
    return this.at
  }
}
