// The browser dies in the middle of an attempt: nothing that was acknowledged may be gone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killRounds } from './app/kills.ts'
import { FAST, Screen } from './app/room.ts'
import { type Site, startSite } from './app/site.ts'
import { watch } from './app/watch.ts'
import { engineOrThrow, isSkipped } from './browsers.ts'

let site: Site

describe.skipIf(isSkipped('chromium'))('a browser that goes away', () => {
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site?.close())

  it('loses at most 1.5 s of motion and never an attempt in ten kills', { timeout: 600_000 }, async () => {
    const kills = await killRounds({ url: site.url, kills: 10 })
    expect(kills.filter((k) => k.found === null)).toEqual([])
    expect(kills.filter((k) => k.lost_s > 1.5)).toEqual([])
    expect(kills.every((k) => k.made > 0)).toBe(true)
  })

  it('goes on in the middle of an attempt whose tab was closed, to the same end', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'surehand-resume-'))
    const options = { executablePath: engineOrThrow('chromium'), args: ['--no-sandbox'], locale: 'en-US' }
    const context = await chromium.launchPersistentContext(profile, options)
    try {
      const page = await context.newPage()
      await page.goto(`${site.url}room/new/knee-aspiration/hot-knee/practice${FAST}`)
      const first = new Screen(page)
      await first.ready()
      await first.take('syringe-20')
      const before = await first.ticks(180)
      await page.close()

      const again = await context.newPage()
      const seen = watch(again, site.url)
      await again.goto(`${site.url}${FAST}`)
      await again.click('.notice .button.primary')
      const second = new Screen(again)
      await second.ready()
      const after = await second.now()
      expect(after.attempt).toBe(before.attempt)
      expect(after.tick).toBeGreaterThan(before.tick - 135)
      await second.until((p) => p.shown.status?.holding === 'syringe-20', 'the syringe still in the hand')
      await second.ticks(180)
      expect((await second.now()).view.scalars['right.holding']).toBe(before.view.scalars['right.holding'])
      await second.key('g')
      await second.until((p) => p.shown.status?.phase === 'empty', 'an empty hand')
      await second.finish()
      await again.waitForSelector('form .primary')
      expect(seen.complaints).toEqual([])
    } finally {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
  })
})
