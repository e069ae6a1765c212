// A drill by mouse in the built site: from the library, through its lead-in, to a report by its own protocol.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAST, Screen } from './app/room.ts'
import type { Site } from './app/site.ts'
import { visit, type Visit } from './app/visit.ts'
import type { Watch } from './app/watch.ts'
import { isSkipped } from './browsers.ts'

let site: Site
let at: Visit
let page: Page
let seen: Watch

describe.skipIf(isSkipped('chromium'))('a drill with the mouse', () => {
  beforeAll(async () => {
    at = await visit()
    ;({ page, site, seen } = at)
  })
  afterAll(async () => {
    await at?.close()
  })

  it('is chosen in the library by its task and time', async () => {
    await page.goto(`${site.url}library${FAST}`)
    const first = page.locator('.drills li').first()
    expect(await first.textContent()).toMatch(/Mark the portal · 2 min.*superolateral/)
    await first.locator('a').click()
  })

  it('begins after its lead-in, with the task in the room', async () => {
    const room = new Screen(page)
    const { tick } = await room.until((p) => p.tick > 600, 'the handover')
    expect(tick).toBeGreaterThan(600)
    expect(await page.textContent('.drill-task')).toContain('Mark the portal')
    await room.ticks(180)
  })

  it('goes on after a reload where it was, without a second lead-in', async () => {
    const room = new Screen(page)
    await page.waitForTimeout(500)
    await page.goto(`${page.url()}${FAST}`)
    const back = await room.until((p) => p.tick > 700, 'the resumed drill')
    expect(back.tick).toBeLessThan(3000)
    expect(await page.textContent('.drill-task')).toContain('Mark the portal')
  })

  it('is judged by its own protocol, and called by its name', async () => {
    await new Screen(page).finish()
    await page.fill('.wish', 'Feel first')
    await page.click('form .primary')
    await page.waitForSelector('.bars')
    expect(await page.textContent('.verdict')).toBe('0 of 3 points met.')
    expect(await page.textContent('.crumb')).toContain('Knee aspiration · Mark the portal')
    const again = await page.getAttribute('a.button.primary', 'href')
    expect(again).toContain('/room/new/knee-aspiration/hot-knee/practice/drill-mark-portal')
    await page.goto(`${site.url}attempts`)
    expect(await page.textContent('.attempt-name')).toBe('Knee aspiration · Mark the portal')
  })

  it('lets the hand take the needle that stands in the knee, and draw it out', async () => {
    const room = new Screen(page)
    await page.goto(`${site.url}library${FAST}`)
    await page.locator('.drills li a', { hasText: 'faint' }).click()
    await room.until((p) => p.tick > 2000 && p.shown.phase === 'running', 'the handover')
    const found = await room.ticks(90)
    expect(found.view.scalars['needle-20.inserted']).toBe(1)
    await room.press(found.view.poses['syringe-20']?.p ?? [0, 0, 0])
    await room.until((p) => p.shown.right === 'syringe-20', 'the syringe in the hand')
    await room.push(-60, (p) => p.view.scalars['needle-20.inserted'] === 0)
    expect((await room.now()).view.scalars['needle-20.inserted']).toBe(0)
  })

  it('says nothing on the console and asks no other site', () => {
    expect(seen.complaints).toEqual([])
    expect(seen.foreign).toEqual([])
  })
})
