// Kills of the browser in the middle of an attempt: what was made, what came back.
import { existsSync, mkdtempSync, readFileSync, rmSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { engineOrThrow } from '../browsers.ts'
import { Screen } from './room.ts'

export interface Kill {
  /** Ticks that the page had made when it was killed, at the least. */
  readonly made: number
  /** Ticks that the next browser found; null = the attempt was lost. */
  readonly found: number | null
  /** Motion lost, s. */
  readonly lost_s: number
}

export interface KillOptions {
  readonly url: string
  readonly kills: number
  /** Query of the page; the wall clock by default, so that a lost second is a second. */
  readonly query?: string
  /** How long each attempt runs before the kill, ms; several values are used in turn. */
  readonly after_ms?: readonly number[]
}

const FLAGS = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update']

function open(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: engineOrThrow('chromium'),
    args: FLAGS,
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
  })
}

/** Process ids of the browser with this profile and of its children, from /proc. */
function pidsOf(profile: string): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Kills exactly the browser that was started with this profile. */
async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  const gone = new Promise<void>((done) => context.once('close', () => done()))
  for (const pid of pidsOf(profile)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A child that went with its parent.
    }
  }
  await gone
}

async function openRows(context: BrowserContext, url: string): Promise<{ id: string; ticks: number }[]> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${url}attempts`)
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.open('surehand')
        request.addEventListener('error', () => fail(request.error ?? new Error('the store does not open')))
        request.addEventListener('success', () => {
          const all = request.result.transaction('attempts').objectStore('attempts').getAll()
          all.addEventListener('success', () => {
            const rows = all.result as { id: string; ticks: number }[]
            request.result.close()
            done(rows.map(({ id, ticks }) => ({ id, ticks })))
          })
        })
      }),
  )
}

async function playUntilKilled(profile: string, o: KillOptions, run_ms: number): Promise<{ id: string; made: number }> {
  const context = await open(profile)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${o.url}room/new/knee-aspiration/hot-knee/practice${o.query ?? '?render=off&quality=test'}`)
  const screen = new Screen(page)
  await screen.ready()
  const end = Date.now() + run_ms
  while (Date.now() < end) {
    await screen.moveTo(500 + (Date.now() % 300), 400)
    await page.waitForTimeout(40)
  }
  const { attempt, tick } = await screen.now()
  await killBrowser(context, profile)
  return { id: attempt, made: tick }
}

/**
 * Begins an attempt, kills the browser by its process id in the middle, opens the same profile again and looks what is
 * there; so many times. Attempts of earlier rounds must stay, too.
 */
export async function killRounds(o: KillOptions): Promise<Kill[]> {
  const profile = mkdtempSync(join(tmpdir(), 'surehand-kill-'))
  const results: Kill[] = []
  const ids: string[] = []
  try {
    for (let i = 0; i < o.kills; i++) {
      const waits = o.after_ms ?? [2300, 1700, 3100, 2900]
      const { id, made } = await playUntilKilled(profile, o, waits[i % waits.length] ?? 2000)
      ids.push(id)
      const context = await open(profile)
      const rows = await openRows(context, o.url)
      await context.close()
      const missing = ids.filter((known) => !rows.some((r) => r.id === known))
      const found = missing.length > 0 ? null : (rows.find((r) => r.id === id)?.ticks ?? null)
      results.push({ made, found, lost_s: found === null ? Infinity : Math.max(0, made - found) / 90 })
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  return results
}
