// The engine's entry: the simulation and all headless procedures as one self-contained module. Its SHA-256 names it in
// every attempt's header; whoever re-runs an attempt loads this file and nothing else. Protocols are not in it.
import { MU } from '../src/sim/imaging/attenuation.ts'

export {
  SIM_VERSION,
  TICK_HZ,
  TICK_FORMAT,
  DIGEST_EVERY,
  SimError,
  createSession,
  stepTick,
  stateDigest,
  takeSnapshot,
  restoreSnapshot,
  readView,
  createViewState,
  collectEvidence,
  packTick,
  unpackTick,
  openArchetype,
  canMount,
  canUnmount,
} from '../src/sim/index.ts'
export { renderXray, standardView } from '../src/sim/imaging/xray.ts'
export { archetypes } from './archetypes.ts'
export { procedures, findProcedure } from './index.ts'
export { perform } from './common/performing/perform.ts'

/** Attenuation of instrument steel for the imager, 1/m. */
export const STEEL_MU = MU.steel
