/** Why the simulation refuses to go on; the ticks so far stay valid and are kept. */
export type SimErrorCode =
  | 'non-finite-input'
  | 'non-finite-state'
  | 'wrong-tick-format'
  | 'malformed-tick'
  | 'unknown-command'
  | 'unknown-case'
  | 'unknown-drill'
  | 'missing-grids'

/** A named failure with the tick at which it happened (undefined before the first tick). */
export class SimError extends Error {
  readonly code: SimErrorCode
  readonly tick: number | undefined

  constructor(code: SimErrorCode, message: string, tick?: number) {
    super(tick === undefined ? message : `tick ${tick}: ${message}`)
    this.name = 'SimError'
    this.code = code
    this.tick = tick
  }
}
