import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(join(import.meta.dirname, '../../../src/app/styles/tokens.css'), 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = CSS.slice(CSS.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const part = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['paper', 'sheet', 'sunk', 'brand-soft', 'quiet-soft', 'partly-soft', 'missed-soft', 'met-soft']
const TEXT: readonly (readonly [text: string, on: readonly string[]])[] = [
  ['ink', SURFACES],
  ['ink-soft', SURFACES],
  ['brand', ['paper', 'sheet', 'brand-soft']],
  ['on-brand', ['brand', 'brand-strong']],
  ['met', ['met-soft', 'paper', 'sheet']],
  ['partly', ['partly-soft', 'paper', 'sheet']],
  ['missed', ['missed-soft', 'paper', 'sheet']],
]
const light = tokens(':root')
const THEMES = { light, dark: { ...light, ...tokens(":root[data-theme='dark']") } }

describe.each(Object.entries(THEMES))('colours, %s', (_, of) => {
  const between = (a: string, b: string): number => contrast(of[a] ?? '#000000', of[b] ?? '#000000')

  it('give every text 4.5 : 1', () => {
    const weak = TEXT.flatMap(([text, on]) => on.map((s) => [`${text} on ${s}`, between(text, s)] as const))
    expect(weak.filter(([, ratio]) => ratio < 4.5)).toEqual([])
  })

  it('give borders of controls and the focus ring 3 : 1', () => {
    const weak = ['line-strong', 'focus'].flatMap((line) =>
      ['paper', 'sheet'].map((s) => [`${line} on ${s}`, between(line, s)] as const),
    )
    expect(weak.filter(([, ratio]) => ratio < 3)).toEqual([])
  })
})
