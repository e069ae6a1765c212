// Crash-safe records of a running attempt, one for each second, chained by checksums (SPEC R11-R13).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { digestsFor, encodeAttempt, MAX_TICKS, type Attempt } from './attempt.ts'
import { ByteReader, ByteWriter, Refusal, sameBytes } from './bytes.ts'
import { BLOCK_TICKS, MAX_TICK_INTS } from './codec.ts'
import { magicOf } from './container.ts'
import { checkHeader, type AttemptHeader } from './header.ts'
import { readRemarks, writeRemarks, type Remark } from './remarks.ts'
import { decode, refuse, type Failure } from './result.ts'

const MAGIC = magicOf('SRHJ')
export const JOURNAL_FORMAT = 1
/** Enough against torn and swapped writes; the journal is the device's own and guards against no forger. */
const CHECK_BYTES = 16

/** What was recorded since the last record; normally 90 ticks, one digest, one remark. */
export interface JournalEntry {
  readonly ticks: readonly Int32Array[]
  readonly digests: readonly string[]
  readonly remarks: readonly Remark[]
}

function check(before: Uint8Array, body: Uint8Array): Uint8Array {
  return sha256.create().update(before).update(body).digest().slice(0, CHECK_BYTES)
}

/** Makes the records; the caller stores each one before the next, under its number. */
export class JournalWriter {
  private last: Uint8Array = new Uint8Array(CHECK_BYTES)
  private count = 0
  private ticks = 0

  /** The first record: the header. `interrupted` in it is set at sealing. */
  begin(header: AttemptHeader): Uint8Array {
    return this.chain(new ByteWriter().bytes(MAGIC).varint(JOURNAL_FORMAT).json(checkHeader(header, 'header')).finish())
  }

  /** The next record. @throws RangeError when digests are missing or too many, or before `begin` */
  append(entry: JournalEntry): Uint8Array {
    const after = this.ticks + entry.ticks.length
    const expected = digestsFor(after) - digestsFor(this.ticks)
    if (this.count === 0 || entry.digests.length !== expected || entry.ticks.length > BLOCK_TICKS) {
      const got = `${entry.ticks.length} ticks and ${entry.digests.length} digests as record ${this.count}`
      throw new RangeError(
        `journal: got ${got}, expected ${expected} digests, at most ${BLOCK_TICKS} ticks, a header first`,
      )
    }
    const out = new ByteWriter().varint(this.count).varint(this.ticks).varint(entry.ticks.length)
    for (const tick of entry.ticks) {
      out.varint(tick.length)
      for (const v of tick) out.i32(v)
    }
    for (const d of entry.digests) out.bytes(hexToBytes(d))
    out.bytes(writeRemarks(entry.remarks))
    this.ticks = after
    return this.chain(out.finish())
  }

  private chain(body: Uint8Array): Uint8Array {
    this.last = check(this.last, body)
    this.count++
    return new ByteWriter().bytes(body).bytes(this.last).finish()
  }
}

/** What a journal still holds. */
export interface OpenedJournal {
  readonly type: 'success'
  readonly header: AttemptHeader
  readonly ticks: readonly Int32Array[]
  readonly digests: readonly string[]
  readonly remarks: readonly Remark[]
  /** Records that were good, the header's among them. */
  readonly kept: number
  /** Records from the first bad one on. */
  readonly dropped: number
  /** What was wrong with the first bad one; null when all were good. */
  readonly broken: string | null
}

function bodyOf(record: Uint8Array, before: Uint8Array, what: string): Uint8Array {
  const end = record.length - CHECK_BYTES
  const body = record.subarray(0, Math.max(0, end))
  if (end < 0 || !sameBytes(check(before, body), record.subarray(end))) {
    refuse('checksum', `${what}: its checksum does not follow from the record before it`)
  }
  return body
}

function readHeader(record: Uint8Array): AttemptHeader {
  if (!sameBytes(record.subarray(0, MAGIC.length), MAGIC))
    refuse('not-this-file', 'journal: record 0 is no journal header')
  const body = bodyOf(record, new Uint8Array(CHECK_BYTES), 'journal record 0')
  const r = new ByteReader(body.subarray(MAGIC.length), 'journal record 0')
  const format = r.varint(1e6)
  if (format > JOURNAL_FORMAT) refuse('too-new', `journal: got format ${format}, expected at most ${JOURNAL_FORMAT}`)
  const header = checkHeader(r.json(262144), 'header')
  r.end()
  return header
}

function readEntry(body: Uint8Array, number: number, before: number): JournalEntry {
  const r = new ByteReader(body, `journal record ${number}`)
  const [n, first, count] = [r.varint(1e6), r.varint(MAX_TICKS), r.varint(BLOCK_TICKS)]
  if (n !== number || first !== before || first + count > MAX_TICKS) {
    r.fail(`got record ${n} from tick ${first}, expected record ${number} from tick ${before}`)
  }
  const ticks = Array.from({ length: count }, () => {
    const tick = new Int32Array(r.varint(MAX_TICK_INTS))
    for (let i = 0; i < tick.length; i++) tick[i] = r.i32()
    return tick
  })
  const due = digestsFor(before + count) - digestsFor(before)
  const digests = Array.from({ length: due }, () => bytesToHex(r.bytes(8)))
  const remarks = readRemarks(r, before + count)
  r.end()
  return { ticks, digests, remarks }
}

/**
 * Keeps the longest good beginning of the records, given in the order of their numbers, and says what was dropped.
 * Fails only when the first record, the header, is not good.
 */
export function openJournal(records: readonly Uint8Array[]): OpenedJournal | Failure {
  return decode(() => {
    const [first, ...rest] = records
    const header = readHeader(first ?? new Uint8Array())
    const [ticks, digests, remarks]: [Int32Array[], string[], Remark[]] = [[], [], []]
    let last = first ?? new Uint8Array()
    let kept = 1
    let broken: string | null = null
    for (const record of rest) {
      try {
        const body = bodyOf(record, last.subarray(last.length - CHECK_BYTES), `journal record ${kept}`)
        const entry = readEntry(body, kept, ticks.length)
        for (const t of entry.ticks) ticks.push(t)
        digests.push(...entry.digests)
        remarks.push(...entry.remarks)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        broken = error.message
        break
      }
      last = record
      kept++
    }
    const dropped = Math.max(0, records.length - kept)
    return { type: 'success', header, ticks, digests, remarks, kept, dropped, broken }
  })
}

/** The .attempt file of a journal. `interrupted` says that the learner did not end the attempt. */
export function sealJournal(journal: OpenedJournal, interrupted: boolean): Uint8Array {
  const { ticks, digests, remarks } = journal
  const attempt: Attempt = { header: { ...journal.header, interrupted }, ticks, digests, remarks }
  return encodeAttempt(attempt)
}
