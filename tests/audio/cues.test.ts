import { describe, expect, it } from 'vitest'
import { createViewState, scalarIndex, type ViewLayout, type ViewState } from '../../src/sim/viewState.ts'
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
