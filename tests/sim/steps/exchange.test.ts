import { describe, expect, it } from 'vitest'
import { add, compose, distance, dot, sub, transform } from '../../../scoring/math/index.ts'
import { assemblyOf, canMount, canUnmount, restoreSnapshot, stateDigest, takeSnapshot } from '../../../src/sim/index.ts'
import { axisOf } from '../../../src/sim/tools/needleRows.ts'
import { Hands } from '../../builders/hands.ts'
import {
  LUER,
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

const MM = 1e-3

describe('taking a syringe off', () => {
  it('S21.3, S21.4: with the hub held moves nothing, and says so', () => {
    const hands = pushed(0.02)
    const { session } = hands
    hands.tick([helper('hold')])
    hands.wait(30)
    const before = hubOf(session)
    hands.tick([command('unmount', 'right')])
    expect(toolAt(session, LUER.mounted).mode).toBe('held')
    expect(exchanged(hands, 'detach')).toMatchObject([
      { subject: 'luer-20', object: 'hub-a', values: { hub_mm: 0, held: true } },
    ])
    fetchSpare(hands, 2 * MM)
    expect(hubOf(session)).toEqual(before)
    hands.tick([command('mount', 'right')])
    hands.wait(90)
    expect(exchanged(hands, 'attach')).toMatchObject([
      { subject: 'luer-10', object: 'hub-a', values: { hub_mm: 0, held: true } },
    ])
    expect(toolAt(session, LUER.spare).mount).toBe(LUER.mounted)
    expect(distance(hubOf(session), before)).toBeLessThan(0.05 * MM)
    expect(hands.told('exit')).toEqual([])
  })

  it('S21.4: with nobody at the hub pulls the needle on the way off and pushes it on the way on', () => {
    const hands = pushed(0.02)
    const { session } = hands
    const axis = axisOf(toolAt(session, LUER.mounted))
    const before = hubOf(session)
    hands.tick([command('unmount', 'right')])
    const off = hubOf(session)
    const out = dot(sub(before, off), axis)
    expect(out).toBeGreaterThan(0.5 * MM)
    expect(exchanged(hands, 'detach')[0]?.values).toMatchObject({ held: false })
    expect(Number(exchanged(hands, 'detach')[0]?.values['hub_mm'])).toBeCloseTo(out / MM, 1)
    fetchSpare(hands)
    expect(hubOf(session)).toEqual(off)
    hands.tick([command('mount', 'right')])
    expect(Number(exchanged(hands, 'attach')[0]?.values['hub_mm'])).toBeGreaterThan(0.5)
    expect(dot(sub(hubOf(session), off), axis)).toBeGreaterThan(0.5 * MM)
  })

  it('S21.4: pulls a needle that is barely in out of the skin, and it falls', () => {
    const hands = pushed(0.02)
    hands.move('right', over(0), 60)
    expect(toolAt(hands.session, LUER.mounted).needle?.inserted).toBe(true)
    hands.tick([command('unmount', 'right')])
    expect(toolAt(hands.session, LUER.mounted)).toMatchObject({ mode: 'loose', needle: { inserted: false } })
    expect(hands.told('exit').map((e) => e.site)).toContain('skin')
  })

  it('S21.3: leaves the needle in tissue for good; it can be taken, and drawn, by itself', () => {
    const hands = pushed(0.02)
    const { session } = hands
    hands.tick([command('unmount', 'right')])
    const there = hubOf(session)
    hands.move('right', [0.3, 0.4, 0.3], 60)
    hands.wait(90)
    expect(hubOf(session)).toEqual(there)
    hands.squeeze('right', 0)
    hands.right.pose = { p: there, q: DOWN }
    hands.squeeze('right', 1)
    expect(hands.told('take').at(-1)).toMatchObject({ object: 'hub-a' })
    hands.move('right', add(there, [0, 0.08, 0]), 90)
    expect(toolAt(session, LUER.mounted).needle?.inserted).toBe(false)
    expect(hands.told('exit').map((e) => e.subject)).toEqual(['hub-a', 'hub-a'])
  })

  it('S21.3: in the air lets the needle fall, and over the sharps box into it', () => {
    const hands = pushed(-0.05)
    const { session } = hands
    hands.tick([command('unmount', 'right')])
    expect(toolAt(session, LUER.mounted).mode).toBe('loose')
    hands.wait(200)
    expect(toolAt(session, LUER.mounted).mode).toBe('rest')
    expect([...hands.told('place'), ...hands.told('drop')].map((e) => e.subject)).toEqual(['hub-a'])
    const over2 = new Hands(luerSession())
    over2.grasp('right', LUER.full)
    over2.move('right', [0.62, 0.2, -0.05], 90, DOWN)
    over2.wait(30)
    over2.tick([command('unmount', 'right')])
    expect(over2.told('place')).toMatchObject([{ subject: 'hub-a', site: 'sharps_box' }])
    expect(toolAt(over2.session, LUER.full).mode).toBe('held')
  })
})

describe('putting a syringe on', () => {
  it('S21.5: picks a needle up from the tray without moving the syringe', () => {
    const hands = new Hands(luerSession())
    const { session } = hands
    hands.grasp('right', LUER.spare)
    const hub = toolAt(session, LUER.lying).p
    hands.move('right', add(hub, [0.005, 0.1, 0.035]), 60)
    hands.move('right', add(hub, [0.005, 0.02, 0.035]), 60)
    hands.wait(30)
    const before = toolAt(session, LUER.spare).p
    hands.tick([command('mount', 'right')])
    expect(distance(toolAt(session, LUER.spare).p, before)).toBeLessThan(1e-5)
    expect(exchanged(hands, 'attach')).toMatchObject([{ object: 'hub-b', values: { held: false } }])
    expect(exchanged(hands, 'attach')[0]?.values).not.toHaveProperty('hub_mm')
    expect(toolAt(session, LUER.lying).mode).toBe('mounted')
  })

  it('S21.5: snaps onto the hub of a needle in tissue, and the hand takes it where it is then', () => {
    const hands = pushed(0.02)
    const { session } = hands
    hands.tick([helper('hold'), command('unmount', 'right')])
    fetchSpare(hands, 20 * MM)
    hands.tick([command('mount', 'right')])
    const [spare, needle] = [toolAt(session, LUER.spare), toolAt(session, LUER.mounted)]
    expect(distance(transform(spare, [0, 0, 0.035]), needle.p)).toBeLessThan(1e-9)
    const [, right] = session.state.hands
    expect(distance(compose(right.pose, right.grasp).p, spare.p)).toBeLessThan(0.01 * MM)
    expect(right.force_n).toBeLessThan(0.01)
  })

  it.each([
    ['out of reach', 31 * MM, command('mount', 'right')],
    ['with a nozzle that is taken', 0, command('unmount', 'left')],
    ['in the other hand', 0, command('mount', 'left')],
  ])('S21.6: %s does nothing and testifies nothing', (_, off, doing) => {
    const hands = pushed(0.02)
    hands.tick([helper('hold'), command('unmount', 'right')])
    fetchSpare(hands, off)
    const told = hands.session.events.length
    const before = structuredClone(hands.session.state.tools.map((t) => [t.mode, t.mount]))
    hands.tick([doing])
    expect(hands.session.events.length).toBe(told)
    expect(hands.session.state.tools.map((t) => [t.mode, t.mount])).toEqual(before)
  })

  it('S21.6: what can be done is told beforehand, is what is then done, and telling it changes nothing', () => {
    const session = luerSession()
    let [told, done] = [0, 0]
    const look = (side: 'left' | 'right'): string => `${canUnmount(session, side)} ${canMount(session, side)}`
    playExchanges(session, 5, 150, () => {
      const before = stateDigest(session)
      const can = look('right')
      expect(stateDigest(session)).toBe(before)
      const snapshot = takeSnapshot(session)
      const events = session.events.length
      const act = canUnmount(session, 'right') === null ? ('mount' as const) : ('unmount' as const)
      new Hands(session).tick([command(act, 'right')])
      const exchanged = session.events
        .slice(events)
        .filter((e) => e.kind.endsWith('tach') && e.subject.startsWith('luer'))
      expect(exchanged.length > 0).toBe(can !== 'null null')
      told += can === 'null null' ? 0 : 1
      done += exchanged.length
      restoreSnapshot(session, snapshot)
    })
    expect(told).toBeGreaterThan(0)
    expect(done).toBe(told)
  })

  it('S21.6: neither command touches an integrated needle or an empty hand', () => {
    const hands = pushed(0.02, LUER.integrated)
    const told = hands.session.events.length
    hands.tick([command('unmount', 'right'), command('mount', 'right'), command('unmount', 'left')])
    expect(hands.session.events.length).toBe(told)
    expect(assemblyOf(hands.session, LUER.integrated).needle).toBe(LUER.integrated)
  })

  /** A needle that is held 8 mm aside by the syringe's hand, and exchanged; how far it has gone in the end, m. */
  function strained(hold: (hands: Hands) => void): number {
    const hands = pushed(0.02)
    const { session } = hands
    hands.move('right', add(over(0.02), [0.008, 0, 0.004]), 30)
    hold(hands)
    hands.wait(60)
    const before = hubOf(session)
    hands.tick([command('unmount', 'right')])
    fetchSpare(hands, 3 * MM)
    hands.tick([command('mount', 'right')])
    hands.wait(90)
    expect(exchanged(hands, 'attach')[0]?.values).toEqual({ hub_mm: 0, held: true })
    return distance(hubOf(session), before)
  }

  it.each([
    ['the helper', (hands: Hands): void => hands.tick([helper('hold')])],
    ['the other hand', (hands: Hands): void => takeHub(hands)],
  ])('S21.4: on a hub that %s holds moves nothing either when the syringe strains sideways', (_, hold) => {
    expect(strained(hold)).toBeLessThan(0.05 * MM)
  })
})
