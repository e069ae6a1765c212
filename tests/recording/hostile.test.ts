import { sha256 } from '@noble/hashes/sha2.js'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  CODER_VERSION,
  decodeAttempt,
  decodeTrack,
  encodeBlock,
  JournalWriter,
  MAX_TICKS,
  openJournal,
} from '../../src/recording/index.ts'
import { ByteReader, ByteWriter, Refusal } from '../../src/recording/bytes.ts'
import { poseFromGrain } from '../../src/recording/coding/grain.ts'
import { magicOf, sealParts } from '../../src/recording/container.ts'
import { readPackedJson, writePackedJson } from '../../src/recording/packedJson.ts'
import { HEADER } from '../builders/attempt.ts'
import { ROOM } from '../builders/view.ts'

const kind = (letters: string, sections: number) => ({
  what: 'made by hand',
  magic: magicOf(letters),
  format: 1,
  sections,
  maxBytes: 1e9,
})

const NONE: Uint8Array = new Uint8Array([0])

function attemptWith(ticks: Uint8Array, digests: Uint8Array = NONE, remarks: Uint8Array = NONE): string {
  const result = decodeAttempt(sealParts(kind('SRHA', 3), { header: HEADER, sections: [ticks, digests, remarks] }))
  return result.type === 'error' ? `${result.reason}: ${result.message}` : result.type
}

const head = (count: number, coder = CODER_VERSION): ByteWriter => new ByteWriter().varint(coder).varint(count)
const TRACK = { attempt: 'attempt-0001', procedure: 'fake', engine: 'dev', sim_version: 1, layout: ROOM }

describe('files made by hand to do harm', () => {
  it('R6: refuses a length that is not there, before it makes room for it', () => {
    expect(attemptWith(head(MAX_TICKS + 1).finish())).toContain('expected at most 648000')
    expect(attemptWith(head(MAX_TICKS).finish())).toContain('got 0 bytes to the end')
    expect(attemptWith(head(5).varint(1e9).finish())).toContain('damaged')
    expect(attemptWith(head(0).finish(), new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0]))).toContain(
      'got 1 digests for 0 ticks',
    )
    expect(attemptWith(head(0).finish(), new Uint8Array([0]), new Uint8Array([2]))).toContain('damaged')
  })

  it('R6: refuses bytes behind the end of a section and numbers written longer than needed', () => {
    expect(attemptWith(head(0).u8(0).finish())).toContain('1 bytes')
    expect(attemptWith(new Uint8Array([CODER_VERSION, 0x80, 0x00]))).toContain('longer than needed')
    expect(attemptWith(new Uint8Array([CODER_VERSION, ...Array.from({ length: 9 }, () => 0xff)]))).toContain(
      'longer than 8',
    )
  })

  it('R6: names a coder that this program does not have', () => {
    expect(attemptWith(head(0, 7).finish())).toContain('too-new: attempt file: got coder 7')
  })

  it('R6: refuses a block of noise instead of ticks', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)
    expect(attemptWith(head(900).part(noise).finish())).toContain('damaged')
    const two = encodeBlock([new Int32Array(3), new Int32Array(3)])
    expect(attemptWith(head(1).part(two).finish())).toContain('damaged')
  })

  it('R6: refuses a small track that would take minutes to unfold', () => {
    const views = head(1e7).finish()
    const evidence = new ByteWriter()
      .varint(2)
      .part(deflateSync(new Uint8Array([91, 93])))
      .finish()
    const result = decodeTrack(sealParts(kind('SRHT', 2), { header: TRACK, sections: [views, evidence] }))
    expect(result).toMatchObject({
      type: 'error',
      reason: 'damaged',
      message: expect.stringContaining('expected at most'),
    })
  })

  it('R6: stops unfolding text where its length says that it ends', () => {
    const bomb = deflateSync(new Uint8Array(50e6), { level: 9 })
    const read = (size: number) => (): unknown =>
      readPackedJson(new ByteReader(new ByteWriter().varint(size).part(bomb).finish(), 'evidence'), 16777216)
    expect(read(100)).toThrow(Refusal)
    expect(read(16777216)).toThrow('does not unfold to 16777216 bytes')
    expect(read(16777217)).toThrow('expected at most 16777216')
  })

  it('R11: refuses a journal record whose checksum fits but which belongs elsewhere', () => {
    const begin = new JournalWriter().begin(HEADER)
    const chained = (body: Uint8Array): Uint8Array => {
      const sum = sha256(Uint8Array.from([...begin.subarray(begin.length - 16), ...body])).slice(0, 16)
      return Uint8Array.from([...body, ...sum])
    }
    const record = (number: number, first: number): Uint8Array =>
      chained(new ByteWriter().varint(number).varint(first).varint(1).varint(1).i32(7).varint(0).finish())
    expect(openJournal([begin, record(1, 0)])).toMatchObject({ kept: 2, ticks: [Int32Array.of(7)] })
    expect(openJournal([begin, record(2, 0)])).toMatchObject({
      kept: 1,
      broken: expect.stringContaining('got record 2'),
    })
    expect(openJournal([begin, record(1, 5)])).toMatchObject({
      kept: 1,
      broken: expect.stringContaining('from tick 5'),
    })
  })

  it('R6: refuses evidence out of order, of another shape, or that is no list', () => {
    const event = { tick: 5, clinical_s: 0, kind: 'take', subject: 'a', values: {} }
    const withEvidence = (value: unknown): string => {
      const evidence = new ByteWriter()
      writePackedJson(evidence, value)
      const sections = [head(0).finish(), evidence.finish()]
      const result = decodeTrack(sealParts(kind('SRHT', 2), { header: TRACK, sections }))
      return result.type === 'error' ? result.message : result.type
    }
    expect(withEvidence([event, event])).toBe('success')
    expect(withEvidence([event, { ...event, tick: 4 }])).toContain('evidence[1].tick: got 4')
    expect(withEvidence([{ ...event, extra: 1 }])).toContain('evidence[0].extra')
    expect(withEvidence([{ ...event, values: { a: null } }])).toContain('evidence[0].values.a')
    expect(withEvidence({})).toContain('evidence: got {}, expected a list')
  })

  it('R10: refuses a remark about a tick that is not there', () => {
    const remark = (tick: number): Uint8Array => new ByteWriter().varint(1).varint(tick).varint(1000).varint(0).finish()
    const one = head(1)
      .part(encodeBlock([new Int32Array(3)]))
      .finish()
    expect(attemptWith(one, NONE, remark(1))).toBe('success')
    expect(attemptWith(one, NONE, remark(2))).toContain('got 2, expected at most 1')
  })

  it('R18: shows a rotation of length 1 whatever the file says', () => {
    const pose = new Float64Array(7)
    poseFromGrain(Int32Array.of(0, 0, 0, 3, 4000, -4000, 2147483647), 0, pose, 0)
    expect(pose.slice(3).reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 9)
  })

  it('R8: takes no name from a header into the object itself', () => {
    const header = JSON.parse(`{"__proto__": {"id": "polluted"}, ${JSON.stringify(HEADER).slice(1)}`) as object
    const bytes = sealParts(kind('SRHA', 3), {
      header,
      sections: [head(0).finish(), new Uint8Array([0]), new Uint8Array([0])],
    })
    expect(decodeAttempt(bytes)).toMatchObject({
      type: 'error',
      reason: 'bad-header',
      message: expect.stringContaining('__proto__'),
    })
    expect(openJournal([bytes])).toMatchObject({ type: 'error', reason: 'not-this-file' })
  })
})
