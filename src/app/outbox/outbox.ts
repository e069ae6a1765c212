// The store of attempts in this browser: nothing that was once acknowledged is ever taken out of it.
import {
  type AttemptHeader,
  type OpenedJournal,
  decodeAttempt,
  inspectAttempt,
  openJournal,
  sealJournal,
} from '../../recording/index.ts'
import { OutboxError, toOutboxError } from './errors.ts'
import { type AttemptRow, type OutboxDb, type ResultRow, OUTBOX_NAME, openOutboxDb, STRICT } from './schema.ts'

const everyRecord = (id: string, generation: number): IDBKeyRange =>
  IDBKeyRange.bound([id, generation, 0], [id, generation, Infinity])

/** The row of an attempt that begins now. */
export function rowOf(header: AttemptHeader, more: Partial<AttemptRow> = {}): AttemptRow {
  return {
    id: header.id,
    procedure: header.procedure,
    case: header.setup.case,
    ...(header.setup.drill === undefined ? {} : { drill: header.setup.drill }),
    mode: header.setup.mode,
    inputClass: header.setup.input_class,
    engine: header.engine,
    createdUtc: header.created_utc,
    state: 'open',
    generation: 0,
    ticks: 0,
    interruptions: 0,
    imported: false,
    exportedUtc: null,
    ...more,
  }
}

/** A stored journal as far as it can be read, and what was wrong after that. */
export interface StoredJournal {
  readonly row: AttemptRow
  readonly journal: OpenedJournal
}

export class Outbox {
  private db: Promise<OutboxDb> | null = null
  private readonly name: string

  constructor(name: string = OUTBOX_NAME) {
    this.name = name
  }

  private open(): Promise<OutboxDb> {
    this.db ??= openOutboxDb(this.name, () => (this.db = null)).catch((error: unknown) => {
      this.db = null
      throw error
    })
    return this.db
  }

  private async run<T>(doing: string, work: (db: OutboxDb) => Promise<T>): Promise<T> {
    const db = await this.open()
    try {
      return await work(db)
    } catch (error) {
      throw toOutboxError(error, doing)
    }
  }

  /** Writes; when the space is used up, journals of sealed attempts make room once (their files hold the same). */
  private async write(doing: string, work: (db: OutboxDb) => Promise<void>): Promise<void> {
    try {
      await this.run(doing, work)
    } catch (error) {
      if (!(error instanceof OutboxError) || error.code !== 'quota' || (await this.reclaim()) === 0) throw error
      await this.run(doing, work)
    }
  }

  /** Begins an attempt with its journal's first record. */
  async begin(row: AttemptRow, record: Uint8Array): Promise<void> {
    await this.rewrite(row, [record])
  }

  /** Puts a whole journal under the row's generation, in one step: all of it or nothing. */
  async rewrite(row: AttemptRow, records: readonly Uint8Array[]): Promise<void> {
    await this.write('beginning a journal', async (db) => {
      const tx = db.transaction(['attempts', 'records'], 'readwrite', STRICT)
      const puts = records.map((r, n) => tx.objectStore('records').put(r, [row.id, row.generation, n]))
      await Promise.all([...puts, tx.objectStore('attempts').put(row), tx.done])
    })
  }

  /** Keeps the next record of a journal; settles when it is on the disk. `row.ticks` counts what is then kept. */
  async append(row: AttemptRow, number: number, record: Uint8Array): Promise<void> {
    await this.write('storing a record', async (db) => {
      const tx = db.transaction(['attempts', 'records'], 'readwrite', STRICT)
      const put = tx.objectStore('records').put(record, [row.id, row.generation, number])
      await Promise.all([put, tx.objectStore('attempts').put(row), tx.done])
    })
  }

  /** All attempts, newest first. */
  async list(): Promise<AttemptRow[]> {
    const rows = await this.run('listing attempts', (db) => db.getAll('attempts'))
    return rows.sort((a, b) => (a.createdUtc < b.createdUtc ? 1 : -1))
  }

  async row(id: string): Promise<AttemptRow> {
    const row = await this.run('reading an attempt', (db) => db.get('attempts', id))
    if (!row) throw new OutboxError('absent', `outbox: no attempt ${id} in this browser; import its file`)
    return row
  }

  /** The stored records of one generation of a journal, in order. */
  async records(id: string, generation: number): Promise<Uint8Array[]> {
    return this.run('reading a journal', (db) => db.getAll('records', everyRecord(id, generation)))
  }

  /** The journal of an unfinished attempt, as far as it is good. @throws OutboxError `damaged` without a good header */
  async journal(id: string): Promise<StoredJournal> {
    const row = await this.row(id)
    const records = await this.records(id, row.generation)
    const journal = openJournal(records)
    if (journal.type === 'error') throw new OutboxError('damaged', `outbox: journal of ${id}: ${journal.message}`)
    return { row, journal }
  }

  /** Seals what the journal holds; `more` are records that could not be stored. Returns the file. */
  async seal(id: string, more: readonly Uint8Array[] = []): Promise<Uint8Array> {
    const row = await this.row(id)
    const records = await this.records(id, row.generation)
    const bytes = sealRecords([...records, ...more], row.interruptions > 0)
    await this.putFile({ ...row, state: 'sealed' }, bytes)
    return bytes
  }

  private async putFile(row: AttemptRow, bytes: Uint8Array): Promise<void> {
    const summary = inspectAttempt(bytes)
    const ticks = summary.type === 'success' ? summary.summary.ticks : row.ticks
    await this.write('sealing an attempt', async (db) => {
      const tx = db.transaction(['attempts', 'files'], 'readwrite', STRICT)
      const put = tx.objectStore('files').put(bytes, row.id)
      await Promise.all([put, tx.objectStore('attempts').put({ ...row, ticks }), tx.done])
    })
  }

  /** The sealed file. @throws OutboxError `absent` while the attempt is unfinished */
  async file(id: string): Promise<Uint8Array> {
    const bytes = await this.run('reading a file', (db) => db.get('files', id))
    if (!bytes) throw new OutboxError('absent', `outbox: no finished attempt ${id} in this browser; import its file`)
    return bytes
  }

  /** Takes in a file from elsewhere; one that is here already stays as it is. Returns its id. */
  async importFile(bytes: Uint8Array): Promise<string> {
    const read = decodeAttempt(bytes)
    if (read.type === 'error') throw new OutboxError('not-an-attempt', `outbox: import: ${read.message}`)
    const { header, ticks } = read.attempt
    const known = await this.run('looking for an attempt', (db) => db.getKey('files', header.id))
    if (known === undefined) {
      const row = rowOf(header, { state: 'sealed', ticks: ticks.length, imported: true })
      await this.putFile(row, bytes)
    }
    return header.id
  }

  async markExported(ids: readonly string[], utc: string): Promise<void> {
    for (const id of ids) {
      const row = await this.row(id)
      await this.write('noting an export', async (db) => void (await db.put('attempts', { ...row, exportedUtc: utc })))
    }
  }

  async result(id: string): Promise<ResultRow | undefined> {
    return this.run('reading a result', (db) => db.get('results', id))
  }

  async keepResult(result: ResultRow): Promise<void> {
    await this.write('storing a result', async (db) => void (await db.put('results', result)))
  }

  /** Drops journals whose attempt is sealed and whose file reads back whole. Returns how many journals went. */
  async reclaim(): Promise<number> {
    return this.run('making room', async (db) => {
      let freed = 0
      for (const row of await db.getAll('attempts')) {
        const bytes = row.state === 'sealed' ? await db.get('files', row.id) : undefined
        if (!bytes || decodeAttempt(bytes).type === 'error') continue
        const range = IDBKeyRange.bound([row.id, 0, 0], [row.id, Infinity, Infinity])
        if ((await db.count('records', range)) === 0) continue
        await db.delete('records', range)
        freed++
      }
      return freed
    })
  }
}

/** The file of a journal's records. @throws OutboxError `damaged` when even the first record cannot be read */
export function sealRecords(records: readonly Uint8Array[], interrupted: boolean): Uint8Array {
  const journal = openJournal(records)
  if (journal.type === 'error') throw new OutboxError('damaged', `outbox: sealing: ${journal.message}`)
  return sealJournal(journal, interrupted || journal.dropped > 0)
}
