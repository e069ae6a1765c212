import { describe, expect, it } from 'vitest'
import { inspectFrame, LiveDecoder, LiveEncoder, type LiveFrame } from '../../src/recording/index.ts'
import { adler32 } from '../../src/recording/wire.ts'
import { setByte } from '../builders/attempt.ts'
import { makePackedMotion } from '../builders/motion.ts'

const ticks = makePackedMotion({ seconds: 30, seed: 41 })

function frames(): Uint8Array[] {
  const encoder = new LiveEncoder()
  return Array.from({ length: ticks.length / 9 }, (_, i) =>
    encoder.encode(ticks.slice(i * 9, i * 9 + 9), i % 10 === 9 ? '0123456789abcdef' : null),
  )
}

const sent = frames()
const take = (decoder: LiveDecoder, bytes: Uint8Array | undefined): LiveFrame | string => {
  const result = decoder.decode(bytes ?? new Uint8Array())
  return result.type === 'error' ? result.reason : result.frame
}

describe('live frames', () => {
  it('R25: bring every tick and digest in order', () => {
    const decoder = new LiveDecoder()
    const got = sent.map((b) => take(decoder, b)) as LiveFrame[]
    expect(got.flatMap((f) => f.ticks)).toEqual(ticks)
    expect(got.map((f) => f.first)).toEqual(sent.map((_, i) => i * 9))
    expect(got.filter((f) => f.digest === '0123456789abcdef').length).toBe(30)
  })

  it('R25: are at most 60 KB a minute in batches of 100 ms', () => {
    expect((sent.reduce((n, b) => n + b.length, 0) / 1024) * 2).toBeLessThan(60)
  })

  it('R25: tell a relay where they belong without being decoded', () => {
    const infos = sent.map((b) => inspectFrame(b))
    expect(infos[99]).toEqual({
      type: 'success',
      info: { first: 891, count: 9, fresh: false, digest: '0123456789abcdef' },
    })
    expect(infos.flatMap((x, i) => (x.type === 'success' && x.info.fresh ? [i] : []))).toEqual([0, 100, 200])
    expect(inspectFrame(setByte(sent[0] as Uint8Array, 3, 77))).toMatchObject({ type: 'error', reason: 'checksum' })
  })

  it('R25: can be joined at a fresh frame, at most ten seconds away', () => {
    const decoder = new LiveDecoder()
    const got = sent.slice(40).map((b) => take(decoder, b))
    const first = got.findIndex((f) => typeof f !== 'string')
    expect(first).toBe(60)
    expect(got[0]).toBe('damaged')
    expect(got.slice(first).every((f) => typeof f !== 'string')).toBe(true)
  })

  it('R25: are refused when damaged or without the one before, and go on when that one is sent again', () => {
    const decoder = new LiveDecoder()
    take(decoder, sent[0])
    expect(take(decoder, setByte(sent[1] as Uint8Array, 9, 1))).toBe('checksum')
    expect(take(decoder, sent[2])).toBe('damaged')
    expect(take(decoder, sent[1])).toMatchObject({ first: 9 })
    expect(take(decoder, sent[1])).toBe('damaged')
    expect(take(decoder, sent[2])).toMatchObject({ first: 18 })
    expect(take(decoder, new Uint8Array())).toBe('damaged')
  })

  it('R25: one that breaks off while it is decoded spoils those behind it, up to the next fresh one', () => {
    const decoder = new LiveDecoder()
    take(decoder, sent[0])
    const body = (sent[1] as Uint8Array).slice(0, -12)
    const sum = adler32(body)
    const cut = Uint8Array.from([...body, sum, sum >>> 8, sum >>> 16, sum >>> 24])
    expect(take(decoder, cut)).toBe('damaged')
    for (const bytes of [sent[1], sent[2]] as Uint8Array[]) {
      const words = expect.stringContaining('without the frame before it')
      expect(decoder.decode(bytes)).toMatchObject({ reason: 'damaged', message: words })
    }
    expect(take(decoder, sent[100])).toMatchObject({ first: 900 })
  })

  it('R25: name a version that this program does not read', () => {
    const decoder = new LiveDecoder()
    const newer = setByte(sent[0] as Uint8Array, 0, 200)
    expect(decoder.decode(newer)).toMatchObject({ reason: 'checksum' })
    expect(() => new LiveEncoder().encode(ticks.slice(0, 91))).toThrow('at most 90')
  })
})
