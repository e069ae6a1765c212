// The outer shape that every file of this room shares for good: magic, format, header, sections, SHA-256 (SPEC R7).
import { sha256 } from '@noble/hashes/sha2.js'
import { ByteReader, ByteWriter, sameBytes } from './bytes.ts'
import { refuse } from './result.ts'

const HASH_BYTES = 32
const HEADER_MAX = 262144
const FORMAT_MAX = 1e6

/** A file taken apart but not yet understood; migrations work on this. */
export interface Parts {
  readonly header: unknown
  /** Sections in the order of the file. */
  readonly sections: readonly Uint8Array[]
}

export interface Kind {
  /** For messages: 'attempt file'. */
  readonly what: string
  /** Eight bytes; like PNG's they show damage by text transfer. */
  readonly magic: Uint8Array
  readonly format: number
  readonly sections: number
  readonly maxBytes: number
}

/** Magic bytes with four letters of the kind's own. */
export function magicOf(letters: string): Uint8Array {
  return Uint8Array.from([0x93, ...Array.from(letters, (c) => c.charCodeAt(0)), 0x0d, 0x0a, 0x1a])
}

export function sealParts(kind: Kind, parts: Parts): Uint8Array {
  const out = new ByteWriter().bytes(kind.magic).varint(kind.format).json(parts.header)
  for (const section of parts.sections) out.part(section)
  const body = out.finish()
  return new ByteWriter().bytes(body).bytes(sha256(body)).finish()
}

/** Checks size, magic and SHA-256 before anything else is looked at. @throws Refusal */
export function openParts(kind: Kind, bytes: Uint8Array): Parts & { readonly format: number } {
  const { what, magic } = kind
  if (bytes.length > kind.maxBytes) {
    refuse('too-large', `${what}: got ${bytes.length} bytes, expected at most ${kind.maxBytes}`)
  }
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) {
    refuse('not-this-file', `${what}: got other first bytes than this kind of file has; choose another file`)
  }
  const body = bytes.subarray(0, Math.max(magic.length, bytes.length - HASH_BYTES))
  if (!sameBytes(sha256(body), bytes.subarray(body.length))) {
    refuse('checksum', `${what}: its SHA-256 does not fit its ${bytes.length} bytes; copy it again from where it came`)
  }
  const r = new ByteReader(body.subarray(magic.length), what)
  const format = r.varint(FORMAT_MAX)
  if (format > kind.format) {
    refuse('too-new', `${what}: got format ${format}, expected at most ${kind.format}; update this program`)
  }
  if (format === 0) r.fail('got format 0, expected at least 1')
  const header = r.json(HEADER_MAX)
  const sections: Uint8Array[] = []
  while (r.left > 0) {
    if (sections.length === kind.sections) r.fail(`got more than ${kind.sections} sections`)
    sections.push(r.part(kind.maxBytes))
  }
  if (sections.length < kind.sections) r.fail(`got ${sections.length} sections, expected ${kind.sections}`)
  return { header, sections, format }
}
