import { describe, expect, it } from 'vitest'
import { CAPABILITIES, cannotMeasure } from '../../../scoring/capability.ts'
import type { InputClass } from '../../../scoring/evidence.ts'
import { COUNTS, DEVICES, type DevicePart } from '../../../src/app/pages/case/counts.ts'

/** What scoring asks a device for, by the row of the table that stands for it. */
const NEEDS: Readonly<Partial<Record<DevicePart, readonly string[]>>> = {
  place: ['place', 'depth'],
  angle: ['angle'],
  redirection: ['redirection'],
  steadiness: ['steadiness', 'hub'],
  force: ['force', 'plunge', 'torque', 'feel'],
}

function judges(needs: readonly string[], input_class: InputClass): boolean {
  const device = { input_class, assists: [], jitter_mm: 0, jitter_deg: 0, reaction_ms: 0, clock_lost: 0 }
  return needs.every((n) => cannotMeasure([n], device) === null)
}

describe('the case page', () => {
  it('says of every device what scoring does with it', () => {
    for (const [part, needs] of Object.entries(NEEDS)) {
      expect(needs.filter((n) => !CAPABILITIES.includes(n))).toEqual([])
      const row = COUNTS.find(([p]) => p === part)?.[1] ?? []
      const said = DEVICES.map((_, i) => row[i] === 'yes')
      expect([part, said]).toEqual([part, DEVICES.map((d) => judges(needs, d))])
    }
  })

  it('says the same for touch and step buttons, because scoring does', () => {
    for (const needs of Object.values(NEEDS)) expect(judges(needs, 'touch')).toBe(judges(needs, 'buttons'))
  })
})
