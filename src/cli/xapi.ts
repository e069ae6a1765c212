// One xAPI 1.0.3 statement for an attempt, for learning record stores.
import type { Report } from '../../scoring/index.ts'
import type { AttemptHeader } from '../recording/index.ts'

const VERBS = 'http://adlnet.gov/expapi/verbs'
/** A reserved domain that nobody can own: the file names no server and no person; whoever imports it fills in both. */
const NOBODY = 'https://surehand.invalid'

/**
 * The verb is `completed` while no band is set, then `passed` or `failed`. The learner is the attempt's random id: an
 * attempt file holds no name.
 * @param seconds duration of the attempt in motion time
 */
export function toXapi(header: AttemptHeader, report: Report, seconds: number): object {
  const verb = report.passed === null ? 'completed' : report.passed ? 'passed' : 'failed'
  const score =
    report.score === null ? {} : { score: { raw: report.score, min: 0, max: 100, scaled: report.score / 100 } }
  const success = report.passed === null ? {} : { success: report.passed }
  return {
    actor: { objectType: 'Agent', account: { homePage: NOBODY, name: header.id } },
    verb: { id: `${VERBS}/${verb}`, display: { en: verb } },
    object: {
      objectType: 'Activity',
      id: `${NOBODY}/procedures/${header.procedure}/cases/${header.setup.case}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/simulation', name: { en: header.procedure } },
    },
    result: { ...score, ...success, completion: !header.interrupted, duration: `PT${seconds.toFixed(2)}S` },
    context: {
      extensions: {
        [`${NOBODY}/engine`]: header.engine,
        [`${NOBODY}/seed`]: header.setup.seed,
        [`${NOBODY}/protocol-version`]: report.protocol_version,
        [`${NOBODY}/review`]: report.review.state,
        [`${NOBODY}/critical-errors`]: report.critical_errors.map((e) => e.id),
      },
    },
    timestamp: header.created_utc,
  }
}
