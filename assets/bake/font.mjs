// node assets/bake/font.mjs : the font of the interface and of panels in the room, cut down to the characters in use.
// Reads every text of the product (pages, catalogues, scenes); fails when a character has no glyph. With --check it only
// says whether the committed font still covers the texts.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const require = createRequire(import.meta.url)
const subsetFont = require('subset-font')

const ROOT = resolve(import.meta.dirname, '../..')
const SOURCES = join(ROOT, 'node_modules/@fontsource/noto-sans-sc/files')
const OUT = join(ROOT, 'assets/public/fonts')
/** Regular for texts and for panels in the room, semibold for headings of the pages. */
const FILES = { 'surehand-sc.woff2': 400, 'surehand-sc-bold.woff2': 600 }
const TEXTS = ['src', 'scenes', 'scoring', 'index.html']
const READ = /\.(tsx?|json|po|html|css)$/
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('')
const ALWAYS = `${ASCII}°±×÷µ·…—–‘’“”，。、；：？！（）《》「」【】％～`
/** Chinese characters, their punctuation, full-width forms. */
const WIDE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/gu

function textsUnder(path) {
  if (READ.test(path)) return [readFileSync(path, 'utf8')]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((f) => f.isFile() && READ.test(f.name))
    .map((f) => readFileSync(join(f.parentPath, f.name), 'utf8'))
}

/** Every character that may be shown, sorted. */
export function charactersInUse() {
  const wide = TEXTS.flatMap((t) => textsUnder(join(ROOT, t))).flatMap((text) => text.match(WIDE) ?? [])
  return [...new Set([...Array.from(ALWAYS), ...wide])].sort()
}

/** Code points that an sfnt has a glyph for (cmap formats 4 and 12). */
export function codePoints(sfnt) {
  const v = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength)
  const tables = v.getUint16(4)
  let cmap = -1
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16
    if (v.getUint32(at) === 0x636d6170) cmap = v.getUint32(at + 8)
  }
  const found = new Set()
  for (let i = 0; i < v.getUint16(cmap + 2); i++) {
    const sub = cmap + v.getUint32(cmap + 8 + i * 8)
    if (v.getUint16(sub) === 12) {
      for (let g = 0; g < v.getUint32(sub + 12); g++) {
        const at = sub + 16 + g * 12
        for (let c = v.getUint32(at); c <= v.getUint32(at + 4); c++) found.add(c)
      }
    } else if (v.getUint16(sub) === 4) {
      const n = v.getUint16(sub + 6) / 2
      for (let s = 0; s < n; s++) {
        const end = v.getUint16(sub + 14 + s * 2)
        const start = v.getUint16(sub + 16 + n * 2 + s * 2)
        for (let c = start; c <= end && c < 0xffff; c++) found.add(c)
      }
    }
  }
  return found
}

/** Characters in use that a committed font lacks. */
async function lacking(file) {
  const wanted = charactersInUse()
  const has = codePoints(await subsetFont(readFileSync(join(OUT, file)), wanted.join(''), { targetFormat: 'truetype' }))
  return wanted.filter((c) => !has.has(c.codePointAt(0)))
}

async function check() {
  for (const file of Object.keys(FILES)) {
    const missing = await lacking(file)
    if (missing.length === 0) continue
    console.error(`font: ${file} lacks ${missing.join('')}; run node assets/bake/font.mjs and commit it`)
    process.exit(1)
  }
}

async function bake(file, weight) {
  const wanted = charactersInUse()
  const source = readFileSync(join(SOURCES, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`))
  const plain = await subsetFont(source, wanted.join(''), { targetFormat: 'truetype' })
  const has = codePoints(plain)
  const missing = wanted.filter((c) => !has.has(c.codePointAt(0)))
  if (missing.length > 0) {
    console.error(`font: no glyph for ${missing.join(' ')}; use other characters or another source font`)
    process.exit(1)
  }
  const out = await subsetFont(source, wanted.join(''), { targetFormat: 'woff2' })
  mkdirSync(OUT, { recursive: true })
  writeFileSync(join(OUT, file), out)
  console.log(`${file}: ${wanted.length} characters, ${out.length} bytes`)
}

async function main() {
  if (process.argv.includes('--check')) return check()
  for (const [file, weight] of Object.entries(FILES)) await bake(file, weight)
}

if (process.argv[1] === import.meta.filename) await main()
