// Forgetting this device: everything that this site keeps in the browser, on the reader's word alone.
import { OUTBOX_NAME } from '../outbox/schema.ts'

/** A page of this site in another window may still hold the store: then it is deleted when that one closes. */
function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('blocked', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error(`${name}: not deleted`)))
  })
}

function dropTexts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith('surehand')) storage.removeItem(key)
}

async function dropCopies(): Promise<void> {
  const workers = (await globalThis.navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((w) => w.unregister()))
  if (!('caches' in globalThis)) return
  await Promise.all((await caches.keys()).map((key) => caches.delete(key)))
}

/** Deletes attempts, settings and offline copies. Cannot be taken back. @throws what the browser says when it refuses */
export async function forgetDevice(): Promise<void> {
  await dropDatabase(OUTBOX_NAME)
  await dropDatabase('surehand.probe')
  dropTexts(localStorage)
  dropTexts(sessionStorage)
  await dropCopies()
}
