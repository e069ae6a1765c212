// A small procedure on the fake knee with two luer syringes and two needles that can be exchanged.
import { add, stream, uniform, type Vec3 } from '../../scoring/math/index.ts'
import { luerNeedle, luerSyringe, needle, syringe, type Laid } from '../../scenes/common/instruments/kit.ts'
import { TRAY } from '../../scenes/orthopedic/knee-aspiration/instruments.ts'
import {
  assemblyOf,
  createSession,
  type Command,
  type Procedure,
  type Session,
  type ToolState,
} from '../../src/sim/index.ts'
import { NO_GRIDS } from './fakeKnee.ts'
import { Hands, type Side } from './hands.ts'
import { FAKE_KNEE, kneeSetup } from './knee.ts'
import { DOWN } from './slab.ts'

/** Index of each instrument. */
export const LUER = { full: 0, spare: 1, mounted: 2, lying: 3, integrated: 4 } as const

function laid(id: string, x: number, height: number): Laid {
  return {
    id,
    title: { en: id, zh: id },
    rest: { p: [TRAY[0] + x, TRAY[1] + height, TRAY[2] + 0.03], q: [0, 1, 0, 0] },
  }
}

const shape = needle(20, 38)

export const LUER_PROCEDURE: Procedure = {
  ...FAKE_KNEE,
  instruments: [
    luerSyringe(laid('luer-20', -0.19, 0.0105), 20, 'hub-a'),
    luerSyringe(laid('luer-10', -0.1, 0.0083), 10),
    luerNeedle(laid('hub-a', 0.1, 0.0025), shape),
    luerNeedle(laid('hub-b', 0.15, 0.0025), shape),
    // as heavy as the 20 mL syringe with its needle
    { ...syringe(laid('whole-20', 0.0, 0.0105), 20, shape), mass_kg: 0.019 },
  ],
  systems: [],
  rules: (_, transitions) => transitions,
  channels: [],
}

export const luerSession = (): Session => createSession(LUER_PROCEDURE, NO_GRIDS, kneeSetup())

export const command = (id: 'mount' | 'unmount', hand: Side): Command => ({ command: id, args: { hand } })
export const helper = (verb: string): Command => ({ command: 'helper', args: { verb, target: 'hub', firmness: 2 } })

/** Distance from the origin of the 20 mL syringe to its needle's tip, and of the 10 mL one, m. */
export const REACH_20 = 0.045 + 0.05
export const REACH_10 = 0.035 + 0.05

/** Hand pose that puts the tip that far below the skin over the thigh. */
export const over = (depth: number, reach = REACH_20, x = 0.05): Vec3 => [x, 0.11 + reach - depth, 0]

export function toolAt(session: Session, index: number): ToolState {
  const tool = session.state.tools[index]
  if (!tool) throw new RangeError(`tool ${index}: not on the tray`)
  return tool
}

/** Takes the given syringe, brings it over the thigh and its tip to `depth`, and lets it come to rest. */
export function pushed(depth: number, index: number = LUER.full, session: Session = luerSession()): Hands {
  const hands = new Hands(session)
  hands.grasp('right', index)
  hands.move('right', over(-0.05), 90, DOWN)
  hands.wait(20)
  hands.move('right', over(depth), 120)
  hands.wait(60)
  return hands
}

/** Anything that exchanging hands may do, in any order: takes, pricks, mounts, unmounts, holds, lets go. Same seed, same ticks. */
export function playExchanges(session: Session, seed: number, acts: number, each?: () => void): Hands {
  const hands = new Hands(session)
  const s = stream(seed, 'exchanges')
  const pick = (n: number): number => Math.floor(uniform(s, 0, n))
  for (let i = 0; i < acts; i++) {
    const side: Side = pick(2) === 0 ? 'left' : 'right'
    const held = session.state.hands[side === 'left' ? 0 : 1].tool
    const near = (p: Vec3): Vec3 => add(p, [uniform(s, -0.01, 0.01), uniform(s, -0.01, 0.01), 0])
    const reach = held >= 0 ? assemblyOf(session, held).tip[2] : REACH_20
    const hub = toolAt(session, pick(2) === 0 ? LUER.mounted : LUER.lying).p
    const does: (() => void)[] = [
      () => hands.grasp(side, pick(4)),
      () => hands.move(side, near(over(0.02, reach, 0.05 * pick(2))), 30, DOWN),
      () => hands.move(side, near(add(hub, [0, REACH_10 - 0.05, 0])), 30, DOWN),
      () => hands.squeeze(side, pick(2)),
      () => hands.tick([command(pick(2) === 0 ? 'mount' : 'unmount', side)]),
      () => hands.tick([helper(pick(2) === 0 ? 'hold' : 'rest')]),
    ]
    does[pick(does.length)]?.()
    hands.wait(pick(20))
    each?.()
  }
  return hands
}

/** Where the hub of the needle is that the 20 mL syringe carries at the start. */
export const hubOf = (session: Session): Vec3 => toolAt(session, LUER.mounted).p

/** What exchanges have testified. */
export const exchanged = (hands: Hands, kind: 'attach' | 'detach'): Session['events'] =>
  hands.told(kind).filter((e) => e.subject.startsWith('luer'))

/** Lets the emptied syringe go aside, takes the spare one and brings its nozzle to the hub, `off` metres beside it. */
export function fetchSpare(hands: Hands, off = 0): void {
  hands.move('right', [0.3, 0.4, 0.3], 60)
  hands.squeeze('right', 0)
  hands.wait(60)
  hands.grasp('right', LUER.spare)
  hands.move('right', [0.05, 0.3, 0], 90, DOWN)
  hands.wait(20)
  const hub = hubOf(hands.session)
  hands.move('right', add(hub, [off, REACH_10 - 0.05, 0]), 90)
  hands.wait(30)
}

/** The left hand takes the hub. */
export function takeHub(hands: Hands): void {
  hands.left.pose = { p: hubOf(hands.session), q: DOWN }
  hands.squeeze('left', 0)
  hands.squeeze('left', 1)
}
