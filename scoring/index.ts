// The public face of judgement. Arithmetic that every room may use is in scoring/math.
export {
  EVIDENCE_VERSION,
  KINDS,
  type Channel,
  type DetectionLimit,
  type Device,
  type Evidence,
  type EvidenceEvent,
  type EvidenceWords,
  type InputClass,
  type Kind,
  type ValueWord,
} from './evidence.ts'
export { validateEvidence, roundToStep } from './validate.ts'
export { ProtocolError, type Text } from './parse.ts'
export { parseProtocol, missingFacts, type Protocol, type Step, type Profile, type MotionMetric } from './protocol.ts'
export { type Criterion, type Feedback, type Mark, type Part, type Skill } from './criterion.ts'
export { type MarkedNumber, type NumberMark } from './types.ts'
export { LEVELS, type Review, type Reviewer, type Panel, type Cut, type Bands } from './standing.ts'
export { PROTOCOL_FORMAT, migrateProtocol } from './migrations.ts'
export { CHECK_KINDS } from './criteria/index.ts'
export { CAPABILITIES } from './capability.ts'
export { grade, type CaseFacts, type GradeOptions } from './grade.ts'
export { applicableSteps, progressOf, type StepProgress } from './progress.ts'
export {
  type Report,
  type CriterionRow,
  type Outcome,
  type Band,
  type BandReport,
  type Reason,
  type MotionRow,
} from './report.ts'
export { REVIEW_TEXT, MARK_TEXT } from './words.ts'
export { METRICS, computeMetric, type MetricName } from './metrics/index.ts'
export { MOTION_FILTER, smooth } from './metrics/filter.ts'
export { pathLength, speed } from './metrics/pathLength.ts'
export { sparc } from './metrics/sparc.ts'
export { dimensionlessJerk, logDimensionlessJerk } from './metrics/jerk.ts'
