// `grade`: the report, by the protocol of today or by one that is given.
import type { Report } from '../../../scoring/index.ts'
import type { AttemptSetup } from '../../sim/index.ts'
import type { Args } from '../args.ts'
import { evidenceOf, readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf } from '../engine.ts'
import { gradeAttempt } from '../grading.ts'
import { protocolFile } from '../protocol.ts'

const shown = (score: number | null): string => (score === null ? 'not measurable' : score.toFixed(1))

function readable(r: Report, { procedure, drill }: AttemptSetup): string[] {
  const provisional = r.band === 'not-set' ? ` (provisional: ${r.provisional_band})` : ''
  return [
    `${drill === undefined ? '' : `${procedure}, drill `}${r.procedure}, case ${r.case}, seed ${r.seed}; ${r.review.text.en}`,
    `score ${shown(r.score)}, result ${shown(r.result)}, conduct ${shown(r.conduct)}; band ${r.band}${provisional}`,
    ...r.critical_errors.map((e) => `critical: ${e.id}${e.t === null ? '' : ` at ${e.t.toFixed(2)} s`}`),
    ...r.criteria.map((c) => {
      const measured = c.measured === null ? '' : ` ${c.measured} ${c.unit}`
      const expected = c.expected === null ? '' : `, expected ${c.expected}`
      return `${c.outcome}\t${c.id}${measured}${expected} [${c.mark}]`
    }),
  ]
}

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const given = args.options['protocol']
  const protocol = given === undefined ? undefined : protocolFile(given)
  const { attempt } = readAttempt(path)
  const bench = await benchOf(attempt)
  const report = gradeAttempt(attempt, bench, evidenceOf(attempt, bench), protocol)
  const { setup } = attempt.header
  const json = { ...report, procedure: setup.procedure, ...(setup.drill === undefined ? {} : { drill: setup.drill }) }
  return { json, lines: readable(report, setup) }
}
