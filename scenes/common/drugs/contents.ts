// What is in a syringe: millilitres by name of what was taken in, always thoroughly mixed. Plain state.
import { drugOf, type Drug } from './table.ts'

/** Millilitres by drug or fluid. */
export type Mix = Record<string, number>

/** The contents of every tool, by tool index; empty ones included so that an index always has a mix. */
export function noContents(tools: number): Mix[] {
  return Array.from({ length: tools }, () => ({}))
}

/** mL */
export function volumeOf(mix: Readonly<Mix>): number {
  let sum = 0
  for (const ml of Object.values(mix)) sum += ml
  return sum
}

/** Milligrams of a substance in a mix. */
export function mgOf(mix: Readonly<Mix>, substance: Drug['substance']): number {
  let mg = 0
  for (const [what, ml] of Object.entries(mix)) {
    const drug = drugOf(what)
    if (drug?.substance === substance) mg += drug.mg_ml * ml
  }
  return mg
}

/** Adds `ml` of one thing, or a whole mix. Nothing is taken in for ml <= 0. */
export function takeIn(mix: Mix, what: string | Readonly<Mix>, ml = 0): void {
  if (typeof what !== 'string') for (const [id, part] of Object.entries(what)) takeIn(mix, id, part)
  else if (ml > 0) mix[what] = (mix[what] ?? 0) + ml
}

/**
 * Pushes `ml` out of a mix, in proportion to what it holds; all of it when it holds no more.
 * @returns what came out
 */
export function giveOut(mix: Mix, ml: number): Mix {
  const volume = volumeOf(mix)
  const out: Mix = {}
  if (ml <= 0 || volume <= 0) return out
  const share = ml < volume ? ml / volume : 1
  for (const [what, had] of Object.entries(mix)) {
    const part = share === 1 ? had : had * share
    out[what] = part
    mix[what] = had - part
    if (share === 1) delete mix[what]
  }
  return out
}

/**
 * Draws up a drug as far as the barrel has room.
 * @param capacity_ml of the syringe; @returns mL that went in: plunger and fluid of the syringe move by as much
 */
export function drawUp(mix: Mix, drug: string, ml: number, capacity_ml: number): number {
  const room = capacity_ml - volumeOf(mix)
  const drawn = Math.max(0, ml < room ? ml : room)
  takeIn(mix, drug, drawn)
  return drawn
}
