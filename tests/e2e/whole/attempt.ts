// One whole attempt in Chromium, from the first word to the report, with one input class; and what must be true of it.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Device } from '../app/device.ts'
import { Doctor } from '../app/doctor.ts'
import { Knowing } from '../app/knowing.ts'
import { FAST, Screen } from '../app/room.ts'
import { type Site, startSite } from '../app/site.ts'
import { type Watch, watch } from '../app/watch.ts'
import { isSkipped, launchChromium } from '../browsers.ts'
import { type Judged, judgeAttempt, judgeExpert, outcomes, readFile } from './judged.ts'
import { Tally } from './steps.ts'
import { STEPS, type Whole } from './tap.ts'

/** A new browser makes the first attempt at a case with this seed. */
const SEED = 1

const TEXTS: Readonly<Record<string, string>> = {
  met: 'met',
  partly: 'partly',
  missed: 'missed',
  'not-applicable': 'did not arise',
  'not-measurable': 'not measurable here',
}

export interface WholeOf {
  readonly name: string
  readonly inputClass: 'mouse' | 'touch'
  readonly caseId: string
  readonly context: BrowserContextOptions
  device(page: Page): Device
}

interface Open {
  readonly site: Site
  readonly browser: Browser
  readonly page: Page
  readonly seen: Watch
}

async function open(of: WholeOf): Promise<Open> {
  const site = await startSite()
  const browser = await launchChromium()
  const page = await (await browser.newContext({ ...of.context, locale: 'en-US' })).newPage()
  const seen = watch(page, site.url)
  await page.goto(`${site.url}room/new/knee-aspiration/${of.caseId}/practice${FAST}`)
  await new Screen(page).ready()
  return { site, browser, page, seen }
}

/** What the report on the page says of each criterion, in its order. */
async function pageOutcomes(page: Page): Promise<string[]> {
  await page.fill('.wish', 'Less')
  await page.click('form .primary')
  await page.waitForSelector('.criteria', { state: 'attached', timeout: 120_000 })
  const cells = await page.locator('.criteria tbody tr td:nth-child(2)').allTextContents()
  return cells.map((text) => text.replace(/^[^a-z]+/i, ''))
}

async function savedFile(page: Page, site: Site): Promise<string> {
  await page.goto(`${site.url}attempts`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.attempt button')])
  return download.path()
}

/** The tests of one input class. */
export function wholeAttempt(of: WholeOf): void {
  let here: Open
  let whole: Whole
  let tally: Tally
  let shown: string[] = []
  let mine: Judged | undefined
  describe.skipIf(isSkipped('chromium'))(of.name, () => {
    beforeAll(async () => {
      here = await open(of)
      const device = of.device(here.page)
      tally = new Tally(device)
      const doctor = new Doctor(new Screen(here.page), device, (tick) => tally.note(tick))
      whole = { doctor, knows: new Knowing(of.caseId, SEED) }
    })
    afterAll(async () => {
      await here?.browser.close()
      here?.site.close()
    })

    for (const [name, step] of STEPS) it(name, () => step(whole))

    it('finishes, and its report judges every criterion', async () => {
      await new Screen(here.page).finish()
      shown = await pageOutcomes(here.page)
      mine = judgeAttempt(readFile(await savedFile(here.page, here.site)))
      expect(mine.setup.input_class).toBe(of.inputClass)
      expect(shown).toEqual(mine.report.criteria.map((c) => TEXTS[c.outcome]))
    })

    it('has the outcome of the scripted expert on every criterion that this device can measure', () => {
      if (!mine) throw new Error('there is no report to compare')
      const expert = judgeExpert(mine.setup)
      process.stdout.write(`${of.name}\n${tally.table(mine.events, expert.events)}\n`)
      expect(outcomes(mine.report)).toEqual(outcomes(expert.report))
      expect(Object.values(outcomes(mine.report))).not.toContain('missed')
    })

    it('says nothing on the console and asks no other site', () => {
      expect(here.seen.complaints).toEqual([])
      expect(here.seen.foreign).toEqual([])
    })
  })
}
