// The lead-in of a drill in the page: the same ticks as anywhere, in the journal before the learner's own.
import { describe, expect, it } from 'vitest'
import { drillOf, noteLeadIn, playLeadIn } from '../../../src/app/live/leadIn.ts'
import { nextSeed, roomAddress, setupFor } from '../../../src/app/live/setup.ts'
import { Aborted } from '../../../src/app/live/slices.ts'
import type { Bench } from '../../../src/app/engine/loadBench.ts'
import { rowOf } from '../../../src/app/outbox/outbox.ts'
import { digestsFor, verifyAttempt, type Attempt } from '../../../src/recording/index.ts'
import { createSession, DIGEST_EVERY, EMPTY_TICK, type Drill, type Session } from '../../../src/sim/index.ts'
import * as engineModule from '../../../scenes/engine.ts'
import { HEADER } from '../../builders/attempt.ts'
import { play } from '../../builders/drills.ts'
import { NO_GRIDS } from '../../builders/fakeKnee.ts'
import { FAKE_KNEE, kneeSetup } from '../../builders/knee.ts'

const engine = engineModule as unknown as Bench['engine']
const bench = { engine, procedure: FAKE_KNEE }
const setup = kneeSetup({ drill: 'mark-portal' })
const make = (): Session => createSession(FAKE_KNEE, NO_GRIDS, setup)

function drill(): Drill {
  const found = drillOf(bench, setup.drill)
  if (!found) throw new Error('the fake knee has no drill "mark-portal"')
  return found
}

interface Noted {
  readonly ticks: Int32Array[]
  readonly digests: string[]
  readonly sizes: number[]
}

function noted(lead: Awaited<ReturnType<typeof playLeadIn>>, from = 0): Noted {
  const out: Noted = { ticks: [], digests: [], sizes: [] }
  const append = (ticks: readonly ArrayLike<number>[], digests: readonly string[]): void => {
    out.ticks.push(...ticks.map((t) => Int32Array.from(t)))
    out.digests.push(...digests)
    out.sizes.push(ticks.length)
  }
  noteLeadIn({ append }, lead, DIGEST_EVERY, from)
  return out
}

describe('a drill in the page', () => {
  it('S22.1: plays the ticks that its script gives, to the handover', async () => {
    const [session, other] = [make(), make()]
    const lead = await playLeadIn(bench, session, drill())
    expect(lead.ticks).toEqual(play(other, drill().leadIn(other, setup.seed)))
    expect(session.state.lead_in).toBe(false)
    expect(session.events.at(-1)).toMatchObject({ kind: 'phase', object: 'handover' })
  })

  it('notes every tick of it, in records of ten seconds at most, with a digest for each full second', async () => {
    const lead = await playLeadIn(bench, make(), drill())
    const { ticks, digests, sizes } = noted(lead)
    expect(ticks).toHaveLength(lead.ticks.length)
    expect(digests).toHaveLength(digestsFor(ticks.length))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(900)
    const attempt: Attempt = { header: { ...HEADER, procedure: setup.procedure, setup }, ticks, digests, remarks: [] }
    expect(verifyAttempt(attempt, { engine, makeSession: make })).toMatchObject({ exact: true })
  })

  it('notes only what a journal lacks that was cut in the middle of it', async () => {
    const lead = await playLeadIn(bench, make(), drill())
    const [all, rest] = [noted(lead), noted(lead, 95)]
    expect(rest.ticks).toEqual(all.ticks.slice(95))
    expect(rest.digests).toEqual(all.digests.slice(1))
  })

  it('stops when its page is left, and with a reason when a lead-in never ends', async () => {
    const away = new AbortController()
    away.abort()
    const endless: Drill = {
      ...drill(),
      *leadIn() {
        for (;;) yield EMPTY_TICK
      },
    }
    await expect(playLeadIn(bench, make(), endless, { signal: away.signal })).rejects.toThrow(Aborted)
    await expect(playLeadIn(bench, make(), endless)).rejects.toThrow('no handover after 54000 ticks')
  }, 60_000)

  it('has an address of its own, and patients counted apart from those of the whole procedure', () => {
    const wanted = { procedure: 'knee-aspiration', case: 'hot-knee', mode: 'practice' } as const
    expect(roomAddress(wanted)).toBe('/room/new/knee-aspiration/hot-knee/practice')
    expect(roomAddress({ ...wanted, drill: 'faint' }, 'headset')).toBe(
      '/room/new/knee-aspiration/hot-knee/practice/drill-faint/headset',
    )
    const rows = [1, 2, 3].map((i) => rowOf({ ...HEADER, id: `attempt-000${i}`, procedure: setup.procedure, setup }))
    const of = { ...wanted, input_class: 'mouse', handedness: 'right' } as const
    expect(setupFor({ ...of, drill: 'mark-portal' }, rows).seed).toBe(nextSeed(3, () => 0))
    expect(setupFor({ ...of, drill: 'faint' }, rows).seed).toBe(nextSeed(0, () => 0))
    expect(setupFor(of, rows)).not.toHaveProperty('drill')
  })
})
