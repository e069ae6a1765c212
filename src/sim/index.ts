export { SimError, type SimErrorCode } from './errors.ts'
export {
  type ArgType,
  type ArgValue,
  type Command,
  type CommandDef,
  type CommandTable,
  packCommands,
  unpackCommands,
} from './command.ts'
export {
  TICK_HZ,
  DT,
  TICK_FORMAT,
  STEP,
  BIT,
  FIELD_INTS,
  LOST_HAND,
  EMPTY_TICK,
  type Dial,
  type HandInput,
  type TickInput,
  type PackedTick,
  packTick,
} from './tick.ts'
export { unpackTick } from './unpack.ts'
export {
  VIEW_VERSION,
  type ScalarWord,
  type ViewLayout,
  type ViewState,
  createViewState,
  writePose,
  readPose,
  poseIndex,
  scalarIndex,
} from './viewState.ts'
export {
  type ActGroup,
  type AttemptSetup,
  type Box,
  type Case,
  type CaseFacts,
  type Vitals,
  type ChannelDef,
  type Coupling,
  type Drill,
  type Fixture,
  type Instrument,
  type ListedAct,
  type NeedleShape,
  type Performance,
  type Performer,
  type PerformerView,
  type Procedure,
  type Rules,
  type SyringeShape,
  type System,
  type Text,
  type Transition,
  type ViewPose,
  type ViewScalar,
  defineProcedure,
} from './procedure.ts'
export { type Session } from './session.ts'
export { type SimState, type ToolState, type HandState, type Verb, VERBS } from './state.ts'
export { commandTable, WAITS_S, VIEWS } from './builtins.ts'
export { createSession } from './create.ts'
export { findDrill } from './drill.ts'
export { passClinical } from './steps/clock.ts'
export { type TissueField, type Anatomy, type Archetype } from './tissue/anatomy.ts'
export { type ArchetypeManifest, type GridEntry, type RawGrid, openArchetype } from './tissue/openArchetype.ts'
export { type TissueLaw } from './tissue/law.ts'
export { readView, viewLayout } from './view.ts'
export { type Assembly, assemblyOf } from './tools/mounted.ts'
export { canMount, canUnmount } from './steps/exchange.ts'
export {
  DIGEST_EVERY,
  type Snapshot,
  stepTick,
  stateDigest,
  takeSnapshot,
  restoreSnapshot,
  collectEvidence,
} from './run.ts'
export { SIM_VERSION } from './version.ts'
