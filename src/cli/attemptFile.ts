// Reading attempt files, and running them again to see what they testify.
import { readFileSync } from 'node:fs'
import type { Evidence } from '../../scoring/evidence.ts'
import { decodeAttempt, runAttempt, type Attempt } from '../recording/index.ts'
import type { Bench } from './engine.ts'
import { badInput } from './fail.ts'

/** @throws CliError (1) when there is no such file */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return badInput(`${path}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`)
  }
}

/** @throws CliError (1) with the reason why it is not an attempt of this program */
export function readAttempt(path: string): { readonly attempt: Attempt; readonly bytes: number } {
  const bytes = readBytes(path)
  const result = decodeAttempt(bytes)
  return result.type === 'success'
    ? { attempt: result.attempt, bytes: bytes.length }
    : badInput(`${path}: ${result.message}`)
}

/** Evidence of the attempt from an exact re-run. @throws SimError when the simulation refuses a recorded tick */
export function evidenceOf(attempt: Attempt, bench: Bench): Evidence {
  return bench.engine.collectEvidence(runAttempt(attempt, bench))
}
