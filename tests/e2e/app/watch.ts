// What a page must not do while it is tested: log errors, or ask another site for anything.
import type { Page } from 'playwright-core'

/** fiber 9 always says that three's Clock is deprecated; software drawing says that reading pixels is slow; the
 emulated headset moves the canvas, and three then says that its size stays. */
const ALLOWED = [
  /THREE\.Clock/,
  /GPU stall due to ReadPixels/,
  /GPU stall/,
  /Automatic fallback to software WebGL/,
  /Can't change size while VR device is presenting/,
]

export interface Watch {
  /** Errors and warnings of the console and of scripts, but for the allowed ones. */
  readonly complaints: string[]
  /** Addresses outside the site. */
  readonly foreign: string[]
}

export function watch(page: Page, site: string): Watch {
  const complaints: string[] = []
  const foreign: string[] = []
  page.on('console', (m) => {
    const text = m.text()
    if ((m.type() === 'error' || m.type() === 'warning') && !ALLOWED.some((a) => a.test(text))) complaints.push(text)
  })
  page.on('pageerror', (e) => complaints.push(e.stack ?? e.message))
  page.on('request', (r) => {
    if (!r.url().startsWith(site) && !/^(data|blob):/.test(r.url())) foreign.push(r.url())
  })
  return { complaints, foreign }
}
