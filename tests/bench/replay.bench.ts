// How soon a replay shows something at a fourfold slower CPU, drawing off: after opening, and after a seek.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppHook } from '../../src/app/debug.ts'
import { type Site, startSite } from '../e2e/app/site.ts'
import { isSkipped, launchChromium } from '../e2e/browsers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'surehand-replay-'))
const SEEKS_S = [20, 3, 28, 11, 25, 1]

type Hooked = Window & { readonly __surehand?: AppHook }
let site: Site
let browser: Browser
let page: Page

function recordExpert(): string {
  const out = join(folder, 'expert.attempt')
  const what = ['perform', 'knee-aspiration', '--case', 'hot-knee', '--seed', '3', '--agent', 'expert', '--out', out]
  execFileSync(process.execPath, [join(ROOT, 'build/cli/main.js'), ...what])
  return out
}

describe.skipIf(isSkipped('chromium'))('a replay at a fourfold slower CPU', () => {
  beforeAll(async () => {
    site = await startSite()
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-US' })
    await page.goto(`${site.url}attempts?render=off&quality=test`)
    await page.setInputFiles('input[type=file]', recordExpert())
    await page.click('form .primary')
    await page.waitForSelector('.bars', { timeout: 120_000 })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('applies its first view within 2 s, and the view of a seek within 300 ms', async () => {
    const opened = await page.evaluate(async () => {
      const from = performance.now()
      const link = document.querySelector<HTMLAnchorElement>('a[href$="/replay"]')
      if (!link) throw new Error('the report has no link to the replay')
      link.click()
      while ((window as Hooked).__surehand?.replay?.().applied === undefined) await new Promise(requestAnimationFrame)
      return performance.now() - from
    })
    const seeks: number[] = []
    for (const s of SEEKS_S) {
      seeks.push(
        await page.evaluate(async (to) => {
          const from = performance.now()
          const slider = document.querySelector<HTMLInputElement>('input[type=range]')
          if (!slider) throw new Error('the replay has no timeline')
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
          set?.call(slider, String(to))
          slider.dispatchEvent(new Event('input', { bubbles: true }))
          const at = (): number => ((window as Hooked).__surehand?.replay?.().applied ?? 0) / 90
          while (Math.abs(at() - to) > 0.3) await new Promise(requestAnimationFrame)
          return performance.now() - from
        }, s),
      )
    }
    console.table({ opened_ms: opened, slowest_seek_ms: Math.max(...seeks) })
    expect(opened).toBeLessThanOrEqual(2000)
    expect(Math.max(...seeks)).toBeLessThanOrEqual(300)
  })
})
