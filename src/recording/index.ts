export { BLOCK_TICKS, CODER_VERSION, decodeBlock, encodeBlock, MAX_TICK_INTS } from './codec.ts'
export { type Failure, type Reason, REASONS } from './result.ts'
export { type AttemptHeader } from './header.ts'
export { clockLost, type Remark } from './remarks.ts'
export {
  type Attempt,
  type AttemptSummary,
  decodeAttempt,
  DIGEST_TICKS,
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
export { decodeTrack, encodeTrack, Track } from './track.ts'
export { FRAME_TICKS, KEY_FRAMES, TrackWriter } from './trackWriter.ts'
export { scalarKinds, type TrackHeader } from './trackHeader.ts'
export { type ScalarKind } from './coding/viewCoder.ts'
export { type Alert } from './alert.ts'
export { Watchdog, type Verdict } from './watchdog.ts'
export {
  type AttemptSource,
  type Capabilities,
  eventsUpTo,
  type SourceInfo,
  type SourceResult,
  type Stamp,
} from './source.ts'
export { TrackSource } from './trackSource.ts'
export { FileSource } from './fileSource.ts'
export { LiveSource } from './liveSource.ts'
export { blendViews } from './blend.ts'
export { nextState, type PlayerEvent, type PlayerMode, type PlayerState } from './playerState.ts'
export { Player, SPEEDS } from './player.ts'
export {
  type FrameInfo,
  inspectFrame,
  LiveDecoder,
  LiveEncoder,
  type LiveFrame,
  MAX_FRAME_TICKS,
  WIRE_VERSION,
} from './wire.ts'
export { decodeArchetype, gridHashes, hashOf, loadGrids, readGrid } from './grids.ts'
