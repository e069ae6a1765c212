// Compressed copies of served files, made once and kept: a thin line is the rule, not the exception.
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ServedFile } from './files.ts'

export type Coding = 'br' | 'gzip' | 'identity'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Below this a compressed copy saves no packet, bytes. */
const SMALL = 1024
/** Together, bytes; the oldest copies go first. */
const MOST_KEPT = 64e6

/** What the browser takes; brotli first. */
export function chooseCoding(accept: string | undefined, file: ServedFile): Coding {
  if (!file.compressible || file.bytes < SMALL) return 'identity'
  const taken = new Set((accept ?? '').split(',').map((part) => part.split(';', 1)[0]?.trim()))
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : 'identity'
}

async function compress(file: ServedFile, coding: Coding): Promise<Buffer> {
  const body = await readFile(file.path)
  if (coding === 'gzip') return zip(body, { level: 9 })
  if (coding === 'identity') return body
  // Quality 9: 11 takes ten times as long for two per cent.
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}

interface Kept {
  readonly body: Promise<Buffer>
  /** 0 until it is made. */
  bytes: number
}

/** Reads and compresses files; `get` answers the same bytes for the same file, tag and coding without work. */
export class EncodedFiles {
  private readonly kept = new Map<string, Kept>()
  private size = 0

  get(file: ServedFile, coding: Coding): Promise<Buffer> {
    const key = `${coding} ${file.tag} ${file.path}`
    const known = this.kept.get(key)
    if (known) return known.body
    const entry: Kept = { body: compress(file, coding), bytes: 0 }
    this.kept.set(key, entry)
    entry.body.then(
      (body) => this.account(entry, body.length),
      () => this.kept.delete(key),
    )
    return entry.body
  }

  private account(entry: Kept, bytes: number): void {
    entry.bytes = bytes
    this.size += bytes
    for (const [key, old] of this.kept) {
      if (this.size <= MOST_KEPT || old === entry) break
      this.kept.delete(key)
      this.size -= old.bytes
    }
  }
}
