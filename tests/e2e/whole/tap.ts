// The whole knee aspiration as a doctor does it at a screen: the expert's plan, carried out by a device.
import type { Doctor } from '../app/doctor.ts'
import type { Knowing, Way } from '../app/knowing.ts'
import { add } from '../../../scoring/math/index.ts'
import type { Probe } from '../app/room.ts'

const HOVER_M = 0.01
const DRUG_SYRINGE = 'syringe-10'
const ROWS = [0, 0.014, -0.014, 0.028, -0.028, 0.042, -0.042] as const
const BETWEEN = [0.007, -0.007, 0.021, -0.021, 0.035, -0.035, 0.049, -0.049] as const
/** The helper presses the pouch when so much has come, as a share of what is looked for. */
const MILK_FROM = 0.5

const scalar = (p: Probe, name: string): number => p.view.scalars[name] ?? 0
const draws = (drug: string, ml: number): { command: string; args: { drug: string; ml: number } } => ({
  command: 'draw_up',
  args: { drug, ml },
})

export interface Whole {
  readonly doctor: Doctor
  readonly knows: Knowing
}

/** Lays a patient flat who says that it goes dark. */
async function heed({ doctor }: Whole): Promise<void> {
  if (!doctor.heard.some((line) => line.includes('dizzy'))) return
  doctor.heard.length = 0
  await doctor.say('lie_down')
}

async function begin(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const { plan } = knows
  for (const id of ['introduce', 'identify']) await doctor.say(id)
  await doctor.read(plan.reads)
  for (const id of ['explain', 'consent']) await doctor.say(id)
  for (const name of plan.palpates) await doctor.press(knows.over(name), 90)
  await doctor.decide('plan', plan.plan)
  await doctor.decide('side', plan.side)
  await doctor.decide('portal', plan.portal)
}

async function mark(w: Whole): Promise<void> {
  const { doctor, knows } = w
  await doctor.prepare('roll')
  await doctor.acts({ command: 'flex', args: { degrees: knows.plan.flexion } })
  await doctor.rest(90)
  await doctor.take('marker')
  await doctor.look('work')
  await doctor.press(knows.way().entry, 45)
  await doctor.putBack()
}

async function paint(w: Whole, swab: string, rows: readonly number[]): Promise<void> {
  const { doctor, knows } = w
  await doctor.take(swab)
  const bowl = (await doctor.now()).view.poses['bowl']
  if (!bowl) throw new Error('no bowl in the view')
  await doctor.press(add(bowl.p, [0, 0.02, 0]), 36)
  await doctor.look('work')
  for (const points of knows.strokes(rows)) await doctor.stroke(points)
  await doctor.putInto('waste')
}

async function clean(w: Whole): Promise<void> {
  const { doctor, knows } = w
  await doctor.say('brief_assistant')
  for (const id of ['time_out', 'open_pack', 'hand_rub', 'gloves']) await doctor.prepare(id)
  await paint(w, 'swab-1', ROWS)
  await paint(w, 'swab-2', BETWEEN)
  for (let left = knows.plan.dries_s; left > 0; left -= 60) await doctor.wait(60)
  await doctor.prepare('drape')
}

/** Brings the needle over the portal, in line with its way. */
async function lineUp(w: Whole, syringe: string, way: Way): Promise<void> {
  const { doctor, knows } = w
  await doctor.look('work')
  await doctor.glide(knows.aimFrom(way, HOVER_M))
  await doctor.tiltTo(syringe, way.axis)
  await doctor.rest(18)
}

const inserted = (needle: string, p: Probe): boolean => scalar(p, `${needle}.layer`) > 0

async function numb(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const { anaesthetic, onset_s } = knows.plan
  if (!anaesthetic) return
  const needle = 'needle-25'
  await doctor.prepare('read_label')
  await doctor.take('syringe-5')
  await doctor.acts(draws(anaesthetic.drug, anaesthetic.ml))
  await doctor.rest(45)
  await lineUp(w, 'syringe-5', knows.way())
  await doctor.push(30, (p) => inserted(needle, p))
  await doctor.rest(27)
  await doctor.plunger(-1)
  await doctor.rest(54)
  await doctor.plunger(0.2, 0.2)
  await doctor.push(
    7,
    (p) =>
      ['retinaculum', 'muscle', 'capsule'].includes(doctor.layer(p, needle)) || scalar(p, `${needle}.depth_mm`) > 7,
  )
  await doctor.rest(18)
  await doctor.plunger(-anaesthetic.ml)
  await doctor.rest(60)
  await doctor.withdraw(needle)
  await doctor.putInto('sharps_box')
  await heed(w)
  for (let left = onset_s; left > 0; left -= 60) await doctor.wait(60)
}

/** Into the fluid, and on to where the tip can stay while it sinks; a hand that went too far comes back. */
async function reach(w: Whole, needle: string, way: Way): Promise<void> {
  const { doctor } = w
  await doctor.push(30, (p) => inserted(needle, p))
  await doctor.plunger(2)
  await doctor.push(60, (p) => doctor.layer(p, needle) === 'effusion')
  const wanted = way.length_m * 1e3
  for (let i = 0; i < 20; i++) {
    const p = await doctor.rest(18)
    const depth = scalar(p, `${needle}.depth_mm`)
    if (doctor.layer(p, needle) !== 'effusion') await doctor.push(depth > wanted ? -1 : 1)
    else if (depth < wanted - 0.7) await doctor.push(0.5, undefined, 0.5)
    else if (depth > wanted + 1.5) await doctor.push(-1)
    else return
  }
}

async function drain(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const wanted = knows.initial_ml * knows.plan.drain
  let milked = false
  let moves = 0
  for (let i = 0; i < 90; i++) {
    const before = scalar(await doctor.now(), 'drawn_ml')
    if (before >= wanted) break
    if (!milked && before > wanted * MILK_FROM) {
      await doctor.helper('press', knows.over('pouch_middle'))
      milked = true
    }
    const p = await doctor.now()
    if (p.shown.plunger_ml < before + 2.5) await doctor.plunger(1)
    const after = await doctor.rest(45)
    if (scalar(after, 'drawn_ml') - before > 0.05) continue
    await doctor.push([1, -1, -1, 1, 1, -1][moves++ % 6] ?? 1)
  }
  if (!milked) await doctor.helper('press', knows.over('pouch_middle'))
  await doctor.rest(54)
}

async function tap(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const { syringe } = knows.plan
  await doctor.say('reassure')
  await doctor.look('work')
  await doctor.helper('steady', (await doctor.now()).landmarks['patella_front'])
  knows.steady()
  await doctor.take(syringe)
  const way = knows.way()
  await lineUp(w, syringe, way)
  await reach(w, 'needle-18', way)
  await heed(w)
  await drain(w)
}

async function tubes({ doctor, knows }: Whole): Promise<void> {
  for (const tube of knows.plan.tubes) await doctor.acts({ command: 'specimen', args: { tube } })
  const { fluid } = knows.session.state.procedure as { fluid?: string }
  await doctor.decide('appearance', fluid ?? 'clear')
}

/** The full syringe comes off, the drug goes in through the needle that stays. */
async function inject(w: Whole): Promise<void> {
  const { doctor } = w
  await doctor.holdHub()
  await doctor.exchange('off')
  await tubes(w)
  await doctor.putInto('waste')
  await doctor.take(DRUG_SYRINGE)
  await doctor.acts(draws('triamcinolone', 1))
  await doctor.look('work')
  await doctor.exchange('near')
  await doctor.exchange('on')
  await doctor.plunger(-1)
  await doctor.rest(60)
  await doctor.helper('rest')
}

async function afterwards(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const { injects } = knows.plan
  if (injects) await inject(w)
  await doctor.withdraw('needle-18')
  await heed(w)
  await doctor.helper('rest')
  if (!injects) await tubes(w)
  await doctor.putInto('sharps_box')
  for (const id of ['pressure', 'dressing', 'remove_gloves']) await doctor.prepare(id)
}

async function close(w: Whole): Promise<void> {
  const { doctor, knows } = w
  const { plan } = knows
  await doctor.decide('steroid', plan.steroid)
  for (const item of plan.orders) await doctor.order(item)
  if (plan.antibiotics === 'after_tap') await doctor.order('antibiotics')
  await doctor.decide('antibiotics', plan.antibiotics)
  await doctor.decide('crystals_seen', plan.crystals_seen)
  const last = ['explain_no_steroid', 'tell_result', 'warn_signs', 'warn_glucose', 'warn_replacement', 'handover']
  for (const id of last) if (plan.says.includes(id)) await doctor.say(id)
  await doctor.decide('disposition', plan.disposition)
}

export const STEPS: readonly (readonly [string, (w: Whole) => Promise<void>])[] = [
  ['begins', begin],
  ['marks', mark],
  ['cleans and drapes', clean],
  ['numbs', numb],
  ['taps', tap],
  ['injects, withdraws, throws away', afterwards],
  ['hands over', close],
]
