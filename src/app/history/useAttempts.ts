import { create } from 'zustand'
import { type AttemptRow, outbox } from '../outbox/index.ts'

interface AttemptsStore {
  /** Newest first; null until they were read for the first time. */
  readonly rows: readonly AttemptRow[] | null
  readonly error: unknown
  refresh(): Promise<void>
}

/** The list of attempts in this browser; whoever changes the outbox refreshes it. */
export const useAttempts = create<AttemptsStore>((set) => ({
  rows: null,
  error: null,
  async refresh() {
    try {
      set({ rows: await outbox.list(), error: null })
    } catch (error) {
      set({ rows: [], error })
    }
  },
}))
