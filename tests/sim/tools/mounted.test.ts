import { describe, expect, it } from 'vitest'
import { add, distance, transform } from '../../../scoring/math/index.ts'
import { assemblyOf, createSession, readView, scalarIndex, poseIndex, type Session } from '../../../src/sim/index.ts'
import { bodyOf } from '../../../src/sim/tools/mounted.ts'
import { NO_GRIDS } from '../../builders/fakeKnee.ts'
import { Hands } from '../../builders/hands.ts'
import { kneeSetup } from '../../builders/knee.ts'
import {
  LUER,
  LUER_PROCEDURE,
  REACH_10,
  command,
  exchanged,
  fetchSpare,
  helper,
  hubOf,
  luerSession,
  over,
  playExchanges,
  pushed,
  takeHub,
  toolAt,
} from '../../builders/luer.ts'
import { DOWN } from '../../builders/slab.ts'
import { snapshotTrial } from '../../builders/snapshotTrial.ts'

const MM = 1e-3

describe('a needle on a nozzle', () => {
  it('S21.1: goes where its carrier goes, and both ask for the same assembly', () => {
    const hands = pushed(-0.02)
    const { session } = hands
    const [carrier, needle] = [toolAt(session, LUER.full), toolAt(session, LUER.mounted)]
    expect(needle.mode).toBe('mounted')
    expect(distance(needle.p, transform(carrier, [0, 0, 0.045]))).toBeLessThan(1e-12)
    const assembly = assemblyOf(session, LUER.full)
    expect(assemblyOf(session, LUER.mounted)).toEqual(assembly)
    expect(assembly).toMatchObject({ body: LUER.full, needle: LUER.mounted, barrel: LUER.full, id: 'hub-a' })
    expect(distance(assembly.tipAt, transform(needle, [0, 0, 0.05]))).toBeLessThan(1e-12)
    expect(assemblyOf(session, LUER.integrated)).toMatchObject({
      needle: LUER.integrated,
      id: 'whole-20',
      mounted: false,
    })
    expect(assemblyOf(session, LUER.spare)).toMatchObject({ needle: -1, state: null, shape: null, barrel: LUER.spare })
  })

  it('S21.1: pierces as a syringe with its needle built in does, and testifies under its own name', () => {
    const told = ([LUER.full, LUER.integrated] as const).map((index) => {
      const hands = pushed(0.02, index)
      return { needle: assemblyOf(hands.session, index).state, enter: hands.told('enter') }
    })
    expect(told[0]?.enter.map((e) => [e.subject, e.site])).toEqual([
      ['hub-a', 'skin'],
      ['hub-a', 'fat'],
    ])
    expect(told[1]?.enter.map((e) => e.values)).toEqual(told[0]?.enter.map((e) => e.values))
    expect(Math.abs((told[0]?.needle?.depth ?? 0) - (told[1]?.needle?.depth ?? 9))).toBeLessThan(0.02 * MM)
  })

  it('S21.1: a manifest that mounts what is no free needle is refused by name', () => {
    const broken = (mounted: string): (() => Session) => {
      const instruments = LUER_PROCEDURE.instruments.map((i) => (i.id === 'luer-10' ? { ...i, mounted } : i))
      return () => createSession({ ...LUER_PROCEDURE, instruments }, NO_GRIDS, kneeSetup())
    }
    for (const id of ['nothing', 'whole-20', 'hub-a']) expect(broken(id)).toThrow(`luer-10: mounted "${id}"`)
  })

  it('S21.1: is seen at its own pose, with its own depth, and its carrier says that it carries it', () => {
    const hands = pushed(0.02)
    const { session } = hands
    const view = readView(session)
    const scalar = (name: string): number => view.scalars[scalarIndex(session.layout, name)] ?? NaN
    expect(scalar('hub-a.inserted')).toBe(1)
    expect(scalar('hub-a.depth_mm')).toBeGreaterThan(15)
    expect(scalar('luer-20.mount')).toBe(LUER.mounted)
    expect(scalar('luer-10.mount')).toBe(-1)
    const at = poseIndex(session.layout, 'hub-a') * 7
    expect(Array.from(view.poses.slice(at, at + 3), (x) => x.toFixed(5))).toEqual(
      hubOf(session).map((x) => x.toFixed(5)),
    )
  })

  it('S21.2: a syringe without a needle cannot pierce: skin pushes its nozzle back', () => {
    const hands = new Hands(luerSession())
    hands.grasp('right', LUER.spare)
    hands.move('right', over(-0.05, 0.035), 90, DOWN)
    hands.move('right', over(0.02, 0.035), 90)
    hands.wait(60)
    expect(hands.told('enter')).toEqual([])
    const nozzle = assemblyOf(hands.session, LUER.spare).tipAt
    // 250 N/m against skin of 1,500 N/m and its two points at the nozzle
    expect(nozzle[1]).toBeGreaterThan(0.11 - 3 * MM)
  })
})

describe('the second holder of an assembly', () => {
  /** How far the needle goes when the syringe's hand goes 6 mm back, m. */
  function strayed(hold: (hands: Hands) => void): number {
    const hands = pushed(0.02)
    hold(hands)
    hands.wait(30)
    const before = hubOf(hands.session)
    hands.move('right', add(over(0.02), [0, 0.006, 0]), 60)
    hands.wait(60)
    return distance(hubOf(hands.session), before)
  }

  it('S21.7: the helper who holds the hub steadies the needle: it moves less than half as far', () => {
    const alone = strayed(() => undefined)
    const steadied = strayed((hands) => hands.tick([helper('hold')]))
    expect(alone).toBeGreaterThan(1 * MM)
    expect(steadied).toBeLessThan(alone / 2)
  })

  it('S21.7: beginning to hold moves nothing, and letting go gives the needle back', () => {
    const hands = pushed(0.02)
    const before = hubOf(hands.session)
    hands.tick([helper('hold')])
    hands.wait(60)
    expect(distance(hubOf(hands.session), before)).toBeLessThan(0.05 * MM)
    expect(toolAt(hands.session, LUER.mounted).steady).not.toBeNull()
    hands.tick([helper('rest')])
    expect(toolAt(hands.session, LUER.mounted).steady).toBeNull()
  })

  it('S21.8: a second hand takes the hub, holds it as the helper would, and keeps it when the first lets go', () => {
    const hands = pushed(0.02)
    const { session } = hands
    takeHub(hands)
    expect(hands.told('take').at(-1)).toMatchObject({ subject: 'left', object: 'hub-a', values: { shared: true } })
    hands.wait(30)
    const before = hubOf(session)
    hands.tick([command('unmount', 'right')])
    expect(exchanged(hands, 'detach')[0]?.values).toEqual({ hub_mm: 0, held: true })
    hands.move('right', [0.3, 0.4, 0.3], 60)
    hands.wait(60)
    expect(distance(hubOf(session), before)).toBeLessThan(0.05 * MM)
    hands.squeeze('left', 0)
    expect(hands.told('detach').at(-1)).toMatchObject({ subject: 'left', object: 'hub-a', values: { stuck: true } })
  })

  it('S21.8: the hub of a syringe that lies on the tray is no grip', () => {
    const hands = new Hands(luerSession())
    takeHub(hands)
    expect(hands.told('take')).toEqual([])
  })
})

describe('a carried needle', () => {
  it('S21.9: is no loose body: the syringe let go over the tray comes to rest with it', () => {
    const hands = new Hands(luerSession())
    const { session } = hands
    const home = toolAt(session, LUER.full).p
    hands.grasp('right', LUER.full)
    hands.move('right', add(home, [0, 0.1, 0]), 40)
    hands.move('right', add(home, [0, 0.003, 0]), 60)
    hands.squeeze('right', 0)
    hands.wait(120)
    expect(hands.told('place')).toMatchObject([{ subject: 'luer-20', site: 'tray' }])
    const [carrier, needle] = [toolAt(session, LUER.full), toolAt(session, LUER.mounted)]
    expect([carrier.mode, needle.mode]).toEqual(['rest', 'mounted'])
    expect(distance(needle.p, transform(carrier, [0, 0, 0.045]))).toBeLessThan(1e-12)
  })

  it('S21.9: goes into the bin with its syringe', () => {
    const hands = new Hands(luerSession())
    hands.grasp('right', LUER.full)
    hands.move('right', [0.62, 0.2, -0.05], 90)
    hands.squeeze('right', 0)
    expect(hands.told('place')).toMatchObject([{ subject: 'luer-20', site: 'sharps_box' }])
    hands.wait(2)
    expect(hubOf(hands.session)[1]).toBeLessThan(-0.5)
  })

  it('S21.9: a snapshot across an exchange goes on exactly', () => {
    const hands = pushed(0.02)
    hands.tick([helper('hold')])
    hands.tick([command('unmount', 'right')])
    fetchSpare(hands)
    hands.tick([helper('rest'), command('mount', 'right')])
    hands.move('right', over(-0.05, REACH_10), 60)
    hands.tick([command('unmount', 'right')])
    hands.wait(60)
    expect(exchanged(hands, 'detach').length + exchanged(hands, 'attach').length).toBe(3)
    expect(snapshotTrial(luerSession, hands.ticks, 12).failures).toEqual([])
  })

  it('S21.9: every mounted needle has one carrier, and what a hand holds is held, whatever the hands do', () => {
    let exchanges = 0
    for (let seed = 1; seed <= 10; seed++) {
      const session = luerSession()
      const { tools, hands } = session.state
      const { ticks } = playExchanges(session, seed, 120, () => {
        const carriers = tools.map((_, i) => tools.filter((t) => t.mount === i).length)
        expect(carriers).toEqual(tools.map((t) => (t.mode === 'mounted' ? 1 : 0)))
        for (const h of hands) if (h.tool >= 0) expect(tools[bodyOf(tools, h.tool)]?.mode).toBe('held')
      })
      exchanges += session.events.filter((e) => e.subject.startsWith('luer') && 'held' in e.values).length
      if (seed === 1) expect(snapshotTrial(luerSession, ticks, 3).failures).toEqual([])
    }
    expect(exchanges).toBeGreaterThan(10)
  })
})
