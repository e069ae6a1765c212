// What a refusal says, for tests.
import { SimError, type SimErrorCode } from '../../src/sim/index.ts'

/** Code of the SimError that `run` throws; undefined when it throws nothing. Other errors pass through. */
export function codeOf(run: () => unknown): SimErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof SimError) return error.code
    throw error
  }
  return undefined
}
