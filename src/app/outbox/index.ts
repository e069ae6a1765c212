import { Outbox } from './outbox.ts'

export { OUTBOX_CODES, type OutboxCode, OutboxError, toOutboxError } from './errors.ts'
export { JournalKeeper, type KeeperEvents } from './journalKeeper.ts'
export { Outbox, rowOf, sealRecords, type StoredJournal } from './outbox.ts'
export { storageCare, type StorageCare } from './persistence.ts'
export type { AttemptRow, AttemptState, ResultRow } from './schema.ts'

/** The one store of this page. */
export const outbox = new Outbox()
