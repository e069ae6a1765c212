// Pictures of every page of the built site in both languages, on a small and a large desktop and on a phone:
// build/shots/pages. `tsx tests/shots/pages.ts desktop zh` makes those of one size and language; `norooms` leaves out
// what is drawn in three dimensions.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Site, startSite } from '../e2e/app/site.ts'
import { launchChromium } from '../e2e/browsers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'build/shots/pages')
const SIZES = {
  desktop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  large: { width: 1920, height: 1080 },
} as const
const LANGUAGES = ['en-US', 'zh-CN'] as const
const asked = process.argv.slice(2)

type Shoot = (name: string, whole?: boolean) => Promise<void>

/** Who did what: enough for a curve, one drill and one critical error. */
const DONE = [
  ['hot-knee', 'novice', '1'],
  ['hot-knee', 'novice', '3'],
  ['hot-knee', 'expert', '2'],
  ['tense-oa', 'expert', '1'],
] as const

function recordAttempts(folder: string): string[] {
  return DONE.map(([id, agent, seed], i) => {
    const out = join(folder, `${i}.attempt`)
    const what = ['perform', 'knee-aspiration', '--case', id, '--seed', seed, '--agent', agent, '--out', out]
    execFileSync(process.execPath, [join(ROOT, 'build/cli/main.js'), ...what])
    return out
  })
}

async function plain(page: Page, url: string, shoot: Shoot): Promise<void> {
  for (const [name, path] of [
    ['home', ''],
    ['library', 'library'],
    ['case', 'library/knee-aspiration/hot-knee'],
    ['case-nofilm', 'library/knee-aspiration/first-hour'],
    ['attempts', 'attempts'],
    ['settings', 'settings'],
    ['about', 'about'],
    ['lost', 'no-such-page'],
  ] as const) {
    await page.goto(url + path)
    await page.waitForSelector('h1')
    await page.waitForTimeout(700)
    await shoot(name)
  }
}

/** With attempts in the browser: lists, curves, what comes next; and how settings are forgotten. */
async function used(page: Page, url: string, attempts: readonly string[], shoot: Shoot): Promise<void> {
  await page.goto(`${url}attempts`)
  await page.setInputFiles('input[type=file]', [...attempts])
  await page.waitForFunction((n) => document.querySelectorAll('.attempt').length === n, attempts.length)
  await page.click('.attempt-name >> nth=0')
  await page.waitForSelector('form .primary', { timeout: 120_000 })
  await shoot('question')
  await page.click('form .primary')
  await page.waitForSelector('.bars', { timeout: 120_000 })
  await page.click('details.fold summary')
  await shoot('report')
  await page.goto(`${url}attempts`)
  await page.click('[role=tab] >> nth=1')
  await page.click('.notice.calm .button')
  await page.waitForFunction(() => document.querySelectorAll('.matrix thead th').length > 4, null, { timeout: 180_000 })
  await shoot('curve')
  await page.click('[role=tab] >> nth=0')
  await shoot('attempts-used')
  for (const [name, path] of [
    ['home-used', ''],
    ['library-used', 'library'],
  ] as const) {
    await page.goto(url + path)
    await page.waitForTimeout(900)
    await shoot(name)
  }
  await page.goto(`${url}settings`)
  await page.click('.forget .danger')
  await page.waitForSelector('[role=alertdialog]')
  await shoot('forget', false)
}

/** The same in dark, and with the largest text. */
async function otherwise(page: Page, url: string, shoot: Shoot): Promise<void> {
  for (const [name, settings] of [
    ['dark', { theme: 'dark' }],
    ['larger', { textSize: 'larger' }],
  ] as const) {
    await page.evaluate((text) => localStorage.setItem('surehand.settings', text), JSON.stringify(settings))
    for (const path of ['', 'library', 'library/knee-aspiration/hot-knee', 'settings', 'attempts']) {
      await page.goto(url + path)
      await page.waitForTimeout(700)
      await shoot(`${name}-${path.split('/').at(-1) || 'home'}`)
    }
  }
  await page.evaluate(() => localStorage.removeItem('surehand.settings'))
}

/** Pages with a drawn room; software drawing takes seconds a frame. */
async function rooms(page: Page, url: string, shoot: Shoot): Promise<void> {
  await page.goto(`${url}attempts`)
  await page.click('a[href$="/replay"]')
  await page.waitForFunction(() => (window.__surehand?.info?.drawn ?? 0) > 12, null, { timeout: 180_000 })
  await shoot('replay', false)
  await page.goto(`${url}room/new/knee-aspiration/hot-knee/guided?quality=low`)
  await page.waitForFunction(() => (window.__surehand?.info?.drawn ?? 0) > 12, null, { timeout: 180_000 })
  await shoot('room', false)
}

async function visit(browser: Browser, site: Site, attempts: readonly string[]): Promise<void> {
  for (const locale of LANGUAGES.filter(
    (l) => !asked.some((a) => /^(en|zh)$/.test(a)) || asked.includes(l.slice(0, 2)),
  )) {
    for (const [device, viewport] of Object.entries(SIZES)) {
      if (asked.some((a) => a in SIZES) && !asked.includes(device)) continue
      const context = await browser.newContext({ viewport, locale })
      const page = await context.newPage()
      const shoot: Shoot = async (name, whole = true) => {
        const path = join(OUT, `${name}-${locale.slice(0, 2)}-${device}.png`)
        await page.screenshot({ path, fullPage: whole, timeout: 120_000 })
        console.log(path)
      }
      await plain(page, site.url, shoot)
      await used(page, site.url, attempts, shoot)
      if (device === 'desktop') {
        await otherwise(page, site.url, shoot)
        if (!asked.includes('norooms')) await rooms(page, site.url, shoot)
      }
      await context.close()
    }
  }
}

mkdirSync(OUT, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'surehand-shots-'))
const site = await startSite()
const browser = await launchChromium()
try {
  await visit(browser, site, recordAttempts(folder))
} finally {
  await browser.close()
  site.close()
  rmSync(folder, { recursive: true, force: true })
}
