import { describe, expect, it } from 'vitest'
import { decodeAttempt, JournalWriter, openJournal, sealJournal, type JournalEntry } from '../../src/recording/index.ts'
import { buildAttempt, setByte } from '../builders/attempt.ts'

const attempt = buildAttempt({ seconds: 7.5 })

function entries(): JournalEntry[] {
  return Array.from({ length: 8 }, (_, i) => ({
    ticks: attempt.ticks.slice(i * 90, i * 90 + 90),
    digests: attempt.digests.slice(i, i + 1),
    remarks: attempt.remarks.slice(i, i + 1),
  }))
}

function records(): Uint8Array[] {
  const writer = new JournalWriter()
  return [writer.begin(attempt.header), ...entries().map((e) => writer.append(e))]
}

const flip = (record: Uint8Array, i: number): Uint8Array => setByte(record, i, (record[i] ?? 0) ^ 1)

describe('journal', () => {
  it('R13: seals to the same attempt that was recorded', () => {
    const journal = openJournal(records())
    expect(journal).toMatchObject({ type: 'success', kept: 9, dropped: 0, broken: null })
    if (journal.type === 'error') throw new Error(journal.message)
    expect(decodeAttempt(sealJournal(journal, false))).toEqual({ type: 'success', attempt })
    const cut = decodeAttempt(sealJournal(journal, true))
    expect(cut).toEqual({ type: 'success', attempt: { ...attempt, header: { ...attempt.header, interrupted: true } } })
  })

  it.each([1, 4, 8])('R12: keeps what comes before record %i when that one is damaged', (bad) => {
    const all = records().map((r, i) => (i === bad ? flip(r, 20) : r))
    const opened = openJournal(all)
    expect(opened).toMatchObject({ type: 'success', kept: bad, dropped: 9 - bad })
    expect(opened).toMatchObject({ broken: expect.stringContaining(`record ${bad}`) })
    if (opened.type === 'success') {
      expect(opened.ticks).toEqual(attempt.ticks.slice(0, (bad - 1) * 90))
      expect(decodeAttempt(sealJournal(opened, true)).type).toBe('success')
    }
  })

  it('R11: notices a record that is torn, missing, doubled, moved or from another journal', () => {
    const all = records()
    const [a, b, c, d] = all as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
    const other = new JournalWriter()
    other.begin({ ...attempt.header, id: 'attempt-0002' })
    const foreign = other.append(entries()[0] as JournalEntry)
    const cases = [
      [a, b, c, d.subarray(0, 100)],
      [a, b, c, all[4]],
      [a, b, c, c],
      [a, b, d, c],
      [a, foreign],
    ]
    expect(cases.map((list) => openJournal(list as Uint8Array[]))).toMatchObject([
      { kept: 3, dropped: 1 },
      { kept: 3, dropped: 1 },
      { kept: 3, dropped: 1 },
      { kept: 2, dropped: 2 },
      { kept: 1, dropped: 1 },
    ])
  })

  it('R12: fails only without a header', () => {
    const all = records()
    expect(openJournal([])).toMatchObject({ type: 'error', reason: 'not-this-file' })
    expect(openJournal(all.slice(1))).toMatchObject({ type: 'error', reason: 'not-this-file' })
    expect(openJournal([flip(all[0] as Uint8Array, 30)])).toMatchObject({ type: 'error', reason: 'checksum' })
  })

  it('refuses an entry whose digests do not fit, and one before the header', () => {
    const writer = new JournalWriter()
    const [first] = entries()
    expect(() => writer.append(first as JournalEntry)).toThrow('a header first')
    writer.begin(attempt.header)
    expect(() => writer.append({ ...(first as JournalEntry), digests: [] })).toThrow('expected 1 digests')
  })
})
