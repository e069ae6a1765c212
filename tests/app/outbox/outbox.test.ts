import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JournalKeeper, Outbox, OutboxError } from '../../../src/app/outbox/index.ts'
import { decodeAttempt, encodeAttempt } from '../../../src/recording/index.ts'
import { buildAttempt, fakeDigests, HEADER } from '../../builders/attempt.ts'
import { makePackedMotion } from '../../builders/motion.ts'

const TICKS = makePackedMotion({ seconds: 4, seed: 3 })
const DIGESTS = fakeDigests(TICKS)
const second = (n: number): [Int32Array[], string[]] => [TICKS.slice(n * 90, n * 90 + 90), DIGESTS.slice(n, n + 1)]

function keep(outbox: Outbox): { keeper: JournalKeeper; kept: number[]; failures: OutboxError[] } {
  const kept: number[] = []
  const failures: OutboxError[] = []
  const events = { onKept: (t: number) => kept.push(t), onFailure: (e: OutboxError) => failures.push(e) }
  return { keeper: new JournalKeeper(outbox, HEADER, events), kept, failures }
}

async function record(outbox: Outbox, seconds: number): Promise<JournalKeeper> {
  const { keeper } = keep(outbox)
  await keeper.start()
  for (let n = 0; n < seconds; n++) keeper.append(...second(n), [])
  await keeper.settled()
  return keeper
}

const silent = { onKept: () => undefined, onFailure: () => undefined }

/** The next puts into `store` fail as a full disk does. */
function failPuts(store: string, times: number): void {
  const put = IDBObjectStore.prototype.put
  let left = times
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === store && left-- > 0) throw new DOMException('no space', 'QuotaExceededError')
    return put.call(this, value, key)
  })
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => vi.restoreAllMocks())

describe('outbox', () => {
  it('keeps one record a second and seals them into a file with the same ticks', async () => {
    const outbox = new Outbox()
    const keeper = await record(outbox, 4)
    const { bytes, stored } = await keeper.seal()
    const read = decodeAttempt(bytes)
    expect(stored).toBe(true)
    expect(read.type === 'success' && read.attempt.ticks).toEqual(TICKS)
    expect(read.type === 'success' && read.attempt.header.interrupted).toBe(false)
    expect(await outbox.file(HEADER.id)).toEqual(bytes)
    expect((await outbox.list())[0]).toMatchObject({ state: 'sealed', ticks: TICKS.length })
  })

  it('finds an attempt whose app went away, up to the last record that it acknowledged', async () => {
    await record(new Outbox(), 3)
    const reopened = new Outbox()
    expect((await reopened.list())[0]).toMatchObject({ id: HEADER.id, state: 'open', ticks: 270 })
    const { journal } = await reopened.journal(HEADER.id)
    expect(journal.ticks).toEqual(TICKS.slice(0, 270))
  })

  it('goes on with an interrupted attempt and marks it interrupted', async () => {
    await record(new Outbox(), 2)
    const outbox = new Outbox()
    const [keeper, journal] = await JournalKeeper.resume(outbox, HEADER.id, silent)
    expect(journal.ticks).toHaveLength(180)
    for (const n of [2, 3]) keeper.append(...second(n), [])
    const { bytes } = await keeper.seal()
    const read = decodeAttempt(bytes)
    expect(read.type === 'success' && read.attempt.ticks).toEqual(TICKS)
    expect(read.type === 'success' && read.attempt.digests).toEqual(DIGESTS)
    expect(read.type === 'success' && read.attempt.header.interrupted).toBe(true)
  })

  it('is killed while it resumes: the journal before it stays the valid one', async () => {
    await record(new Outbox(), 2)
    failPuts('attempts', 1)
    await expect(JournalKeeper.resume(new Outbox(), HEADER.id, silent)).rejects.toThrow(OutboxError)
    expect(await new Outbox().row(HEADER.id)).toMatchObject({ generation: 0, ticks: 180 })
    expect((await new Outbox().journal(HEADER.id)).journal.ticks).toHaveLength(180)
  })

  it('keeps the good beginning of a journal with a damaged record', async () => {
    const outbox = new Outbox()
    await record(outbox, 4)
    const records = await outbox.records(HEADER.id, 0)
    const bad = (records[3] ?? new Uint8Array()).slice()
    bad[20] = (bad[20] ?? 0) ^ 255
    await outbox.append(await outbox.row(HEADER.id), 3, bad)
    const { journal } = await outbox.journal(HEADER.id)
    expect(journal).toMatchObject({ kept: 3, dropped: 2 })
    const [, resumed] = await JournalKeeper.resume(outbox, HEADER.id, silent)
    expect(resumed.ticks).toEqual(TICKS.slice(0, 180))
    expect(await outbox.records(HEADER.id, 0)).toHaveLength(5)
  })

  it('names an attempt without a readable header as damaged and keeps its records', async () => {
    const outbox = new Outbox()
    await record(outbox, 1)
    await outbox.append(await outbox.row(HEADER.id), 0, new Uint8Array(40))
    await expect(outbox.journal(HEADER.id)).rejects.toMatchObject({ code: 'damaged' })
    expect(await outbox.records(HEADER.id, 0)).toHaveLength(2)
  })
})

describe('outbox without space', () => {
  it('says so, keeps records in memory and stores them once there is room', async () => {
    const outbox = new Outbox()
    const { keeper, kept, failures } = keep(outbox)
    await keeper.start()
    failPuts('records', 2)
    keeper.append(...second(0), [])
    keeper.append(...second(1), [])
    await keeper.settled()
    expect(failures.map((f) => f.code)).toEqual(['quota', 'quota'])
    keeper.append(...second(2), [])
    await keeper.settled()
    expect(kept.at(-1)).toBe(270)
    expect((await outbox.journal(HEADER.id)).journal.ticks).toEqual(TICKS.slice(0, 270))
  })

  it('hands out the whole attempt as a file when it cannot be stored', async () => {
    const outbox = new Outbox()
    const { keeper } = keep(outbox)
    await keeper.start()
    keeper.append(...second(0), [])
    await keeper.settled()
    failPuts('records', Infinity)
    failPuts('files', Infinity)
    keeper.append(...second(1), [])
    const { bytes, stored } = await keeper.seal()
    const read = decodeAttempt(bytes)
    expect(stored).toBe(false)
    expect(read.type === 'success' && read.attempt.ticks).toEqual(TICKS.slice(0, 180))
    vi.restoreAllMocks()
    expect((await outbox.journal(HEADER.id)).journal.ticks).toEqual(TICKS.slice(0, 90))
  })

  it('makes room from journals whose sealed file holds the same, and from nothing else', async () => {
    const outbox = new Outbox()
    const keeper = await record(outbox, 2)
    await keeper.seal()
    const other = { ...HEADER, id: 'attempt-0002' }
    const second2 = new JournalKeeper(outbox, other, silent)
    await second2.start()
    expect(await outbox.reclaim()).toBe(1)
    expect(await outbox.records(HEADER.id, 0)).toHaveLength(0)
    expect(await outbox.records(other.id, 0)).toHaveLength(1)
    expect(decodeAttempt(await outbox.file(HEADER.id)).type).toBe('success')
  })
})

describe('outbox in a window that keeps nothing', () => {
  it('names the window as the reason and still seals from memory', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('storage is off', 'SecurityError')
    })
    const { keeper, failures } = keep(new Outbox())
    await keeper.start()
    keeper.append(...second(0), [])
    const { bytes, stored } = await keeper.seal()
    const read = decodeAttempt(bytes)
    expect(failures[0]?.code).toBe('unavailable')
    expect(stored).toBe(false)
    expect(read.type === 'success' && read.attempt.ticks).toEqual(TICKS.slice(0, 90))
  })
})

describe('files in and out', () => {
  it('takes in an attempt file once', async () => {
    const outbox = new Outbox()
    const bytes = encodeAttempt(buildAttempt())
    expect(await outbox.importFile(bytes)).toBe(HEADER.id)
    await outbox.markExported([HEADER.id], '2026-02-01T00:00:00Z')
    await outbox.importFile(bytes)
    expect(await outbox.list()).toMatchObject([{ imported: true, exportedUtc: '2026-02-01T00:00:00Z' }])
  })

  it('refuses a file that is no attempt or was damaged', async () => {
    const outbox = new Outbox()
    const bytes = encodeAttempt(buildAttempt())
    bytes[200] = (bytes[200] ?? 0) ^ 1
    await expect(outbox.importFile(bytes)).rejects.toMatchObject({ code: 'not-an-attempt' })
    await expect(outbox.importFile(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'not-an-attempt' })
    expect(await outbox.list()).toEqual([])
  })
})
