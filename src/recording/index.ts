export { BLOCK_TICKS, CODER_VERSION, decodeBlock, encodeBlock, MAX_TICK_INTS } from './codec.ts'
export { type Failure, type Reason, REASONS } from './result.ts'
export { type AttemptHeader } from './header.ts'
export { clockLost, type Remark } from './remarks.ts'
export {
  type Attempt,
  type AttemptSummary,
  decodeAttempt,
  digestsFor,
  encodeAttempt,
  inspectAttempt,
  MAX_TICKS,
} from './attempt.ts'
export { ATTEMPT_FORMAT, migrate, type Migration, MIGRATIONS } from './migrations.ts'
export {
  JOURNAL_FORMAT,
  type JournalEntry,
  JournalWriter,
  type OpenedJournal,
  openJournal,
  sealJournal,
} from './journal.ts'
export {
  type EngineApi,
  type EngineFile,
  type EngineReason,
  type EngineResult,
  type LoadedEngine,
  loadEngine,
  type Runtime,
} from './engine.ts'
export { runAttempt, type RunOptions } from './run.ts'
export { bisectRuns, type Side, type Split, type Verification, verifyAttempt } from './verify.ts'
