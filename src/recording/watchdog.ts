// Watches a stream of ticks for gaps and repeats (SPEC R24).
import { gapAlert, repeatAlert, type Alert } from './alert.ts'

/** What to do with a batch: leave out its first `skip` ticks, or all of it. */
export interface Verdict {
  readonly take: boolean
  readonly skip: number
  readonly alert: Alert | null
}

/** Knows which tick must come next; raises each gap once, not at every batch behind it. */
export class Watchdog {
  private next = 0
  private inGap = false

  /** The tick that must come next. */
  get expected(): number {
    return this.next
  }

  /** Judges a batch of `count` ticks that begins at tick `first`. */
  check(first: number, count: number): Verdict {
    if (first > this.next) {
      const alert = this.inGap ? null : gapAlert(this.next, first)
      this.inGap = true
      return { take: false, skip: count, alert }
    }
    const skip = this.next - first
    const alert = skip > 0 ? repeatAlert(first, this.next) : null
    if (skip >= count) return { take: false, skip: count, alert: count > 0 ? alert : null }
    this.next = first + count
    this.inGap = false
    return { take: true, skip, alert }
  }
}
