import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { clockLost, decodeAttempt, encodeAttempt, inspectAttempt, type Attempt } from '../../src/recording/index.ts'
import { buildAttempt, HEADER, setByte, SETUP } from '../builders/attempt.ts'

const attempt = buildAttempt()
const bytes = encodeAttempt(attempt)

/** The bytes with a change, and a SHA-256 that fits the change. */
function reseal(change: (body: Uint8Array) => Uint8Array): Uint8Array {
  const body = change(bytes.slice(0, -32))
  return Uint8Array.from([...body, ...sha256(body)])
}

function reasonOf(data: Uint8Array): string {
  const result = decodeAttempt(data)
  return result.type === 'error' ? result.reason : result.type
}

function withHeader(header: object): Uint8Array {
  const odd = { ...attempt, header: header as Attempt['header'] }
  return encodeAttempt(odd)
}

describe('attempt file', () => {
  it('R6: gives back header, ticks, digests and remarks', () => {
    expect(decodeAttempt(bytes)).toEqual({ type: 'success', attempt })
  })

  it('R6: reads a Buffer as Node hands it out', () => {
    const buffer = Buffer.concat([Buffer.from('before'), bytes]).subarray(6)
    expect(decodeAttempt(buffer)).toEqual({ type: 'success', attempt })
  })

  it('R6: holds an attempt without ticks, and one of every length around a second and a block', () => {
    for (const n of [0, 1, 89, 90, 91, 899, 900, 901]) {
      const part = {
        ...attempt,
        ticks: attempt.ticks.slice(0, n),
        digests: attempt.digests.slice(0, Math.floor(n / 90)),
        remarks: [],
      }
      expect(decodeAttempt(encodeAttempt(part))).toEqual({ type: 'success', attempt: part })
    }
  })

  it('R6: answers every beginning of a file with a reason', () => {
    for (let n = 0; n < bytes.length; n += 37) {
      expect(reasonOf(bytes.subarray(0, n))).toBe(n < 8 ? 'not-this-file' : 'checksum')
    }
  })

  it('R7: notices any single changed byte before it decodes', () => {
    for (let i = 0; i < bytes.length; i += 41) {
      const changed = bytes.slice()
      changed[i] = (changed[i] ?? 0) ^ 0x10
      expect(reasonOf(changed)).toBe(i < 8 ? 'not-this-file' : 'checksum')
    }
  })

  it('R7: says what is wrong when the checksum fits but the content does not', () => {
    const newer = reseal((b) => setByte(b, 8, 99))
    expect(decodeAttempt(newer)).toMatchObject({
      reason: 'too-new',
      message: expect.stringContaining('update this program'),
    })
    expect(reasonOf(reseal((b) => setByte(b, 8, 0)))).toBe('damaged')
    expect(reasonOf(reseal((b) => b.subarray(0, b.length - 3)))).toBe('damaged')
    expect(reasonOf(reseal((b) => Uint8Array.from([...b, 0])))).toBe('damaged')
    expect(reasonOf(new Uint8Array(40 << 20))).toBe('too-large')
  })

  it.each([
    ['an unknown key', { ...HEADER, extra: 1 }, 'header.extra'],
    ['a missing key', { ...HEADER, nonce: undefined }, 'header.nonce'],
    ['a wrong engine', { ...HEADER, engine: '../evil.js' }, 'header.engine'],
    ['a wrong mode', { ...HEADER, setup: { ...SETUP, mode: 'easy' } }, 'header.setup.mode'],
    ['a drill that is no name', { ...HEADER, setup: { ...SETUP, drill: '../x' } }, 'header.setup.drill'],
    ['a drill that is null', { ...HEADER, setup: { ...SETUP, drill: null } }, 'header.setup.drill'],
    ['a seed that is no whole number', { ...HEADER, setup: { ...SETUP, seed: 0.5 } }, 'header.setup.seed'],
    ['a time in words', { ...HEADER, created_utc: 'yesterday' }, 'header.created_utc'],
    ['a grid without a hash', { ...HEADER, grids: { knee: 'x' } }, 'header.grids.knee'],
  ])('R8: refuses a header with %s and names its path', (_, header, path) => {
    expect(() => withHeader(header)).toThrow(path)
  })

  it('R8: keeps the drill that the setup names, and none where it names none', () => {
    const named = { ...HEADER, setup: { ...SETUP, drill: 'hold-angle' } }
    const [drill, whole] = [decodeAttempt(withHeader(named)), decodeAttempt(bytes)]
    expect(drill.type === 'success' && drill.attempt.header).toEqual(named)
    expect(whole.type === 'success' && 'drill' in whole.attempt.header.setup).toBe(false)
  })

  it('R8: refuses a header whose setup is of another procedure', () => {
    const other = withHeader({ ...HEADER, setup: { ...SETUP, procedure: 'other' } })
    expect(decodeAttempt(other)).toMatchObject({
      reason: 'bad-header',
      message: expect.stringContaining('setup.procedure'),
    })
  })

  it('refuses to write digests that do not fit the ticks', () => {
    expect(() => encodeAttempt({ ...attempt, digests: attempt.digests.slice(1) })).toThrow(
      'got 11 digests, expected 12',
    )
  })

  it('tells header and length without decoding the motion', () => {
    expect(inspectAttempt(bytes)).toEqual({ type: 'success', summary: { header: HEADER, ticks: attempt.ticks.length } })
    expect(inspectAttempt(bytes.subarray(1))).toMatchObject({ type: 'error', reason: 'not-this-file' })
  })

  it('R10: tells the share of the wall clock that was lost', () => {
    expect(clockLost(attempt.remarks)).toBeCloseTo(100 / 12100, 9)
    expect(clockLost([])).toBe(0)
  })
})
