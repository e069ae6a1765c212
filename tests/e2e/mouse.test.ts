// A whole attempt by mouse and keyboard in the built site: from the home page to report and replay.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppHook } from '../../src/app/debug.ts'
import { FAST, Screen, wayIn } from './app/room.ts'
import type { Site } from './app/site.ts'
import { visit, type Visit } from './app/visit.ts'
import type { Watch } from './app/watch.ts'
import { isSkipped } from './browsers.ts'

let site: Site
let at: Visit
let page: Page
let seen: Watch

const SYRINGE = 'syringe-50'
const NEEDLE = 'needle-18'

describe.skipIf(isSkipped('chromium'))('an attempt with the mouse', () => {
  beforeAll(async () => {
    at = await visit()
    ;({ page, site, seen } = at)
  })
  afterAll(async () => {
    await at?.close()
  })

  it('leads from home to the room in three presses', async () => {
    await page.goto(`${site.url}${FAST}`)
    await page.click('.hero a[href^="/library/"]')
    await page.click('aside .button.primary.large')
    await new Screen(page).ready()
    expect(new URL(page.url()).pathname).toMatch(/^\/room\/[0-9a-f]{32}$/)
  })

  it('takes a syringe, reaches the fluid, draws, withdraws and puts it away', async () => {
    const room = new Screen(page)
    await room.choose('t', 1)
    await room.take(SYRINGE)
    const { portal, way } = wayIn(await room.now())
    await room.point(portal)
    await room.ticks(180)
    await room.tiltTo(SYRINGE, way)
    await room.wheel(4)
    await room.reach(NEEDLE, 'effusion')
    expect((await room.now()).view.scalars[`${NEEDLE}.depth_mm`]).toBeGreaterThan(5)
    await room.wheel(30)
    const full = await room.until((p) => (p.view.scalars[`${SYRINGE}.fluid_ml`] ?? 0) > 5, 'fluid in the syringe')
    expect(full.view.scalars['drawn_ml']).toBeGreaterThan(4)
    await room.push(-90, (p) => p.view.scalars[`${NEEDLE}.inserted`] === 0)
    await room.key('g')
    await room.until((p) => p.shown.status?.phase === 'empty', 'an empty hand')
  })

  it('shows the report, with every mark traceable', async () => {
    await new Screen(page).finish()
    await page.fill('.wish', 'Aim deeper')
    await page.click('form .primary')
    await page.waitForSelector('.bars')
    await page.click('details.fold summary')
    const rows = await page.locator('.criteria tbody tr').count()
    expect(rows).toBeGreaterThan(4)
    expect(await page.locator('.criteria .source').allTextContents()).not.toContain('')
    // fluid came out, but the skin was never prepared: that comes first
    expect(await page.textContent('.verdict')).toMatch(/never prepared/)
  })

  it('jumps into the replay and plays it, then with the expert beside it', async () => {
    await page.click('.criteria .button')
    const replay = (): Promise<{ time_s: number; length_s: number } | undefined> =>
      page.evaluate(() => (window as Window & { __surehand?: AppHook }).__surehand?.replay?.())
    await page.waitForFunction(() => (window as Window & { __surehand?: AppHook }).__surehand?.replay?.() !== undefined)
    const start = await replay()
    expect(start?.length_s).toBeGreaterThan(20)
    await page.click('.replay-controls .play')
    await page.waitForFunction(
      (t) => ((window as Window & { __surehand?: AppHook }).__surehand?.replay?.()?.time_s ?? 0) > t + 2,
      start?.time_s ?? 0,
    )
    await page.click('.replay-controls button[aria-pressed]')
    await page.waitForSelector('.pictures.two')
  })

  it('saves a copy that another browser takes in and grades alike', async () => {
    const verdict = async (p: Page): Promise<string | null> => {
      await p.waitForSelector('.verdict', { timeout: 60_000 })
      return p.textContent('.verdict')
    }
    await page.goto(`${site.url}attempts`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.attempt button')])
    expect(download.suggestedFilename()).toMatch(/^knee-aspiration-.*\.attempt$/)
    await page.click('.attempt-name')
    const here = await verdict(page)
    const other = await (await at.browser.newContext({ locale: 'en-US' })).newPage()
    await other.goto(`${site.url}attempts`)
    await other.setInputFiles('input[type=file]', await download.path())
    expect(await verdict(other)).toBe(here)
    await other.context().close()
  })

  it('says nothing on the console and asks no other site', () => {
    expect(seen.complaints).toEqual([])
    expect(seen.foreign).toEqual([])
  })
})
