// What the syringes hold and where it goes: drawing up, specimens, injections.
import { assemblyOf, type Session, type TickInput, type ToolState, type Transition } from '../../../src/sim/index.ts'
import { setContents } from '../../../src/sim/tools/syringe.ts'
import {
  addLidocaine,
  deposit,
  drawUp as drawInto,
  giveOut,
  mgOf,
  mgPerKg,
  takeIn,
  type Mix,
} from '../../common/drugs/index.ts'
import type { KneeState, Running } from './state.ts'

type KneeSession = Session<KneeState>

/** What a tube takes, mL (design value). */
const TUBE_ML = 2

interface HeldSyringe {
  readonly index: number
  readonly tool: ToolState
  readonly id: string
  readonly capacity_ml: number
  /** Where the hand's dial stands, mL; -1 = it has none. */
  readonly dial_ml: number
}

/** The syringe in a hand: the right one first. */
function heldSyringe(session: KneeSession, input: TickInput): HeldSyringe | undefined {
  for (const side of [1, 0] as const) {
    const index = session.state.hands[side].tool
    const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
    if (!tool?.syringe || !instrument?.syringe) continue
    const dial_ml = (side === 0 ? input.left : input.right).dial?.plunger_ml ?? -1
    return { index, tool, id: instrument.id, capacity_ml: instrument.syringe.capacity_ml, dial_ml }
  }
  return undefined
}

export function mixOf(session: KneeSession, index: number): Mix {
  const mixes = session.state.procedure.mixes
  return (mixes[index] ??= {})
}

function inPatient(session: KneeSession, held: HeldSyringe): boolean {
  return assemblyOf(session, held.index).state?.inserted === true
}

function setLevel(held: HeldSyringe, ml: number): void {
  if (held.tool.syringe) setContents(held.tool.syringe, ml, held.dial_ml)
}

/** Draws a drug into the held syringe; nothing happens without one, or with its needle in the patient. */
export function drawUp(session: KneeSession, input: TickInput, what: { drug: string; ml: number }): Transition[] {
  const held = heldSyringe(session, input)
  if (!held || inPatient(session, held)) return []
  const ml = drawInto(mixOf(session, held.index), what.drug, what.ml, held.capacity_ml)
  if (ml <= 0) return []
  setLevel(held, (held.tool.syringe?.fluid_ml ?? 0) + ml)
  const mg = mgOf({ [what.drug]: ml }, 'lidocaine') + mgOf({ [what.drug]: ml }, 'triamcinolone')
  return [{ kind: 'fill', subject: held.id, object: what.drug, values: { ml, mg } }]
}

/** Puts joint fluid of the held syringe into a tube. */
export function fillTube(session: KneeSession, input: TickInput, tube: string): Transition[] {
  const held = heldSyringe(session, input)
  if (!held || inPatient(session, held)) return []
  const mix = mixOf(session, held.index)
  const had = mix['effusion'] ?? 0
  const ml = had < TUBE_ML ? had : TUBE_ML
  if (ml <= 0) return []
  mix['effusion'] = had - ml
  setLevel(held, Math.max(0, (held.tool.syringe?.fluid_ml ?? 0) - ml))
  return [{ kind: 'dispense', subject: held.id, object: tube, values: { ml } }]
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
  if (layer === 'effusion') procedure.effusion_ml += ml
  else if (layer !== 'air' && mg > 0) {
    deposit(procedure.spots, { at: assemblyOf(session, index).tipAt, ml, mg, since_s: clinical_s })
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
