// What the browser says of its store, in the forms that browsers have: Safari may clear it, some do not answer at all.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { storageCare } from '../../../src/app/outbox/index.ts'

function withStorage(storage: object | undefined): void {
  vi.stubGlobal('navigator', { storage })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('storage care', () => {
  it('says that attempts may be cleared when the browser refuses to keep them', async () => {
    withStorage({
      persisted: async () => false,
      persist: async () => false,
      estimate: async () => ({ quota: 100, usage: 30 }),
    })
    expect(await storageCare(true)).toEqual({ persisted: false, free: 70 })
  })

  it('asks only when told to, and believes a yes', async () => {
    const persist = vi.fn(async () => true)
    withStorage({ persisted: async () => false, persist })
    expect(await storageCare(false)).toEqual({ persisted: false, free: null })
    expect(persist).not.toHaveBeenCalled()
    expect(await storageCare(true)).toEqual({ persisted: true, free: null })
  })

  it('takes silence and failure for no promise', async () => {
    const fails = async (): Promise<never> => {
      throw new Error('blocked')
    }
    for (const storage of [undefined, {}, { persisted: fails, persist: fails, estimate: fails }]) {
      withStorage(storage)
      expect(await storageCare(true)).toEqual({ persisted: false, free: null })
    }
  })
})
