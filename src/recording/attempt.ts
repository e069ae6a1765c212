// The .attempt file (SPEC R6-R10): inputs, digests to check them by, and remarks about the wall clock.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ByteReader, ByteWriter } from './bytes.ts'
import { BLOCK_TICKS, blocksOf, CODER_VERSION, decodeBlock, encodeBlock } from './codec.ts'
import { magicOf, openParts, sealParts, type Kind, type Parts } from './container.ts'
import { checkHeader, type AttemptHeader } from './header.ts'
import { ATTEMPT_FORMAT, migrate } from './migrations.ts'
import { readRemarks, writeRemarks, type Remark } from './remarks.ts'
import { decode, refuse, type Failure } from './result.ts'

/** Two hours at 90 Hz: four times the longest session that anybody is asked to do. */
export const MAX_TICKS = 648000
/** A digest stands in the file after every this many ticks. */
export const DIGEST_TICKS = 90
const DIGEST_BYTES = 8

const KIND: Kind = {
  what: 'attempt file',
  magic: magicOf('SRHA'),
  format: ATTEMPT_FORMAT,
  sections: 3,
  maxBytes: 33554432,
}

export interface Attempt {
  readonly header: AttemptHeader
  /** Packed ticks, as the simulation saw them. */
  readonly ticks: readonly Int32Array[]
  /** State digest after every DIGEST_TICKS ticks, 16 hexadecimal digits each. */
  readonly digests: readonly string[]
  readonly remarks: readonly Remark[]
}

/** What stands in a file without its motion. */
export interface AttemptSummary {
  readonly header: AttemptHeader
  readonly ticks: number
}

function writeTicks(ticks: readonly Int32Array[]): Uint8Array {
  const out = new ByteWriter().varint(CODER_VERSION).varint(ticks.length)
  for (const block of blocksOf(ticks)) out.part(encodeBlock(block))
  return out.finish()
}

function writeDigests(digests: readonly string[]): Uint8Array {
  const out = new ByteWriter().varint(digests.length)
  for (const d of digests) out.bytes(hexToBytes(d))
  return out.finish()
}

/** How many digests a recording of so many ticks has. */
export function digestsFor(ticks: number): number {
  return Math.floor(ticks / DIGEST_TICKS)
}

function checkAttempt(a: Attempt): void {
  checkHeader(a.header, 'header')
  if (a.ticks.length > MAX_TICKS)
    throw new RangeError(`attempt: got ${a.ticks.length} ticks, expected at most ${MAX_TICKS}`)
  const expected = digestsFor(a.ticks.length)
  if (a.digests.length !== expected || a.digests.some((d) => !/^[0-9a-f]{16}$/.test(d))) {
    throw new RangeError(`attempt: got ${a.digests.length} digests, expected ${expected} of 16 digits each`)
  }
}

/** The bytes of a .attempt file. @throws RangeError or Refusal when the attempt could not be read back */
export function encodeAttempt(attempt: Attempt): Uint8Array {
  checkAttempt(attempt)
  const { header, ticks, digests, remarks } = attempt
  return sealParts(KIND, { header, sections: [writeTicks(ticks), writeDigests(digests), writeRemarks(remarks)] })
}

function readTickCount(r: ByteReader): number {
  const coder = r.varint(1e6)
  if (coder !== CODER_VERSION) {
    refuse('too-new', `attempt file: got coder ${coder}, expected ${CODER_VERSION}; update this program`)
  }
  return r.varint(MAX_TICKS)
}

function readTicks(section: Uint8Array): Int32Array[] {
  const r = new ByteReader(section, 'ticks')
  const count = readTickCount(r)
  const ticks: Int32Array[] = []
  while (ticks.length < count) {
    const block = decodeBlock(r.part(section.length), Math.min(BLOCK_TICKS, count - ticks.length))
    if (typeof block === 'string') return r.fail(`block from tick ${ticks.length}: ${block}`)
    for (const tick of block) ticks.push(tick)
  }
  r.end()
  return ticks
}

function readDigests(section: Uint8Array, ticks: number): string[] {
  const r = new ByteReader(section, 'digests')
  const count = r.varint(MAX_TICKS)
  if (count !== digestsFor(ticks)) r.fail(`got ${count} digests for ${ticks} ticks, expected ${digestsFor(ticks)}`)
  const digests = Array.from({ length: count }, () => bytesToHex(r.bytes(DIGEST_BYTES)))
  r.end()
  return digests
}

function openAttempt(bytes: Uint8Array): { header: AttemptHeader; sections: readonly Uint8Array[] } {
  const { format, ...parts } = openParts(KIND, bytes)
  const current: Parts = migrate(parts, format)
  const header = checkHeader(current.header, 'header')
  if (header.procedure !== header.setup.procedure) {
    refuse('bad-header', `header.setup.procedure: got ${header.setup.procedure}, expected ${header.procedure}`)
  }
  return { header, sections: current.sections }
}

/** Reads a .attempt file whole, or says why not; bytes from anywhere are safe to give. */
export function decodeAttempt(bytes: Uint8Array): { readonly type: 'success'; readonly attempt: Attempt } | Failure {
  return decode(() => {
    const { header, sections } = openAttempt(bytes)
    const [coded, digested, remarked] = sections
    const ticks = readTicks(coded ?? new Uint8Array())
    const digests = readDigests(digested ?? new Uint8Array(), ticks.length)
    const r = new ByteReader(remarked ?? new Uint8Array(), 'remarks')
    const remarks = readRemarks(r, ticks.length)
    r.end()
    return { type: 'success', attempt: { header, ticks, digests, remarks } }
  })
}

/** Reads only the header and the number of ticks; the checksum is checked all the same. */
export function inspectAttempt(
  bytes: Uint8Array,
): { readonly type: 'success'; readonly summary: AttemptSummary } | Failure {
  return decode(() => {
    const { header, sections } = openAttempt(bytes)
    const ticks = readTickCount(new ByteReader(sections[0] ?? new Uint8Array(), 'ticks'))
    return { type: 'success', summary: { header, ticks } }
  })
}
