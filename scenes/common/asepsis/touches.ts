// From contacts to contamination: a touch is warned of, then counts by its time or its depth, once.
import type { Session, Transition } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { HAND_NAMES } from '../../../src/sim/hands/grasp.ts'
import { DT } from '../../../src/sim/tick.ts'
import { cellAt, cellsWithin, type Layout } from './chart.ts'
import { BRUSH_M, GAP_TICKS, TOUCH_M, TOUCH_S, WARN_S } from './config.ts'
import { SOILED, sterileOf, type AsepsisState, type Touch } from './state.ts'
import type { Contact } from './touching.ts'

/** Contacts of one pair in one tick: the deepest, and where they lie on the field. */
interface Pair {
  readonly contact: Contact
  readonly all: readonly Contact[]
}

function pairs(contacts: readonly Contact[]): Pair[] {
  const found = new Map<string, Contact[]>()
  for (const c of contacts) {
    const key = `${c.thing} ${c.by}`
    found.set(key, [...(found.get(key) ?? []), c])
  }
  return [...found.values()].flatMap((all) => {
    const [first] = all
    return first ? [{ contact: all.reduce((a, b) => (b.overlap_m > a.overlap_m ? b : a), first), all }] : []
  })
}

function touchOf(state: AsepsisState, c: Contact): Touch {
  const known = state.touches.find((t) => t.thing === c.thing && t.by === c.by)
  if (known) return known
  const { thing, by } = c
  const fresh = { thing, by, ticks: 0, gap: 0, overlap_m: 0, warned: false, counted: false }
  state.touches.push(fresh)
  return fresh
}

/** Paint about the touched spots is no longer clean; a drape is spoilt as a whole. */
function soil(state: AsepsisState, layout: Layout, contacts: readonly Contact[]): void {
  for (const { spot } of contacts) {
    if (!spot) continue
    if (cellAt(layout, spot) < 0) state.drapeClean = false
    for (const cell of cellsWithin(layout, spot, BRUSH_M))
      if ((state.cells[cell] ?? -1) >= 0) state.cells[cell] = SOILED
  }
}

/** Takes the sterility of a thing; the field is soiled where it was touched. */
function spoil<S extends PlainState>(session: Session<S>, state: AsepsisState, thing: string): void {
  const side = HAND_NAMES.findIndex((n) => n === thing)
  const hand = state.hands[side]
  if (hand) hand.contaminated = true
  const index = session.procedure.instruments.findIndex((i) => i.id === thing)
  if (index >= 0) state.sterile[index] = false
}

function contaminate(thing: string, by: string, seconds: number, overlap_m: number): Transition {
  return { kind: 'contaminate', subject: thing, object: by, values: { seconds, overlap_mm: overlap_m * 1e3 } }
}

/**
 * Makes an instrument unsterile at once (it fell ...).
 * @returns the evidence; nothing when it was not sterile before
 */
export function spoilTool<S extends PlainState>(
  session: Session<S>,
  state: AsepsisState,
  thing: string,
  touch: { readonly by: string; readonly seconds: number },
): Transition[] {
  if (!sterileOf(session, state, thing)) return []
  spoil(session, state, thing)
  return [contaminate(thing, touch.by, touch.seconds, 0)]
}

function warn(touch: Touch): Transition {
  touch.warned = true
  const values = { trouble: 'touch_warning' }
  return { kind: 'control_trouble', subject: touch.thing, object: touch.by, values }
}

function follow<S extends PlainState>(
  session: Session<S>,
  state: AsepsisState,
  layout: Layout,
  pair: Pair,
): Transition[] {
  const touch = touchOf(state, pair.contact)
  touch.ticks++
  touch.gap = 0
  touch.overlap_m = Math.max(touch.overlap_m, pair.contact.overlap_m)
  const seconds = touch.ticks * DT
  const sterile = sterileOf(session, state, touch.thing)
  if (touch.counted || seconds >= TOUCH_S || touch.overlap_m >= TOUCH_M) {
    touch.counted = true
    if (touch.thing === 'field') soil(state, layout, pair.all)
    else spoil(session, state, touch.thing)
    return sterile ? [contaminate(touch.thing, touch.by, seconds, touch.overlap_m)] : []
  }
  return sterile && !touch.warned && seconds >= WARN_S ? [warn(touch)] : []
}

/** Ends the touches that were not seen for a while. */
function forget(state: AsepsisState, seen: readonly Pair[]): void {
  for (const t of state.touches) {
    if (!seen.some(({ contact: c }) => c.thing === t.thing && c.by === t.by)) t.gap++
  }
  state.touches = state.touches.filter((t) => t.gap <= GAP_TICKS)
}

/** One tick of all touches; a thing that became unsterile spreads from the next tick on. */
export function advanceTouches<S extends PlainState>(
  session: Session<S>,
  state: AsepsisState,
  layout: Layout,
  contacts: readonly Contact[],
): Transition[] {
  const seen = pairs(contacts)
  const out = seen.flatMap((pair) => follow(session, state, layout, pair))
  forget(state, seen)
  return out
}
