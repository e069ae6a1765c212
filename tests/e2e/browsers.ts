// Finding and starting the engines that the tests run in: Chromium, Firefox, and JavaScriptCore's shell.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwrightChromium, type Browser } from 'playwright-core'

export type EngineName = 'chromium' | 'firefox' | 'jsc'

interface Places {
  /** Names the program before anything else is tried. */
  readonly variable: string
  readonly usual: readonly string[]
  /** Debian's package. */
  readonly package: string
}

const MAC = '/Applications'
const WINDOWS = process.env['PROGRAMFILES'] ?? 'C:\\Program Files'

export const PLACES: Readonly<Record<EngineName, Places>> = {
  chromium: {
    variable: 'CHROME_PATH',
    usual: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${WINDOWS}\\Google\\Chrome\\Application\\chrome.exe`,
    ],
    package: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    usual: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      `${MAC}/Firefox.app/Contents/MacOS/firefox`,
      `${WINDOWS}\\Mozilla Firefox\\firefox.exe`,
    ],
    package: 'firefox-esr',
  },
  jsc: {
    variable: 'JSC_PATH',
    usual: ['/usr/bin/jsc', '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc'],
    package: 'libjavascriptcoregtk-4.0-bin',
  },
}

function playwrightOwn(): string[] {
  try {
    return [playwrightChromium.executablePath()]
  } catch {
    return []
  }
}

/** Path of the program, or undefined; a variable that names a missing file counts as absent, not as another choice. */
export function findEngine(name: EngineName): string | undefined {
  const { variable, usual } = PLACES[name]
  const chosen = process.env[variable]
  if (chosen) return existsSync(chosen) ? chosen : undefined
  const places = name === 'chromium' ? [...usual, ...playwrightOwn()] : usual
  return places.find((p) => existsSync(p))
}

/** Whether a test in this engine is left out: it is absent, and this is not CI, where an absent engine must fail. */
export function isSkipped(name: EngineName): boolean {
  return findEngine(name) === undefined && process.env['CI'] !== 'true'
}

/** @throws Error that says where it was looked for */
export function engineOrThrow(name: EngineName): string {
  const { variable, package: debian } = PLACES[name]
  const found = findEngine(name)
  if (found !== undefined) return found
  throw new Error(`${name}: not found; set ${variable}, or install it (Debian: apt-get install ${debian})`)
}

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium under Playwright's hand, headless. The caller closes it. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return playwrightChromium.launch({ executablePath: engineOrThrow('chromium'), args: [...CHROMIUM_FLAGS, ...more] })
}

function start(name: 'chromium' | 'firefox', url: string, profile: string): ChildProcess {
  const program = engineOrThrow(name)
  const options = { detached: true, stdio: 'ignore' as const, env: { ...process.env, HOME: profile } }
  return name === 'firefox'
    ? spawn(program, ['--headless', '--no-remote', '--profile', profile, url], options)
    : spawn(program, ['--headless', '--disable-gpu', ...CHROMIUM_FLAGS, `--user-data-dir=${profile}`, url], options)
}

function stop(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Answers the page, the script, and takes what the script posts to /out. */
function answer(script: string, req: IncomingMessage, res: ServerResponse, done: (body: string) => void): void {
  if (req.url === '/out') {
    const parts: Buffer[] = []
    req
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        res.end()
        done(Buffer.concat(parts).toString())
      })
    return
  }
  const isScript = req.url === '/script.js'
  res.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
  res.end(isScript ? script : '<!doctype html><script src="/script.js"></script>')
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Opens a page with the script in a fresh browser and resolves with what the script posts to /out. */
export async function runInBrowser(name: 'chromium' | 'firefox', script: string, limit_ms = 120_000): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), `surehand-${name}-`))
  const server = createServer()
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  try {
    const url = await listen(server)
    return await new Promise<string>((done, fail) => {
      timer = setTimeout(() => fail(new Error(`${name}: nothing posted within ${limit_ms} ms`)), limit_ms)
      server.on('request', (req, res) => answer(script, req, res, done))
      child = start(name, url, profile)
      child.on('error', fail)
    })
  } finally {
    clearTimeout(timer)
    stop(child)
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Runs a script file in JavaScriptCore's shell and resolves with what it prints. */
export function runInJsc(file: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(engineOrThrow('jsc'), [file], { maxBuffer: 1e8 }, (error, out) => (error ? fail(error) : done(out.trim())))
  })
}
