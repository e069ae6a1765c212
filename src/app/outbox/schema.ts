// What the browser keeps: attempts, their journals, their sealed files, what was computed from them.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { toOutboxError } from './errors.ts'

export const OUTBOX_NAME = 'surehand'
export const OUTBOX_VERSION = 1

export type AttemptState = 'open' | 'sealed'

/** One line of the list of attempts; small, so that a list never loads motion. */
export interface AttemptRow {
  readonly id: string
  readonly procedure: string
  readonly case: string
  /** Id of the drill that it is; absent for the whole procedure. */
  readonly drill?: string
  readonly mode: 'guided' | 'practice' | 'exam'
  readonly inputClass: string
  readonly engine: string
  readonly createdUtc: string
  readonly state: AttemptState
  /** Which rewriting of the journal is the valid one; raised by every resume. */
  readonly generation: number
  /** Ticks that are safely stored. */
  readonly ticks: number
  /** How often the app went away in the middle. */
  readonly interruptions: number
  /** Set when the attempt came from a file instead of being made here. */
  readonly imported: boolean
  /** When a copy was last saved outside the browser; null = never. */
  readonly exportedUtc: string | null
}

/** What was computed from a sealed attempt; can be computed again at any time. */
export interface ResultRow {
  readonly id: string
  /** The engine and protocol that made it. */
  readonly engine: string
  readonly protocolVersion: number
  readonly report: unknown
  readonly evidence: unknown
  readonly track: Uint8Array | null
}

export interface OutboxSchema extends DBSchema {
  attempts: { key: string; value: AttemptRow }
  /** Journal records under [attempt, generation, number]. */
  records: { key: [string, number, number]; value: Uint8Array }
  /** Sealed .attempt files by attempt. */
  files: { key: string; value: Uint8Array }
  results: { key: string; value: ResultRow }
}

export type OutboxDb = IDBPDatabase<OutboxSchema>

/** Every write waits until the bytes are on the disk (measured: seven killed browsers, no acknowledged record lost). */
export const STRICT = { durability: 'strict' } as const

function upgrade(db: OutboxDb): void {
  db.createObjectStore('attempts', { keyPath: 'id' })
  db.createObjectStore('records')
  db.createObjectStore('files')
  db.createObjectStore('results', { keyPath: 'id' })
}

/**
 * Opens the store of this browser. `onGone` is told when the browser closed it (another version of the page, or storage
 * was cleared): the next use opens it again.
 * @throws OutboxError `unavailable` in private windows that keep nothing, and when storage is switched off
 */
export async function openOutboxDb(name: string, onGone: () => void): Promise<OutboxDb> {
  try {
    return await openDB<OutboxSchema>(name, OUTBOX_VERSION, {
      upgrade,
      blocking: (_current, _blocked, event) => {
        ;(event.target as IDBDatabase).close()
        onGone()
      },
      terminated: onGone,
    })
  } catch (error) {
    throw toOutboxError(error, 'opening')
  }
}
