// Locks what attempts come to: a change that moves a digest fails until SIM_VERSION is raised with a reason
// (src/sim/version.ts) and the fixture is written anew: SUREHAND_WRITE_DIGESTS=1 npx vitest run tests/invariants/digests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { perform } from '../../scenes/common/performing/perform.ts'
import { procedures } from '../../scenes/index.ts'
import { createSession, SIM_VERSION, stateDigest } from '../../src/sim/index.ts'
import { adultKnee, KNEE_SETUP } from '../builders/realKnee.ts'

interface Locked {
  readonly sim_version: number
  /** Ticks and last digest by "procedure/case/performer/seed". */
  readonly attempts: Readonly<Record<string, readonly [number, string]>>
}

const FILE = join(import.meta.dirname, '../fixtures/digests.json')
const SEEDS = [1, 2]

function run(): Locked {
  const attempts: Record<string, readonly [number, string]> = {}
  for (const p of procedures) {
    for (const c of p.cases) {
      for (const performer of p.performers) {
        if (performer.cases && !performer.cases.includes(c.id)) continue
        // faults are many: one seed of each
        for (const seed of performer.cases ? SEEDS.slice(0, 1) : SEEDS) {
          const session = createSession(p, adultKnee(), { ...KNEE_SETUP, procedure: p.id, case: c.id, seed })
          const ticks = perform(session, performer, seed).length
          attempts[`${p.id}/${c.id}/${performer.id}/${seed}`] = [ticks, stateDigest(session)]
        }
      }
    }
  }
  return { sim_version: SIM_VERSION, attempts }
}

it('S8 every locked attempt still comes to its digest, or SIM_VERSION says why not', () => {
  const now = run()
  if (process.env['SUREHAND_WRITE_DIGESTS'] === '1') writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`)
  expect(existsSync(FILE), `${FILE}: missing`).toBe(true)
  const locked = JSON.parse(readFileSync(FILE, 'utf8')) as Locked
  expect(now, 'an attempt runs differently: raise SIM_VERSION with a reason, then write the fixture anew').toEqual(
    locked,
  )
}, 300_000)
