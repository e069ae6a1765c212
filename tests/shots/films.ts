// tsx tests/shots/films.ts : the plain films of the case pages, from the same imager and the same first patient (seed 1) as
// the room, as JPEG into src/app/pictures/films. Needs a build and Chromium. Run it again when the anatomy changes.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../e2e/browsers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'src/app/pictures/films')
/** Cases whose record has films that the model can show: no metal, and an X-ray set in the house. */
const CASES = { 'knee-aspiration': ['hot-knee', 'tense-oa', 'dry-tap', 'cellulitis'] } as const
const QUALITY = 0.82

function film(folder: string, procedure: string, id: string, view: string): Buffer {
  const out = join(folder, `${id}-${view}.png`)
  const what = ['image', procedure, '--case', id, '--seed', '1', '--view', view, '--out', out]
  execFileSync(process.execPath, [join(ROOT, 'build/cli/main.js'), ...what])
  return readFileSync(out)
}

async function toJpeg(page: Page, png: Buffer): Promise<Buffer> {
  const source = `data:image/png;base64,${png.toString('base64')}`
  const url = await page.evaluate(
    async ([src, quality]) => {
      const image = new Image()
      image.src = src
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/jpeg', quality)
    },
    [source, QUALITY] as const,
  )
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

mkdirSync(OUT, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'surehand-films-'))
const browser = await launchChromium()
try {
  const page = await browser.newPage()
  for (const [procedure, cases] of Object.entries(CASES)) {
    for (const id of cases) {
      for (const view of ['AP', 'lateral']) {
        const jpeg = await toJpeg(page, film(folder, procedure, id, view))
        const file = `${procedure}_${id}_${view.toLowerCase()}.jpg`
        writeFileSync(join(OUT, file), jpeg)
        console.log(`${file}: ${jpeg.length} bytes`)
      }
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
