// Whether this device can draw the room as well as it was asked to.

/** Frames that are looked at; the first ones, in which shaders are made, are left out. */
const SKIP = 20
const LOOK_AT = 40
/** A median frame longer than this asks for plainer drawing, ms (30 frames a second are promised). */
const TOO_LONG_MS = 36

/** Tells once, after about 60 frames, whether they took too long. */
export class Pace {
  private frames = 0
  private readonly times: number[] = []

  /** Notes one frame of `dt` seconds. True at most once: when the device cannot keep up. */
  isTooSlow(dt: number): boolean {
    if (this.frames++ < SKIP || this.times.length >= LOOK_AT) return false
    this.times.push(dt * 1000)
    if (this.times.length < LOOK_AT) return false
    const sorted = [...this.times].sort((a, b) => a - b)
    return (sorted[LOOK_AT / 2] ?? 0) > TOO_LONG_MS
  }
}
