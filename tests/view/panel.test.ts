import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { pieces, wrap } from '../../src/view/panel/wrap.ts'
import { clock } from '../../src/view/room/Monitor.tsx'

/** A Chinese character is two wide, anything else one. */
const measure = (t: string): number => Array.from(t).reduce((n, c) => n + (/[\u3000-\uffef]/u.test(c) ? 2 : 1), 0)

describe('text in the room', () => {
  it('breaks English between words and keeps every word', () => {
    const lines = wrap('Mark the entry point one centimetre above', 12, measure)
    expect(lines.every((l) => measure(l) <= 12)).toBe(true)
    expect(lines.join(' ')).toBe('Mark the entry point one centimetre above')
  })

  it('breaks Chinese anywhere, but never before a closing mark', () => {
    const text = '在髌骨外上角上方、外侧各一厘米处标记进针点。然后消毒。'
    const lines = wrap(text, 12, measure)
    expect(lines.join('')).toBe(text)
    expect(lines.filter((l) => /^[、。，]/u.test(l))).toEqual([])
    expect(lines.length).toBeGreaterThan(3)
  })

  it('keeps numbers and their units of mixed text together', () => {
    expect(pieces('进针38mm处')).toContain('38mm')
  })

  it('keeps line feeds', () => {
    expect(wrap('a\nb', 10, measure)).toEqual(['a', 'b'])
  })

  it('shows clinical time in hours', () => {
    expect([0, 61, 3725.9].map(clock)).toEqual(['0:00:00', '0:01:01', '1:02:05'])
  })

  it('has every character of the product in the bundled font', () => {
    expect(execFileSync('node', ['assets/bake/font.mjs', '--check'], { encoding: 'utf8' })).toBe('')
  })
})
