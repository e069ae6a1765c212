// Keeps a running attempt's journal on the disk, one record a second, in order; survives a full or closed store.
import { type AttemptHeader, JournalWriter, type OpenedJournal, type Remark } from '../../recording/index.ts'
import { OutboxError, toOutboxError } from './errors.ts'
import { type Outbox, rowOf, sealRecords } from './outbox.ts'
import type { AttemptRow } from './schema.ts'

/** Ticks in one record of a rewritten journal (10 s, the longest that a record may be). */
const REWRITE_TICKS = 900
const DIGEST_EVERY = 90

export interface KeeperEvents {
  /** A record is on the disk; `ticks` are safe. */
  onKept(ticks: number): void
  /** The store failed; records wait in memory and are tried again with the next one. */
  onFailure(error: OutboxError): void
}

/** One attempt's journal. Every call returns at once; `settled` waits for the disk. */
export class JournalKeeper {
  row: AttemptRow
  private readonly outbox: Outbox
  private readonly events: KeeperEvents
  private readonly writer = new JournalWriter()
  /** Records that are not on the disk yet, with the ticks that are safe after each. */
  private waiting: { readonly number: number; readonly ticks: number; readonly record: Uint8Array }[] = []
  private next = 0
  private ticks = 0
  private began = false
  private chain: Promise<void> = Promise.resolve()

  constructor(outbox: Outbox, header: AttemptHeader, events: KeeperEvents) {
    this.outbox = outbox
    this.events = events
    this.row = rowOf(header)
    this.push(this.writer.begin(header), 0)
  }

  /** Goes on with an interrupted journal: its good part is written again as a new generation, in one step. */
  static async resume(outbox: Outbox, id: string, events: KeeperEvents): Promise<[JournalKeeper, OpenedJournal]> {
    const { row, journal } = await outbox.journal(id)
    const keeper = new JournalKeeper(outbox, journal.header, events)
    keeper.row = { ...row, generation: row.generation + 1, interruptions: row.interruptions + 1 }
    for (let at = 0; at < journal.ticks.length; at += REWRITE_TICKS) {
      const end = Math.min(at + REWRITE_TICKS, journal.ticks.length)
      const digests = journal.digests.slice(Math.floor(at / DIGEST_EVERY), Math.floor(end / DIGEST_EVERY))
      const remarks = journal.remarks.filter((r) => r.tick > at && r.tick <= end)
      keeper.push(keeper.writer.append({ ticks: journal.ticks.slice(at, end), digests, remarks }), end)
    }
    keeper.row = { ...keeper.row, ticks: journal.ticks.length }
    await keeper.beginAll()
    return [keeper, journal]
  }

  private push(record: Uint8Array, ticks: number): void {
    this.ticks = ticks
    this.waiting.push({ number: this.next++, ticks, record })
  }

  /** Notes ticks and their digests; they are stored in the background. */
  append(ticks: readonly Int32Array[], digests: readonly string[], remarks: readonly Remark[]): void {
    if (ticks.length === 0) return
    this.push(this.writer.append({ ticks, digests, remarks }), this.ticks + ticks.length)
    this.chain = this.chain.then(() => this.drain())
  }

  private async beginAll(): Promise<void> {
    const records = this.waiting.map((w) => w.record)
    await this.outbox.rewrite(this.row, records)
    this.waiting = this.waiting.slice(records.length)
    this.began = true
  }

  private async drain(): Promise<void> {
    try {
      if (!this.began) await this.beginAll()
      for (let w = this.waiting[0]; w; w = this.waiting[0]) {
        const row = { ...this.row, ticks: w.ticks }
        await this.outbox.append(row, w.number, w.record)
        this.row = row
        this.waiting.shift()
      }
      this.events.onKept(this.row.ticks)
    } catch (error) {
      this.events.onFailure(toOutboxError(error, 'storing a record'))
    }
  }

  /** Begins the journal on the disk before the first tick. */
  start(): Promise<void> {
    this.chain = this.chain.then(() => this.drain())
    return this.chain
  }

  /** Settles when everything that was noted was stored, or refused. */
  settled(): Promise<void> {
    return this.chain
  }

  /**
   * The sealed file. When the store refuses it, `stored` is false and the bytes are all there is: let the learner
   * save them as a file.
   */
  async seal(): Promise<{ readonly bytes: Uint8Array; readonly stored: boolean }> {
    await this.start()
    const records = this.waiting.map((w) => w.record)
    try {
      return { bytes: await this.outbox.seal(this.row.id, records), stored: true }
    } catch (error) {
      this.events.onFailure(toOutboxError(error, 'sealing an attempt'))
      const kept = this.began ? await this.outbox.records(this.row.id, this.row.generation).catch(() => []) : []
      return { bytes: sealRecords([...kept, ...records], this.row.interruptions > 0), stored: false }
    }
  }
}
