import { describe, expect, it } from 'vitest'
import { shareOf } from '../../../../scenes/common/asepsis/index.ts'
import { validateEvidence } from '../../../../scoring/index.ts'
import { TOP, Trial } from './trial.ts'

function shares(trial: Trial): number[] {
  return trial.hands.told('cover').map((e) => Number(e.values['share']))
}

/** A trial whose right hand holds a wet swab. */
function withWetSwab(): Trial {
  const trial = new Trial({ bareHandled: ['swab-1'] })
  trial.take('right', 'swab-1')
  trial.dip('right')
  return trial
}

describe('painting', () => {
  it('grows in tenths and at each lift, never beyond the whole region', () => {
    const trial = withWetSwab()
    trial.paint('right')
    const told = shares(trial)
    expect(told.length).toBeGreaterThanOrEqual(9)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    trial.paint('right')
    expect(Math.max(...shares(trial))).toBe(1)
    for (const e of trial.session.events) expect(validateEvidence(trial.session.procedure.words, e)).toEqual([])
  })

  it('tells of a small patch when the swab lifts', () => {
    const trial = withWetSwab()
    trial.bring('right', 0.072, [0.056, 0.1095, 0])
    expect(shares(trial)).toEqual([])
    trial.retreat('right')
    expect(shares(trial)).toHaveLength(1)
    expect(shares(trial)[0]).toBeGreaterThan(0)
    expect(shares(trial)[0]).toBeLessThan(0.1)
    expect(trial.hands.told('cover')[0]).toMatchObject({ subject: 'swab-1', site: 'prep' })
  })

  it('tells when a swab is let go on the skin', () => {
    const trial = withWetSwab()
    trial.bring('right', 0.072, [0.056, 0.1095, 0])
    trial.hands.squeeze('right', 0)
    expect(shares(trial)).toHaveLength(1)
  })

  it('needs the bowl: a dry swab paints nothing', () => {
    const trial = new Trial()
    trial.take('right', 'swab-1')
    trial.paint('right')
    expect(shareOf(trial.state)).toBe(0)
    expect(shares(trial)).toEqual([])
  })

  it('needs no bowl when the swab comes soaked', () => {
    const trial = new Trial({ soaked: ['swab-1'] })
    trial.take('right', 'swab-1')
    trial.bring('right', 0.072, TOP)
    expect(shareOf(trial.state)).toBeGreaterThan(0)
  })

  it('paints from 4 mm, not from 6 mm over the skin', () => {
    const trial = withWetSwab()
    trial.bring('right', 0.072, [0, 0.116, 0])
    trial.hands.wait(10)
    expect(shareOf(trial.state)).toBe(0)
    trial.bring('right', 0.072, [0, 0.113, 0])
    trial.hands.wait(10)
    expect(shareOf(trial.state)).toBeGreaterThan(0)
  })
})

describe('drying', () => {
  it('follows the clinical clock, ticks and waits alike', () => {
    const trial = withWetSwab()
    trial.paint('right', [-0.016, 0, 0.016])
    const start = trial.system.preppedAt(trial.session, TOP)
    expect(start).toMatchObject({ share: 1, clean: false })
    trial.hands.wait(90)
    expect(trial.system.preppedAt(trial.session, TOP).dry_s).toBeCloseTo(start.dry_s + 1, 6)
    trial.wait('60')
    expect(trial.system.zoneAt(trial.session, TOP)).toBe('wet')
    trial.wait('60')
    expect(trial.system.preppedAt(trial.session, TOP)).toMatchObject({ share: 1, clean: true })
    expect(trial.system.zoneAt(trial.session, TOP)).toBe('clean')
  })

  it('begins again where a wet swab passes again', () => {
    const trial = withWetSwab()
    trial.paint('right', [0])
    trial.wait('300')
    trial.paint('right', [0])
    expect(trial.system.zoneAt(trial.session, TOP)).toBe('wet')
  })

  it('says -1 where nothing was painted', () => {
    const trial = new Trial()
    expect(trial.system.preppedAt(trial.session, TOP)).toEqual({ share: 0, dry_s: -1, clean: false })
    expect(trial.system.zoneAt(trial.session, TOP)).toBe('skin')
  })
})
