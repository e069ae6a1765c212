import { describe, expect, it } from 'vitest'
import { createViewState, scalarIndex, type ViewLayout, type ViewState } from '../../src/sim/viewState.ts'
import { readView } from '../../src/sim/index.ts'
import { Hands } from '../builders/hands.ts'
import { command, helper, luerSession, over, pushed } from '../builders/luer.ts'
import { CueReader, type CueKind, type Heard } from '../../src/audio/cues.ts'

const NAMES = ['left.holding', 'right.holding', 'left.force_n', 'right.force_n']
const NEEDLE = ['inserted', 'layer', 'force_n', 'fluid_ml'].map((n) => `syringe.${n}`)
const layout: ViewLayout = {
  version: 1,
  poses: ['head', 'left', 'right', 'gauze', 'syringe'],
  scalars: [...NAMES, ...NEEDLE].map((name) => ({ name, unit: '1', step: 0.01 })),
}

function at(tick: number, values: Readonly<Record<string, number>>): ViewState {
  const view = createViewState(layout)
  view.tick = tick
  for (const [name, v] of Object.entries({ 'left.holding': -1, 'right.holding': 1, ...values })) {
    view.scalars[scalarIndex(layout, name)] = v
  }
  return view
}

function hear(steps: readonly (readonly [number, Readonly<Record<string, number>>])[]): Heard[] {
  const reader = new CueReader(layout)
  return steps.map(([tick, values]) => reader.read(at(tick, values)))
}

const kinds = (heard: readonly Heard[]): CueKind[] => heard.flatMap((h) => h.cues.map((c) => c.kind))

describe('cues', () => {
  it('tell the way of a needle: in, through a layer, out', () => {
    const heard = hear([
      [0, {}],
      [1, { 'syringe.inserted': 1, 'syringe.layer': 1 }],
      [2, { 'syringe.inserted': 1, 'syringe.layer': 2 }],
      [3, {}],
    ])
    expect(kinds(heard)).toEqual(['puncture', 'layer', 'out'])
  })

  it('give a pop when a force that had built up is suddenly gone, and none when it fades', () => {
    const push = (n: number): Readonly<Record<string, number>> => ({
      'syringe.inserted': 1,
      'syringe.layer': 1,
      'syringe.force_n': n,
    })
    const sudden = hear([0, 1, 2, 3, 0.5].map((n, i) => [i, push(n)] as const))
    expect(kinds(sudden)).toContain('give')
    const slow = hear(Array.from({ length: 200 }, (_, i) => [i, push(3 * (1 - i / 200))] as const))
    expect(kinds(slow)).not.toContain('give')
  })

  it('go to the hand that holds the needle', () => {
    const heard = hear([
      [0, { 'left.holding': 1, 'right.holding': -1 }],
      [1, { 'left.holding': 1, 'right.holding': -1, 'syringe.inserted': 1 }],
    ])
    expect(heard[1]?.cues[0]?.side).toBe('left')
  })

  it('are silent over a seek, forwards and backwards', () => {
    const far = hear([
      [0, {}],
      [900, { 'syringe.inserted': 1, 'syringe.layer': 3 }],
      [10, {}],
    ])
    expect(kinds(far)).toEqual([])
  })

  it('measure flow in millilitres a second at any distance between states', () => {
    const heard = hear([
      [0, { 'syringe.fluid_ml': 0 }],
      [9, { 'syringe.fluid_ml': 0.2 }],
    ])
    expect(heard[1]?.levels.flow_ml_s).toBeCloseTo(2, 6)
  })
})

describe('cues of an exchange', () => {
  /** Everything heard while something is done to the small procedure with luer syringes. */
  function hearing(hands: Hands, act: (hands: Hands, listen: () => void) => void): Heard[] {
    const reader = new CueReader(hands.session.layout)
    const heard: Heard[] = []
    const listen = (): void => void heard.push(reader.read(readView(hands.session)))
    listen()
    act(hands, listen)
    return heard
  }
  const cuesOf = (heard: readonly Heard[]): string[] =>
    heard.flatMap((h) => h.cues.filter((c) => /tach/.test(c.kind)).map((c) => `${c.kind} ${c.side}`))

  it('tell that a syringe came off and went on, in the hand that has it', () => {
    const heard = hearing(pushed(0.02), (hands, listen) => {
      hands.tick([helper('hold'), command('unmount', 'right')])
      listen()
      hands.tick([command('mount', 'right')])
      listen()
    })
    expect(cuesOf(heard)).toEqual(['detach right', 'attach right'])
  })

  it('say nothing of needles that were on when the attempt began', () => {
    expect(cuesOf(hearing(new Hands(luerSession()), (hands, listen) => (hands.wait(3), listen())))).toEqual([])
  })

  it('give the way of a mounted needle to the hand that has the syringe', () => {
    const heard = hearing(pushed(-0.05), (hands, listen) => {
      for (let mm = -50; mm < 20; mm += 2) {
        hands.move('right', over(mm / 1000), 4)
        listen()
      }
    })
    const puncture = heard.flatMap((h) => h.cues).find((c) => c.kind === 'puncture')
    expect(puncture?.side).toBe('right')
  })
})
