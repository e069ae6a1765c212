/** A named stream of numbers: its whole state is one integer, so that a snapshot can hold it. */
export interface Stream {
  state: number
}

/** FNV-1a over the name, mixed with the seed: two streams of one seed share no numbers. */
export function stream(seed: number, name: string): Stream {
  let h = 0x811c9dc5 ^ (seed | 0)
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return { state: h | 0 }
}

/** Next number of the stream, uniform in [0, 1) (mulberry32: integer arithmetic only). */
export function next(s: Stream): number {
  s.state = (s.state + 0x6d2b79f5) | 0
  let t = Math.imul(s.state ^ (s.state >>> 15), 1 | s.state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** Uniform in [low, high). */
export function uniform(s: Stream, low: number, high: number): number {
  return low + (high - low) * next(s)
}

/** Approximately normal, mean 0 and deviation 1: twelve uniforms (Irwin-Hall), bounded by 6, no logarithm. */
export function normal(s: Stream): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += next(s)
  return sum
}
