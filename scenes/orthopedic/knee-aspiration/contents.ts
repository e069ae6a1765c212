// What the syringes hold and where it goes: drawing up, specimens, injections.
import { transform } from '../../../scoring/math/index.ts'
import type { Session, ToolState, Transition } from '../../../src/sim/index.ts'
import { addLidocaine, deposit, drawUp as drawInto, giveOut, mgOf, mgPerKg, takeIn, type Mix } from '../../common/drugs/index.ts'
import type { KneeState, Running } from './state.ts'

type KneeSession = Session<KneeState>

/** What a tube takes, mL (design value). */
const TUBE_ML = 2

/** The syringe in a hand: the right one first. */
function heldSyringe(session: KneeSession): { index: number; tool: ToolState; id: string; capacity_ml: number } | undefined {
  for (const side of [1, 0] as const) {
    const index = session.state.hands[side].tool
    const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
    if (tool?.syringe && instrument?.syringe) {
      return { index, tool, id: instrument.id, capacity_ml: instrument.syringe.capacity_ml }
    }
  }
  return undefined
}

export function mixOf(session: KneeSession, index: number): Mix {
  const mixes = session.state.procedure.mixes
  return (mixes[index] ??= {})
}

function setLevel(tool: ToolState, ml: number): void {
  if (tool.syringe) Object.assign(tool.syringe, { fluid_ml: ml, air_ml: 0, plunger_ml: ml, suction_kpa: 0 })
}

/** Draws a drug into the held syringe; nothing happens without one, or with its needle in the patient. */
export function drawUp(session: KneeSession, drug: string, ml: number, out: Transition[]): void {
  const held = heldSyringe(session)
  if (!held || held.tool.needle?.inserted) return
  const mix = mixOf(session, held.index)
  const drawn = drawInto(mix, drug, ml, held.capacity_ml)
  if (drawn <= 0) return
  setLevel(held.tool, (held.tool.syringe?.fluid_ml ?? 0) + drawn)
  const mg = mgOf({ [drug]: drawn }, 'lidocaine') + mgOf({ [drug]: drawn }, 'triamcinolone')
  out.push({ kind: 'fill', subject: held.id, object: drug, values: { ml: drawn, mg } })
}

/** Puts fluid of the held syringe into a tube. */
export function fillTube(session: KneeSession, tube: string, out: Transition[]): void {
  const held = heldSyringe(session)
  if (!held || held.tool.needle?.inserted) return
  const mix = mixOf(session, held.index)
  const had = mix['effusion'] ?? 0
  const ml = had < TUBE_ML ? had : TUBE_ML
  if (ml <= 0) return
  mix['effusion'] = had - ml
  setLevel(held.tool, Math.max(0, (held.tool.syringe?.fluid_ml ?? 0) - ml))
  out.push({ kind: 'dispense', subject: held.id, object: tube, values: { ml } })
}

/** Fluid came into a syringe. */
export function tookIn(session: KneeSession, index: number, what: string, ml: number): void {
  takeIn(mixOf(session, index), what, ml)
}

/** Liquid left a syringe into `layer`: anaesthetic numbs where it goes, what enters the joint stays there. */
export function give(session: KneeSession, index: number, ml: number, layer: string): Mix {
  const { procedure, clinical_s } = session.state
  const part = giveOut(mixOf(session, index), ml)
  const mg = mgOf(part, 'lidocaine')
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  if (layer === 'effusion') procedure.effusion_ml += ml
  else if (layer !== 'air' && mg > 0 && tool && instrument) {
    deposit(procedure.spots, { at: transform(tool, instrument.tip), ml, mg, since_s: clinical_s })
  }
  return part
}

/** Evidence of an injection that is over: one event for each drug, and the overdose when this dose was it. */
export function given(session: KneeSession, subject: string, g: Running): Transition[] {
  const s = session.state.procedure
  const weight = Number(session.case.facts['weight_kg'])
  const out: Transition[] = []
  for (const [drug, ml] of Object.entries(g.of)) {
    const substance = drug.startsWith('lidocaine') ? 'lidocaine' : 'triamcinolone'
    const mg = mgOf({ [drug]: ml }, substance)
    const wasted = g.site === 'air'
    const before = s.given_mg[substance] ?? 0
    const total_mg = wasted ? before : before + mg
    s.given_mg[substance] = total_mg
    const values = { ml, mg, total_mg, mg_kg: mgPerKg(total_mg, weight), plunger_kpa: g.plunger_kpa }
    out.push({ kind: 'dispense', subject, object: drug, site: g.site, values })
    const who = { profile: session.setup.profile, weight_kg: weight }
    if (substance === 'lidocaine' && !wasted && addLidocaine(s.exposure, mg, who)) {
      out.push({ kind: 'complication', subject: 'patient', values: { complication: 'toxicity', mg_kg: values.mg_kg } })
    }
  }
  return out
}
