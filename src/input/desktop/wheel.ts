// Notches of a wheel, whatever the mouse, trackpad or browser calls them.
export interface WheelInput {
  readonly deltaY: number
  /** 0 pixels, 1 lines, 2 pages (DOM). */
  readonly deltaMode: number
}

/** What one notch sends in each mode (browsers: 100 or 120 px, 3 lines, 1 page). */
const PER_NOTCH = [100, 3, 1] as const
/** An event this large is a notch of a wheel; smaller ones come from a trackpad and add up. */
const WHOLE_FROM = 0.4

/** Ten tenths are one, also in binary. */
const SLACK = 1e-6

export class Wheel {
  private rest = 0

  /** Notches of this event; positive = wheel towards the learner. */
  notches(e: WheelInput): number {
    const n = e.deltaY / (PER_NOTCH[e.deltaMode] ?? PER_NOTCH[0])
    if (Math.abs(n) >= WHOLE_FROM) {
      this.rest = 0
      return Math.sign(n) * Math.max(1, Math.round(Math.abs(n)))
    }
    this.rest += n
    const whole = Math.trunc(this.rest + Math.sign(n) * SLACK)
    this.rest -= whole
    return whole
  }
}
