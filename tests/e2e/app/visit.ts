// A browser on the built site, and what it complained of.
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../browsers.ts'
import { type Site, startSite } from './site.ts'
import { type Watch, watch } from './watch.ts'

export interface Visit {
  readonly site: Site
  readonly browser: Browser
  readonly page: Page
  readonly seen: Watch
  close(): Promise<void>
}

/** Starts the site and opens an English window of a small desktop on it. */
export async function visit(): Promise<Visit> {
  const site = await startSite()
  const browser = await launchChromium()
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' })).newPage()
  const seen = watch(page, site.url)
  const close = async (): Promise<void> => {
    await browser.close()
    site.close()
  }
  return { site, browser, page, seen, close }
}
