import type { EngineReason } from '../../recording/index.ts'

export type LoadReason = EngineReason | 'offline' | 'no-procedure' | 'anatomy'

/** Why there is nothing to simulate with; pages translate the reason. */
export class LoadError extends Error {
  readonly reason: LoadReason

  constructor(reason: LoadReason, message: string) {
    super(message)
    this.name = 'LoadError'
    this.reason = reason
  }
}
