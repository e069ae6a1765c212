// Whether the browser promises to keep what is stored here, and how much space is left.

export interface StorageCare {
  /** True: kept until a person deletes it. False: the browser may clear it (Safari after 7 days without a visit). */
  readonly persisted: boolean
  /** Free space in bytes as the browser estimates it; null when it does not say. */
  readonly free: number | null
}

async function askPersist(ask: boolean): Promise<boolean> {
  const storage = globalThis.navigator?.storage
  if (!storage?.persisted) return false
  if (await storage.persisted()) return true
  return ask && storage.persist !== undefined ? storage.persist() : false
}

/** Asks the browser to keep the store for good (`ask`), or only looks whether it will. Never throws. */
export async function storageCare(ask: boolean): Promise<StorageCare> {
  const persisted = await askPersist(ask).catch(() => false)
  const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)
  const free = estimate?.quota === undefined ? null : Math.max(0, estimate.quota - (estimate.usage ?? 0))
  return { persisted, free }
}
