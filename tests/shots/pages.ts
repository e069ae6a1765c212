// Pictures of every page of the built site in both languages, on a small desktop and on a phone: build/shots/pages.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Site, startSite } from '../e2e/app/site.ts'
import { launchChromium } from '../e2e/browsers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'build/shots/pages')
const SIZES = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const
const LANGUAGES = ['en-US', 'zh-CN'] as const

type Shoot = (name: string, whole?: boolean) => Promise<void>

function recordExpert(folder: string): string {
  const out = join(folder, 'expert.attempt')
  const what = ['perform', 'knee-aspiration', '--case', 'hot-knee', '--seed', '3', '--agent', 'novice', '--out', out]
  execFileSync(process.execPath, [join(ROOT, 'build/cli/main.js'), ...what])
  return out
}

async function pages(page: Page, url: string, attempt: string, shoot: Shoot): Promise<void> {
  for (const [name, path] of [
    ['home', ''],
    ['library', 'library'],
    ['case', 'library/knee-aspiration/hot-knee'],
    ['attempts', 'attempts'],
  ] as const) {
    await page.goto(url + path)
    await page.waitForSelector('h1')
    await page.waitForTimeout(400)
    await shoot(name)
  }
  await page.setInputFiles('input[type=file]', attempt)
  await page.waitForSelector('form .primary')
  await shoot('question')
  await page.click('form .primary')
  await page.waitForSelector('.bars', { timeout: 120_000 })
  await page.click('details.fold summary')
  await shoot('report')
}

/** Pages with a drawn room; software drawing takes seconds a frame. */
async function rooms(page: Page, url: string, shoot: Shoot): Promise<void> {
  await page.click('a[href$="/replay"]')
  await page.waitForFunction(() => (window.__surehand?.info?.drawn ?? 0) > 3, null, { timeout: 180_000 })
  await shoot('replay', false)
  await page.goto(`${url}room/new/knee-aspiration/hot-knee/guided?quality=low`)
  await page.waitForFunction(() => (window.__surehand?.info?.drawn ?? 0) > 3, null, { timeout: 180_000 })
  await shoot('room', false)
}

async function visit(browser: Browser, site: Site, attempt: string): Promise<void> {
  for (const locale of LANGUAGES) {
    for (const [device, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport, locale })
      const page = await context.newPage()
      const shoot: Shoot = async (name, whole = true) => {
        const path = join(OUT, `${name}-${locale.slice(0, 2)}-${device}.png`)
        await page.screenshot({ path, fullPage: whole, timeout: 120_000 })
        console.log(path)
      }
      await pages(page, site.url, attempt, shoot)
      if (device === 'desktop') await rooms(page, site.url, shoot)
      await context.close()
    }
  }
}

mkdirSync(OUT, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'surehand-shots-'))
const site = await startSite()
const browser = await launchChromium()
try {
  await visit(browser, site, recordExpert(folder))
} finally {
  await browser.close()
  site.close()
  rmSync(folder, { recursive: true, force: true })
}
