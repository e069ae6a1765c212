// Adaptive linear prediction of one number stream (normalised least mean squares: B. Widrow, M. E. Hoff 1960).

const TAPS = 8
/** Step of learning: small, because clinical motion is smooth and tracking noise is not to be learned. */
const RATE = 0.01
/** First guess before anything is learned: half way between holding and going straight on. */
const FIRST = [1.5, -0.5, 0, 0, 0, 0, 0, 0]

/**
 * Guesses the next value as the last one plus a weighted sum of the last differences. Only + - * / on doubles: exact in
 * every engine. A value that ran away (hostile input) puts the weights back to their start.
 */
export class Predictor {
  private readonly differences = new Float64Array(TAPS)
  private readonly weights = Float64Array.from(FIRST)
  private last = 0
  private guessed = 0
  private seen = 0
  /** Keeps the learning step finite while nothing moves; in squared units of the stream. */
  private readonly floor: number

  constructor(floor: number) {
    this.floor = floor
  }

  guess(): number {
    let sum = this.last
    if (this.seen > 1) {
      for (let i = 0; i < TAPS; i++) sum += (this.weights[i] ?? 0) * (this.differences[i] ?? 0)
    }
    this.guessed = sum
    return sum
  }

  /** Takes the true value after a `guess`. */
  learn(value: number): void {
    if (this.seen > 2) this.adapt(value - this.guessed)
    this.differences.copyWithin(1, 0, TAPS - 1)
    this.differences[0] = this.seen > 0 ? value - this.last : 0
    this.last = value
    if (this.seen < 3) this.seen++
  }

  private adapt(error: number): void {
    let energy = this.floor
    for (const d of this.differences) energy += d * d
    const gain = (RATE * error) / energy
    if (!(Math.abs(gain) < 1e6)) {
      this.weights.set(FIRST)
      return
    }
    for (let i = 0; i < TAPS; i++) this.weights[i] = (this.weights[i] ?? 0) + gain * (this.differences[i] ?? 0)
  }

  /** Forgets the motion but not what was learned: the thing lies still. */
  rest(): void {
    this.differences.fill(0)
  }
}

/** Nearest whole number of 32 bits; 0 for anything that is none. */
export function toInt(x: number): number {
  return x > 2147483647 ? 2147483647 : x < -2147483648 ? -2147483648 : Math.round(x) | 0
}
