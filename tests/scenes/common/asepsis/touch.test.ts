import { describe, expect, it } from 'vitest'
import { sterileOf } from '../../../../scenes/common/asepsis/index.ts'
import { validateEvidence } from '../../../../scoring/index.ts'
import { assemblyOf } from '../../../../src/sim/index.ts'
import { Trial } from './trial.ts'

/** On the thigh, far from the region: 3 mm and 6 mm of overlap with an empty hand. */
const LIGHT = [-0.2, 0.116, 0] as const
const HARD = [-0.2, 0.113, 0] as const
/** 3 mm of overlap in the middle of the region. */
const FIELD = [0, 0.116, 0] as const

const gloved = (): Trial => new Trial().do('hand_rub', 'gloves', 'open_pack')
const seconds = (t: Trial): unknown => t.hands.told('contaminate')[0]?.values['seconds']

describe('a gloved hand on unprepared skin', () => {
  it('is warned of after a brush of 0.1 s, which does not count', () => {
    const trial = gloved()
    trial.touch('left', LIGHT, 9)
    expect(trial.warnings()).toEqual(['left < skin'])
    expect(trial.contaminated()).toEqual([])
    expect(sterileOf(trial.session, trial.state, 'left')).toBe(true)
  })

  it('counts once after 0.3 s, after one warning', () => {
    const trial = gloved()
    trial.touch('left', LIGHT, 36)
    expect(trial.warnings()).toEqual(['left < skin'])
    expect(trial.contaminated()).toEqual(['left < skin'])
    expect(seconds(trial)).toBe(0.3)
    expect(sterileOf(trial.session, trial.state, 'left')).toBe(false)
    expect(sterileOf(trial.session, trial.state, 'right')).toBe(true)
    trial.touch('left', LIGHT, 36)
    expect(trial.contaminated()).toHaveLength(1)
  })

  it('counts at once with 5 mm of overlap', () => {
    const trial = gloved()
    trial.touch('left', HARD, 2)
    expect(trial.warnings()).toEqual([])
    expect(trial.contaminated()).toEqual(['left < skin'])
    expect(trial.hands.told('contaminate')[0]?.values['overlap_mm']).toBeCloseTo(6, 1)
  })

  it('is two touches, each below the limit, when it was away for longer than the gap', () => {
    const trial = gloved()
    trial.touch('left', LIGHT, 20)
    trial.touch('left', LIGHT, 20)
    expect(trial.warnings()).toHaveLength(2)
    expect(trial.contaminated()).toEqual([])
  })

  it('is nothing to bare hands, which may palpate', () => {
    const trial = new Trial()
    trial.touch('left', HARD, 90)
    expect([...trial.warnings(), ...trial.contaminated()]).toEqual([])
  })

  it('is made good by fresh gloves', () => {
    const trial = gloved()
    trial.touch('left', HARD, 2)
    trial.do('gloves')
    expect(sterileOf(trial.session, trial.state, 'left')).toBe(true)
  })
})

describe('instruments', () => {
  it('lose their sterility to a bare hand on the grip, and keep it in a gloved one', () => {
    const bare = new Trial()
    bare.take('right', 'gauze-1', 60)
    expect(bare.contaminated()).toEqual(['gauze-1 < right'])
    const trial = gloved()
    trial.take('right', 'gauze-1', 60)
    expect(trial.contaminated()).toEqual([])
  })

  it('that have a handle for bare hands keep it there', () => {
    const trial = new Trial({ bareHandled: ['swab-1'] })
    trial.take('right', 'swab-1', 60)
    expect(trial.contaminated()).toEqual([])
  })

  it('that are not sterile spoil a glove, and not a bare hand', () => {
    const trial = new Trial()
    trial.take('right', 'marker', 60)
    expect(trial.contaminated()).toEqual([])
    trial.do('gloves')
    trial.hands.wait(40)
    expect(trial.contaminated()).toEqual(['right < marker'])
  })

  it('lose it on unprepared skin, on the couch, and on what is unsterile', () => {
    const skin = gloved()
    skin.take('right', 'forceps')
    skin.bring('right', 0.07, [-0.2, 0.109, 0])
    skin.hands.wait(36)
    expect(skin.contaminated()).toEqual(['forceps < skin'])
    const couch = gloved()
    couch.take('right', 'forceps')
    couch.bring('right', 0.07, [-0.5, -0.065, 0.1])
    couch.hands.wait(36)
    expect(couch.contaminated()).toEqual(['forceps < couch'])
    const other = gloved()
    other.take('right', 'forceps')
    other.take('left', 'marker')
    other.bring('right', 0.07, [-0.297, 0.35, 0.2], 40)
    other.hands.wait(36)
    expect(other.contaminated()).toContain('forceps < marker')
  })

  it('lose it where they fall', () => {
    const trial = gloved()
    trial.take('right', 'gauze-1')
    trial.hands.move('right', [-0.6, 0.1, 0.13], 40)
    trial.hands.squeeze('right', 0)
    trial.hands.wait(180)
    expect(trial.contaminated()).toEqual(['gauze-1 < couch'])
  })

  it('whose work is on the skin stay what they are there', () => {
    const trial = new Trial({ skinWork: ['dressing'] }).do('gloves', 'open_pack')
    trial.take('right', 'dressing')
    trial.bring('right', 0.03, [-0.2, 0.109, 0])
    trial.hands.wait(36)
    expect(trial.contaminated()).toEqual([])
  })

  it('may be pressed on the tray once the pack is open, not before', () => {
    const press = (trial: Trial): Trial => {
      trial.take('right', 'forceps')
      trial.bring('right', 0.07, [0.4, 0.029, 0.38], 40)
      trial.hands.wait(36)
      return trial
    }
    expect(press(gloved()).contaminated()).toEqual([])
    expect(press(new Trial().do('gloves')).contaminated()).toEqual(['forceps < tray'])
  })

  it('that are swabs touch skin for a living', () => {
    const trial = gloved()
    trial.take('right', 'swab-1')
    trial.dip('right')
    trial.paint('right')
    expect([...trial.warnings(), ...trial.contaminated()]).toEqual([])
  })
})

describe('the field', () => {
  it('spoils no sterile glove, dry or wet', () => {
    const trial = new Trial().prepped()
    trial.touch('left', FIELD, 36)
    expect(trial.contaminated()).toEqual([])
    trial.take('right', 'swab-2')
    trial.dip('right')
    trial.paint('right', [0])
    trial.touch('left', FIELD, 36)
    expect(trial.contaminated()).toEqual([])
  })

  it('is soiled by a bare hand; painting the place again makes it good', () => {
    const trial = new Trial().prepped().do('remove_gloves')
    trial.touch('left', FIELD, 36)
    expect(trial.contaminated()).toEqual(['field < left'])
    expect(trial.system.zoneAt(trial.session, [0, 0.11, 0])).toBe('soiled')
    expect(trial.system.preppedAt(trial.session, [0, 0.11, 0]).share).toBe(0)
    trial.do('gloves')
    trial.take('right', 'swab-2')
    trial.dip('right')
    trial.paint('right')
    expect(sterileOf(trial.session, trial.state, 'field')).toBe(true)
  })

  it('is soiled at the end of a chain: skin, glove, gauze, field', () => {
    const trial = new Trial().prepped()
    trial.touch('left', LIGHT, 36)
    trial.take('left', 'gauze-1', 40)
    trial.bring('left', 0.02, [0, 0.1085, 0])
    trial.hands.wait(36)
    expect(trial.contaminated()).toEqual(['left < skin', 'gauze-1 < left', 'field < gauze-1'])
    for (const e of trial.session.events) expect(validateEvidence(trial.session.procedure.words, e)).toEqual([])
  })

  it('is soiled by a drape laid with bare hands; a fresh one by gloves makes it good', () => {
    const trial = new Trial().do('drape')
    expect(trial.contaminated()).toEqual(['field < left'])
    trial.do('gloves', 'drape')
    expect(sterileOf(trial.session, trial.state, 'field')).toBe(true)
  })

  it('covers the skin beyond the window with the drape', () => {
    const trial = new Trial().prepped().do('drape')
    trial.touch('left', LIGHT, 36)
    expect(trial.contaminated()).toEqual([])
    trial.do('remove_gloves')
    trial.touch('left', LIGHT, 36)
    expect(trial.contaminated()).toEqual(['field < left'])
  })
})

describe('a needle', () => {
  /** Pushes the needle in over the region's middle and draws it out again. */
  function prick(trial: Trial): void {
    trial.take('right', 'syringe-5')
    const reach = assemblyOf(trial.session, trial.index('syringe-5')).tip[2]
    trial.bring('right', reach, [0, 0.13, 0], 30)
    trial.bring('right', reach, [0, 0.098, 0], 60)
    trial.hands.wait(60)
    trial.retreat('right')
  }

  it('goes through prepared skin and comes out clean', () => {
    const trial = new Trial().prepped()
    prick(trial)
    expect(trial.hands.told('enter').some((e) => e.site === 'skin')).toBe(true)
    expect([...trial.warnings(), ...trial.contaminated()]).toEqual([])
    expect(sterileOf(trial.session, trial.state, 'needle-25')).toBe(true)
  })

  it('is used up by one passage when the procedure says so', () => {
    const trial = new Trial({ usedNeedle: 'unsterile' }).prepped()
    prick(trial)
    expect(sterileOf(trial.session, trial.state, 'needle-25')).toBe(false)
  })

  it('that only dents unprepared skin for 0.3 s is no longer sterile', () => {
    const trial = gloved()
    trial.take('right', 'syringe-5')
    const reach = assemblyOf(trial.session, trial.index('syringe-5')).tip[2]
    trial.bring('right', reach, [0, 0.13, 0], 30)
    trial.bring('right', reach, [0, 0.109, 0], 20)
    trial.hands.wait(36)
    expect(trial.contaminated()).toEqual(['needle-25 < skin'])
  })
})

describe('a syringe and the needle on it', () => {
  it('are touched each for itself: what soils the needle leaves the barrel clean', () => {
    const trial = gloved()
    trial.take('right', 'syringe-5')
    const { tip } = assemblyOf(trial.session, trial.index('syringe-5'))
    trial.bring('right', tip[2], [0, 0.13, 0], 30)
    trial.bring('right', tip[2], [0, 0.109, 0], 20)
    trial.hands.wait(90)
    const clean = (id: string): boolean => sterileOf(trial.session, trial.state, id)
    expect([clean('needle-25'), clean('syringe-5'), clean('right')]).toEqual([false, true, true])
  })

  it('lose both by a fall on the floor', () => {
    const trial = gloved()
    trial.take('right', 'syringe-5')
    trial.bring('right', 0, [0.9, 0.3, 0.9], 60)
    trial.hands.squeeze('right', 0)
    trial.hands.wait(270)
    expect(trial.contaminated()).toEqual(['syringe-5 < floor', 'needle-25 < floor'])
  })

  it('a bare hand that holds the hub of a needle in the knee soils it, a gloved one does not', () => {
    const soiled = [false, true].map((glove) => {
      const trial = new Trial().prepped()
      trial.take('right', 'syringe-5')
      const { tip } = assemblyOf(trial.session, trial.index('syringe-5'))
      trial.bring('right', tip[2], [0, 0.13, 0], 30)
      trial.bring('right', tip[2], [0, 0.098, 0], 60)
      const [left] = trial.state.hands
      if (!glove) Object.assign(left, { gloved: false, clean: false })
      trial.hands.tick([{ command: 'helper', args: { verb: 'hold', target: 'hub', firmness: 2 } }])
      trial.hands.wait(40)
      return trial.contaminated()
    })
    // and the needle soils the field that it stands in
    expect(soiled).toEqual([['needle-25 < left', 'field < needle-25'], []])
  })
})
