// The stored shape of a protocol, and how older shapes become it. Numbers run without gaps.
import { integer, object, ProtocolError, type Fields } from './parse.ts'

/** Format that this code writes and reads. */
export const PROTOCOL_FORMAT = 1

/** Turns a protocol of one format into the next one, as JSON; may not touch its argument. */
export interface Migration {
  readonly from: number
  /** What changed, for a clinician. */
  readonly reason: string
  migrate(old: Fields): Fields
}

/** One entry for each format before the present one, in order. */
export const MIGRATIONS: readonly Migration[] = []

/** @throws RangeError when the list does not lead from format 1 to `format` in steps of one */
export function checkMigrations(migrations: readonly Migration[], format: number): void {
  migrations.forEach((m, i) => {
    if (m.from !== i + 1) throw new RangeError(`migrations[${i}].from: got ${m.from}, expected ${i + 1}`)
  })
  if (migrations.length !== format - 1) {
    throw new RangeError(`migrations: got ${migrations.length} of them, expected ${format - 1} for format ${format}`)
  }
}

/**
 * Brings a stored protocol to the present format.
 * @throws ProtocolError when the format is missing, or newer than this program
 */
export function migrateProtocol(stored: unknown, migrations = MIGRATIONS, format = PROTOCOL_FORMAT): Fields {
  checkMigrations(migrations, format)
  const isObject = typeof stored === 'object' && stored !== null && !Array.isArray(stored)
  if (!isObject) return object(stored, 'protocol', {})
  const written = 'format' in stored ? stored.format : undefined
  if (written === undefined) throw new ProtocolError('protocol', `the key "format" is missing; add "format": ${format}`)
  const from = integer(written, 'format', [1, 1_000_000])
  if (from > format) {
    throw new ProtocolError('format', `got ${from}, expected at most ${format}; this protocol needs a newer program`)
  }
  return migrations
    .slice(from - 1)
    .reduce<Fields>((old, m) => ({ ...m.migrate(old), format: m.from + 1 }), { ...stored })
}
