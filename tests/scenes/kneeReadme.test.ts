// What nobody has set must be told where a surgeon looks for it: in the procedure's README.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { protocolOf } from '../../scenes/protocols.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { words } from '../../scenes/orthopedic/knee-aspiration/words.ts'

const FOLDER = new URL('../../scenes/orthopedic/knee-aspiration/', import.meta.url)
const readme = readFileSync(new URL('README.md', FOLDER), 'utf8')
const protocol = JSON.parse(readFileSync(new URL('protocol.json', FOLDER), 'utf8')) as { criteria: { id: string }[] }

/** Every placeholder number inside a part of the protocol. */
function placeholders(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'mark' in part && part.mark === 'placeholder' && 'value' in part ? [part.value] : []
  return [...own, ...Object.values(part).flatMap(placeholders)]
}

const unset = protocol.criteria.map((c) => ({ id: c.id, values: placeholders(c) })).filter((c) => c.values.length > 0)

describe('README of the knee aspiration', () => {
  it('names every criterion that has a placeholder, with each of its numbers', () => {
    expect(unset.length).toBeGreaterThan(0)
    for (const { id, values } of unset) {
      const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${id}\` `))
      for (const value of values) {
        const told = rows.some((row) => row.split('|').some((cell) => cell.trim().endsWith(` ${String(value)}`)))
        expect(told, `criterion "${id}": README.md has no row with its placeholder ${String(value)}; add one`).toBe(
          true,
        )
      }
    }
  })

  it('names every placeholder of the drills, in the row of its drill and criterion', () => {
    for (const drill of kneeAspiration.drills ?? []) {
      const { criteria } = protocolOf(kneeAspiration.id, drill.id) as { criteria: { id: string }[] }
      expect(readme).toContain(`| \`${drill.id}\` `)
      for (const c of criteria) {
        const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
        const own = rows.filter((cells) => cells[1] === `\`${drill.id}\`` && cells[2] === `\`${c.id}\``)
        for (const value of placeholders(c)) {
          const told = own.some((cells) => cells.some((cell) => cell.endsWith(` ${String(value)}`)))
          expect(told, `drill "${drill.id}", criterion "${c.id}": README.md lacks ${String(value)}`).toBe(true)
        }
      }
    }
  })

  it('names every detection limit', () => {
    for (const { id } of words.limits) expect(readme, `detection limit "${id}"`).toContain(`\`${id}\``)
  })

  it('says in both languages that nobody has reviewed it', () => {
    expect(readme).toContain('Review state: draft. Reviewed by: nobody.')
    expect(readme).toContain('审核状态：草稿。审核人：无。')
  })
})
