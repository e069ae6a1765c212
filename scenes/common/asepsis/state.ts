// The plain state of asepsis, and the acts of preparation.
import type { Instrument, Session, Transition } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { HAND_NAMES } from '../../../src/sim/hands/grasp.ts'
import { layoutOf } from './chart.ts'
import type { AsepsisConfig } from './config.ts'

/** A cell that was never painted, and one that was painted and then touched by something unsterile. */
export const BARE = -1
export const SOILED = -2

export interface HandAsepsis {
  gloved: boolean
  /** Rubbed with alcohol; gloves without it are still gloves, the protocol judges the rest. */
  clean: boolean
  /** A gloved hand that has touched something unsterile. */
  contaminated: boolean
}

/** A touch under way: `thing` would lose (or has lost) its sterility by `by`. */
export interface Touch {
  thing: string
  by: string
  /** Ticks of contact, and ticks since it was last seen. */
  ticks: number
  gap: number
  /** Greatest overlap so far, m. */
  overlap_m: number
  warned: boolean
  counted: boolean
}

export interface AsepsisState {
  /** Left, right. */
  hands: [HandAsepsis, HandAsepsis]
  /** By instrument index. */
  sterile: boolean[]
  wet: boolean[]
  packOpen: boolean
  draped: boolean
  /** False once something unsterile has touched the drape. */
  drapeClean: boolean
  /** Clinical second at which each cell was painted; BARE, SOILED. */
  cells: number[]
  /** Painted share that was last told. */
  told: number
  /** Swabs (instrument indices) that are on the skin. */
  strokes: number[]
  touches: Touch[]
}

export const ACTS = ['hand_rub', 'gloves', 'drape', 'open_pack', 'remove_gloves'] as const
export type Act = (typeof ACTS)[number]

const bareHand = (): HandAsepsis => ({ gloved: false, clean: false, contaminated: false })

/** Bare hands, a closed pack, nothing painted. The cells depend on `config.radius_m` alone. */
export function createAsepsisState(
  config: Pick<AsepsisConfig<never>, 'radius_m' | 'unsterile' | 'soaked'>,
  instruments: readonly Instrument[],
): AsepsisState {
  return {
    hands: [bareHand(), bareHand()],
    sterile: instruments.map((i) => config.unsterile?.includes(i.id) !== true),
    wet: instruments.map((i) => config.soaked?.includes(i.id) === true),
    packOpen: false,
    draped: false,
    drapeClean: true,
    cells: layoutOf(config.radius_m).cells.map(() => BARE),
    told: 0,
    strokes: [],
    touches: [],
  }
}

export function handSterile(hand: HandAsepsis): boolean {
  return hand.gloved && !hand.contaminated
}

/** The prepared field: sterile as long as no painted cell and no drape has been touched. */
export function fieldSterile(state: AsepsisState): boolean {
  return state.drapeClean && !state.cells.includes(SOILED)
}

/** Whether a thing is sterile now: an instrument id, `left`, `right` or `field`. Names that nobody has are not. */
export function sterileOf<S extends PlainState>(session: Session<S>, state: AsepsisState, thing: string): boolean {
  if (thing === 'field') return fieldSterile(state)
  const side = HAND_NAMES.findIndex((n) => n === thing)
  const hand = state.hands[side]
  if (hand) return handSterile(hand)
  const index = session.procedure.instruments.findIndex((i) => i.id === thing)
  return state.sterile[index] ?? false
}

function drape(state: AsepsisState): Transition[] {
  const side = state.hands.findIndex((h) => !handSterile(h))
  const was = fieldSterile(state)
  state.draped = true
  state.drapeClean = side < 0
  const by = HAND_NAMES[side]
  if (by === undefined || !was) return []
  return [{ kind: 'contaminate', subject: 'field', object: by, values: { seconds: 0, overlap_mm: 0 } }]
}

/**
 * Carries out an act of preparation. Fresh gloves and a fresh drape replace what was there.
 * @returns what it contaminated: a drape laid by a hand that is not sterile
 */
export function act(state: AsepsisState, what: Act): Transition[] {
  if (what === 'drape') return drape(state)
  if (what === 'open_pack') state.packOpen = true
  for (const hand of state.hands) {
    if (what === 'hand_rub' && !hand.gloved) hand.clean = true
    if (what === 'gloves') Object.assign(hand, { gloved: true, contaminated: false })
    if (what === 'remove_gloves') Object.assign(hand, bareHand())
  }
  return []
}
