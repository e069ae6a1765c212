// The built site on a port of its own, for tests that open it in a browser.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface Site {
  /** Address with a slash at its end. */
  readonly url: string
  close(): void
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    child.on('exit', (status) => fail(new Error(`serve: ended with ${status} before it listened`)))
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.includes('\n')) done(text)
    })
  })
}

/** Starts the server of the built site (`npm run build` first). */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'surehand-site-'))
  const env = { ...process.env, SUREHAND_DATA: folder }
  const main = join(ROOT, 'build/cli/main.js')
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json'], { cwd: ROOT, env })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  return {
    url,
    close() {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
