// Attempt files out of and into the browser.
import type { AttemptRow, Outbox } from '../outbox/index.ts'

/** Hands bytes to the browser as a download. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** knee-aspiration-2026-01-31-0800-1a2b3c4d.attempt: sorts by day, names nobody. */
export function fileName(row: Pick<AttemptRow, 'id' | 'procedure' | 'createdUtc'>): string {
  const stamp = row.createdUtc.slice(0, 16).replace('T', '-').replace(':', '')
  return `${row.procedure}-${stamp}-${row.id.slice(0, 8)}.attempt`
}

/** Saves each attempt as a file of its own and notes that a copy exists. @throws OutboxError */
export async function saveAll(outbox: Outbox, rows: readonly AttemptRow[]): Promise<void> {
  for (const row of rows) saveFile(fileName(row), await outbox.file(row.id))
  const ids = rows.map((r) => r.id)
  await outbox.markExported(ids, new Date().toISOString())
}
