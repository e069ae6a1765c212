// `verify`: the recorded ticks through the engine that made them; exact, or the first digest that disagrees.
import { verifyAttempt } from '../../recording/index.ts'
import type { Args } from '../args.ts'
import { readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf } from '../engine.ts'

const DIFFERS = 3

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const { attempt } = readAttempt(path)
  const result = verifyAttempt(attempt, await benchOf(attempt))
  const why = result.refused === null ? '' : ` (${result.refused})`
  const lines = result.exact
    ? [`exact: ${result.ticks} ticks, digest ${result.digest}`]
    : [`differs at the digest of tick ${result.first_split_tick}${why}`]
  return { json: result, lines, status: result.exact ? 0 : DIFFERS }
}
