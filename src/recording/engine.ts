// The simulation as a value: this build's own, or the one that made an attempt, loaded by its hash (SPEC R14).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8 } from 'fflate'
import type { Evidence } from '../../scoring/evidence.ts'
import type { CommandTable, PackedTick, Procedure, Session, Snapshot, TickInput, ViewState } from '../sim/index.ts'

/** What scenes/engine.ts exports and everything here runs on; an old engine file has the same names. */
export interface EngineApi {
  readonly SIM_VERSION: number
  readonly TICK_HZ: number
  readonly DIGEST_EVERY: number
  readonly procedures: readonly Procedure[]
  stepTick(session: Session, packed: PackedTick): void
  stateDigest(session: Session): string
  takeSnapshot(session: Session): Snapshot
  restoreSnapshot(session: Session, snapshot: Snapshot): void
  readView(session: Session, out?: ViewState): ViewState
  packTick(input: TickInput, table: CommandTable): PackedTick
  unpackTick(packed: PackedTick, table: CommandTable): TickInput
  collectEvidence(session: Session): Evidence
}

/**
 * An engine and the way to begin an attempt in it. The caller makes it, because only the caller knows where grids lie:
 * `makeSession` calls the engine's own createSession with the loaded archetype and the attempt's setup.
 */
export interface Runtime {
  readonly engine: EngineApi
  readonly makeSession: () => Session
}

/** Where an engine's text was found and the address to import it from (file: in Node, http: in a browser). */
export interface EngineFile {
  readonly text: string
  /** Left out: the module is imported from a data: address made of the text. */
  readonly url?: string
}

export type EngineReason = 'development' | 'bad-hash' | 'absent' | 'wrong-hash' | 'not-an-engine'

/** An engine as loaded: createSession and the grid list are typed by whoever calls them. */
export type LoadedEngine = EngineApi & Readonly<Record<string, unknown>>

export type EngineResult =
  | { readonly type: 'success'; readonly engine: LoadedEngine }
  | { readonly type: 'error'; readonly reason: EngineReason; readonly message: string }

const FUNCTIONS = [
  'createSession',
  'stepTick',
  'stateDigest',
  'takeSnapshot',
  'restoreSnapshot',
  'readView',
  'packTick',
  'unpackTick',
  'collectEvidence',
]
const NUMBERS = ['SIM_VERSION', 'TICK_HZ', 'DIGEST_EVERY']

function lacks(module: Readonly<Record<string, unknown>>): string[] {
  const functions = FUNCTIONS.filter((k) => typeof module[k] !== 'function')
  const numbers = NUMBERS.filter((k) => typeof module[k] !== 'number')
  return [...functions, ...numbers, ...(Array.isArray(module['procedures']) ? [] : ['procedures'])]
}

function fail(reason: EngineReason, message: string): EngineResult {
  return { type: 'error', reason, message }
}

async function importEngine(hash: string, file: EngineFile): Promise<EngineResult> {
  const url = file.url ?? `data:text/javascript;charset=utf-8,${encodeURIComponent(file.text)}`
  try {
    const module = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>
    const missing = lacks(module)
    if (missing.length === 0) return { type: 'success', engine: module as LoadedEngine }
    return fail('not-an-engine', `engine ${hash}: lacks ${missing.join(', ')}; it is no engine of this product`)
  } catch (error) {
    return fail('not-an-engine', `engine ${hash}: cannot be imported: ${String(error).slice(0, 200)}`)
  }
}

/**
 * Loads the engine with this SHA-256. `read` finds the file (a folder in Node, a request or the page's store in a
 * browser) and answers undefined when it is not there; the text is hashed before it is run.
 */
export async function loadEngine(
  hash: string,
  read: (hash: string) => Promise<EngineFile | undefined>,
): Promise<EngineResult> {
  if (hash === 'dev') {
    return fail('development', "engine 'dev': made by a development build, which keeps no engine; record it again")
  }
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    return fail('bad-hash', `engine ${hash.slice(0, 80)}: expected a SHA-256 of 64 hexadecimal digits`)
  }
  const file = await read(hash)
  if (!file) {
    return fail(
      'absent',
      `engine ${hash}: not here; fetch it from the server that took the attempt, or update the server`,
    )
  }
  const got = bytesToHex(sha256(strToU8(file.text)))
  if (got !== hash) return fail('wrong-hash', `engine ${hash}: the file found has SHA-256 ${got}; fetch it again`)
  return importEngine(hash, file)
}
