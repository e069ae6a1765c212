// `grade`: the report, by the protocol of today or by one that is given.
import type { Args } from '../args.ts'
import { evidenceOf, readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf } from '../engine.ts'
import { gradeAttempt } from '../grading.ts'

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const { attempt } = readAttempt(path)
  const bench = await benchOf(attempt)
  return { json: gradeAttempt(attempt, bench, evidenceOf(attempt, bench)), lines: [] }
}
