// A press that comes and goes between two ticks must still be seen: edges queue, and each fires once.

/** The simulation's own thresholds for a squeeze; the same here, so that an edge here is an edge there. */
export const PRESS_AT = 0.5
export const RELEASE_AT = 0.3

interface Edge {
  readonly time: number
  readonly value: number
  readonly down: boolean
}

const isDown = (was: boolean, value: number): boolean => (was ? value > RELEASE_AT : value >= PRESS_AT)

/** Edges of one analog button between its samples and the ticks. */
export class PressEdges {
  private pending: Edge[] = []
  /** As the samples have it, and as the ticks have seen it; null = no sample yet. */
  private sampled: boolean | null = null
  private shown = false

  /** Notes a sample of the button at `time` (ms). */
  sample(time: number, value: number): void {
    if (this.sampled === null) {
      this.sampled = this.shown = isDown(false, value)
      return
    }
    const down = isDown(this.sampled, value)
    if (down !== this.sampled) this.pending.push({ time, value, down })
    this.sampled = down
  }

  /** The value for a tick at `time`, where interpolation between samples gives `blended`. */
  take(time: number, blended: number): number {
    for (let e = this.pending[0]; e && e.time <= time; e = this.pending[0]) {
      this.pending.shift()
      if (e.down === this.shown) continue
      this.shown = e.down
      return e.value
    }
    this.shown = isDown(this.shown, blended)
    return blended
  }

  /** Forgets what waits; the next sample is a level, not an edge. */
  clear(): void {
    this.pending = []
    this.sampled = null
  }
}
