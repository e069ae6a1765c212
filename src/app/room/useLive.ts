// Begins or resumes the attempt of the room and keeps its life: hidden pages pause, leaving flushes.
import { useEffect, useState } from 'react'
import { flags } from '../flags.ts'
import { type Begun, beginAttempt, resumeAttempt } from '../live/begin.ts'
import { RoomController } from '../live/roomController.ts'
import { setupFor, type Wanted } from '../live/setup.ts'
import { outbox, storageCare } from '../outbox/index.ts'
import { useRoom } from '../state/room.ts'
import { useSettings } from '../state/settings.ts'

export type Live =
  | { readonly state: 'loading'; readonly share: number | null }
  | { readonly state: 'ready'; readonly controller: RoomController }
  | { readonly state: 'failed'; readonly error: unknown }

export type Entry = { readonly kind: 'new'; readonly wanted: Wanted } | { readonly kind: 'resume'; readonly id: string }

const events = {
  onKept: (): void => {
    if (useRoom.getState().storeError !== null) useRoom.getState().set({ storeError: null })
  },
  onFailure: (error: unknown): void => useRoom.getState().set({ storeError: error }),
}

async function open(entry: Entry, onProgress: (share: number) => void, signal: AbortSignal): Promise<Begun> {
  if (entry.kind === 'resume') return resumeAttempt(outbox, entry.id, events, { onProgress, signal })
  void storageCare(true)
  const rows = await outbox.list().catch(() => [])
  const begun = await beginAttempt(outbox, setupFor(entry.wanted, rows), events, { onProgress, signal })
  // From here on a reload leads back to this attempt.
  if (!signal.aborted)
    history.replaceState(null, '', `${import.meta.env.BASE_URL}room/${begun.header.id}${location.search}`)
  return begun
}

function keepAlive(controller: RoomController): () => void {
  const off = new AbortController()
  const on = { signal: off.signal }
  document.addEventListener('visibilitychange', () => document.hidden && controller.pause(), on)
  window.addEventListener('pagehide', () => controller.run.flush(), on)
  return () => {
    off.abort()
    controller.run.flush()
  }
}

/** The attempt of this room; `entry` must stay the same object while the page is open, null = not yet. */
export function useLive(entry: Entry | null): Live {
  const [live, setLive] = useState<Live>({ state: 'loading', share: null })
  useEffect(() => {
    if (!entry) return undefined
    const stop = new AbortController()
    let leave = (): void => undefined
    useRoom.getState().reset()
    const begin = async (): Promise<void> => {
      const begun = await open(entry, (share) => setLive({ state: 'loading', share }), stop.signal)
      if (stop.signal.aborted) return
      const { latchTrigger } = useSettings.getState()
      const controller = new RoomController({ begun, ticksPerFrame: flags.ticksPerFrame, latchTrigger })
      leave = keepAlive(controller)
      setLive({ state: 'ready', controller })
    }
    begin().catch((error: unknown) => !stop.signal.aborted && setLive({ state: 'failed', error }))
    return () => {
      stop.abort()
      leave()
    }
  }, [entry])
  return live
}
