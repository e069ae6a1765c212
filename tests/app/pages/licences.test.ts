import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PARTS } from '../../../src/app/pages/about/licences.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, unknown>
/** Says "see LICENSE" in its manifest; the file itself is the MIT text. */
const IN_A_FILE: Readonly<Record<string, RegExp>> = {
  '@react-three/xr': /Permission is hereby granted, free of charge/,
}

describe('licences on the page', () => {
  it('name every direct part, and no other', () => {
    expect(PARTS.map((p) => p.name).sort((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(json('package.json')['dependencies'] as object).sort((a, b) => a.localeCompare(b)),
    )
  })

  it('say what the parts themselves say', () => {
    for (const { name, licence } of PARTS) {
      const text = IN_A_FILE[name]
      if (text) expect(readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8')).toMatch(text)
      else expect([name, json(`node_modules/${name}/package.json`)['license']]).toEqual([name, licence])
    }
  })
})
