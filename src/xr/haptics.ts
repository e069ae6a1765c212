// Every pulse of a controller goes through here: limited in rate, logged with its cause.

export type Side = 'left' | 'right'

export interface Pulse {
  /** Clock of the caller, ms. */
  readonly at_ms: number
  readonly side: Side
  /** 0..1. */
  readonly strength: number
  readonly length_ms: number
  readonly cause: string
}

/** Fifty pulses a second for a hand: actuators blur what comes faster, and some firmware drops the session. */
export const SHORTEST_GAP_MS = 20
const LOG_MAX = 5000

export interface HapticsOptions {
  readonly now: () => number
  /** Sends a pulse to the device; false when there is nothing to send it to (bare hands, no session). */
  readonly send: (side: Side, strength: number, length_ms: number) => boolean
}

export interface Haptics {
  /** True when the pulse went out. */
  pulse(side: Side, strength: number, length_ms: number, cause: string): boolean
  /** Pulses that went out, oldest first; the last few thousand. */
  readonly log: readonly Pulse[]
  /** Pulses held back by the rate limit. */
  readonly held: number
}

class RateLimited implements Haptics {
  readonly log: Pulse[] = []
  held = 0
  private readonly last: Record<Side, number> = { left: -Infinity, right: -Infinity }
  private readonly options: HapticsOptions

  constructor(options: HapticsOptions) {
    this.options = options
  }

  pulse(side: Side, strength: number, length_ms: number, cause: string): boolean {
    const at_ms = this.options.now()
    if (at_ms - this.last[side] < SHORTEST_GAP_MS) {
      this.held++
      return false
    }
    const s = Math.min(1, Math.max(0, strength))
    if (s === 0 || !this.options.send(side, s, length_ms)) return false
    this.last[side] = at_ms
    this.log.push({ at_ms, side, strength: s, length_ms, cause })
    if (this.log.length > LOG_MAX) this.log.shift()
    return true
  }
}

export function createHaptics(options: HapticsOptions): Haptics {
  return new RateLimited(options)
}

interface Source {
  readonly handedness: string
  readonly gamepad?: {
    readonly hapticActuators?: readonly { pulse?(value: number, ms: number): unknown }[]
  } | null
}

/** Sends to the controllers of a session; hands have no actuator. */
export function toControllers(sources: () => Iterable<Source>): HapticsOptions['send'] {
  return (side, strength, length_ms) => {
    for (const s of sources()) {
      const actuator = s.handedness === side ? s.gamepad?.hapticActuators?.[0] : undefined
      if (!actuator?.pulse) continue
      actuator.pulse(strength, length_ms)
      return true
    }
    return false
  }
}

/** What the hand should feel for something that happened; see `src/audio/cues.ts` for the words. */
export interface FeltCue {
  readonly kind: string
  readonly side: Side
  readonly strength: number
}

const FEEL: Readonly<Record<string, readonly [number, number]>> = {
  puncture: [0.75, 35],
  give: [0.9, 45],
  layer: [0.35, 18],
  out: [0.25, 20],
  take: [0.5, 30],
  attach: [0.7, 30],
  detach: [0.6, 30],
}

/** A pulse for a cue. @returns whether it went out */
export function feel(haptics: Haptics, cue: FeltCue): boolean {
  const [strength, ms] = FEEL[cue.kind] ?? [0.3, 15]
  return haptics.pulse(cue.side, strength * Math.max(0.4, cue.strength), ms, cue.kind)
}

/** Steady buzz under force: stronger and denser as force grows. Call once per frame; `force_n` in newtons. */
export function feelForce(haptics: Haptics, side: Side, force_n: number): void {
  if (force_n < 0.3) return
  haptics.pulse(side, Math.min(0.5, force_n / 12), 14, 'force')
}
