// The whole aspiration in its order, as the plan says.
import { add } from '../../../../scoring/math/index.ts'
import type { Session } from '../../../../src/sim/index.ts'
import { Actor, type Play } from '../../../common/performing/actor.ts'
import { advance, anaesthetise, drain, inject, meetBone, withdraw } from './needle.ts'
import { freeHub, putOn, takeOff } from './exchange.ts'
import { heed, numbingSyringe, recap } from './mishaps.ts'
import type { Plan } from './plan.ts'
import { act, decide, mark, paint, palpate, predict, read, speak, touchThigh } from './prepare.ts'
import { OTHER, SIDE, intoBin, kneeOf, landmark, layDown, needleOf, takeUp } from './scene.ts'

/** The least that is a successful tap, mL (Yaqub 2018, doi 10.1097/RHU.0000000000000707). */
const ENOUGH_ML = 2

/** Has no needle of its own: it goes onto the one in the joint. */
const DRUG_SYRINGE = 'syringe-10'

const LOOKS: Readonly<Record<string, string>> = {
  clear: 'clear',
  cloudy: 'cloudy',
  purulent: 'purulent',
  bloody: 'bloody',
}

function* wait(actor: Actor, seconds: number): Play {
  for (let left = seconds; left > 0; left -= 60) {
    actor.command('wait', { seconds: '60' })
    yield* actor.hold(0.1)
  }
}

function* order(actor: Actor, items: readonly string[]): Play {
  for (const item of items) {
    actor.command('order', { item })
    yield* actor.hold(0.1)
  }
}

function* begin(actor: Actor, plan: Plan): Play {
  yield* actor.hold(0.5)
  yield* speak(actor, plan, ['introduce', 'identify'])
  yield* read(actor, plan)
  yield* speak(actor, plan, ['explain', 'consent'])
  yield* palpate(actor, plan)
  yield* decide(actor, 'plan', plan.plan)
  yield* decide(actor, 'side', plan.side)
}

function* makeReady(actor: Actor, plan: Plan): Play {
  yield* decide(actor, 'portal', plan.portal)
  if (plan.acts.includes('roll')) actor.command('flex', { degrees: plan.flexion })
  yield* act(actor, plan, 'roll')
  yield* actor.hold(0.8)
  yield* predict(actor, plan)
  yield* mark(actor, plan)
  yield* speak(actor, plan, ['brief_assistant'])
  yield* act(actor, plan, 'time_out')
  for (const id of ['open_pack', 'hand_rub', 'gloves']) yield* act(actor, plan, id)
  if (plan.paints) for (const swab of ['swab-1', 'swab-2']) yield* paint(actor, plan, swab)
  yield* wait(actor, plan.dries_s)
  if (plan.touchesThigh) yield* touchThigh(actor)
  yield* act(actor, plan, 'drape')
}

function* numb(actor: Actor, plan: Plan): Play {
  if (!plan.anaesthetic) return
  yield* act(actor, plan, 'read_label')
  const id = numbingSyringe(plan.anaesthetic)
  yield* takeUp(actor, id)
  yield* anaesthetise(actor, plan, id, plan.anaesthetic)
  yield* putAway(actor, plan, id)
  yield* heed(actor, plan.heeds)
  yield* wait(actor, plan.onset_s)
}

function* putAway(actor: Actor, plan: Plan, id: string): Play {
  if (plan.sharps === 'box') yield* intoBin(actor, 'sharps_box')
  else yield* layDown(actor, id)
  actor.setPlunger(SIDE, 0)
}

function* steady(actor: Actor, plan: Plan): Play {
  if (!plan.steadies) return
  const patella = landmark(actor.session, 'patella_front')
  yield* actor.reach(OTHER, { p: add(patella, [-0.03, 0.05, 0.08]), q: [0, 0, 0, 1] })
  actor.command('helper', { verb: 'steady', target: 'patella', firmness: 2 })
  yield* actor.hold(0.4)
}

function* tap(actor: Actor, plan: Plan): Play {
  yield* speak(actor, plan, ['reassure'])
  yield* steady(actor, plan)
  yield* takeUp(actor, plan.syringe)
  if (plan.meetsBone) yield* meetBone(actor, plan)
  for (let i = 0; i < plan.falsePasses; i++) {
    yield* advance(actor, { ...plan, follows: false, sweep: 0 })
    yield* actor.plunger(SIDE, 0, 8)
    yield* withdraw(actor, plan.syringe)
  }
  yield* reachFluid(actor, plan)
  yield* heed(actor, plan.heeds)
  yield* drain(actor, plan)
  if (plan.rescues && kneeOf(actor.session).drawn_ml < ENOUGH_ML) yield* rescue(actor, plan)
}

/** The needle comes out, on whatever syringe it is, and into the box. */
function* finishNeedle(actor: Actor, plan: Plan, id: string): Play {
  yield* withdraw(actor, id)
  if (plan.recaps) yield* recap(actor, id)
  yield* heed(actor, plan.heeds)
  actor.command('helper', { verb: 'rest', target: 'patella', firmness: 1 })
  if (id === plan.syringe) yield* sendOff(actor, plan)
  yield* putAway(actor, plan, id)
}

/** Fluid into the tubes, and a word on how it looks. */
function* sendOff(actor: Actor, plan: Plan): Play {
  for (const tube of plan.tubes) {
    actor.command('specimen', { tube })
    yield* actor.hold(0.3)
  }
  yield* decide(actor, 'appearance', plan.names || (LOOKS[kneeOf(actor.session).fluid] ?? 'clear'))
}

/** The full syringe comes off the needle, the drug goes in through it. */
function* injectThrough(actor: Actor, plan: Plan): Play {
  const needle = yield* takeOff(actor, plan.syringe, plan.holdsHub)
  yield* sendOff(actor, plan)
  // no sharp on it: with the other waste
  if (plan.sharps === 'box') yield* intoBin(actor, 'waste')
  else yield* layDown(actor, plan.syringe)
  actor.setPlunger(SIDE, 0)
  yield* takeUp(actor, DRUG_SYRINGE)
  actor.command('draw_up', { drug: 'triamcinolone', ml: 1 })
  actor.setPlunger(SIDE, 1)
  yield* actor.hold(0.2)
  yield* putOn(actor, DRUG_SYRINGE, needle)
  yield* inject(actor, plan, DRUG_SYRINGE)
  yield* freeHub(actor, plan.holdsHub)
}

function* reachFluid(actor: Actor, plan: Plan): Play {
  for (let attempt = 0; attempt < 2; attempt++) {
    if (yield* advance(actor, plan)) return
    yield* withdraw(actor, plan.syringe)
  }
}

/** A dry tap, step by step: straighten, press the pouch, redirect, the other side. */
function* rescue(actor: Actor, plan: Plan): Play {
  const dry = (): boolean => kneeOf(actor.session).drawn_ml < ENOUGH_ML
  yield* decide(actor, 'dry_tap', 'straighten')
  actor.command('flex', { degrees: '0' })
  yield* actor.hold(1)
  yield* decide(actor, 'dry_tap', 'compress')
  actor.command('helper', { verb: 'press', target: 'pouch', firmness: 3 })
  yield* actor.hold(0.4)
  yield* drain(actor, plan)
  if (!dry()) return
  yield* decide(actor, 'dry_tap', 'redirect')
  yield* withdraw(actor, plan.syringe)
  yield* reachFluid(actor, plan)
  yield* drain(actor, plan)
  if (!dry()) return
  yield* decide(actor, 'dry_tap', 'other_side')
  yield* withdraw(actor, plan.syringe)
  const other = { ...plan, portal: plan.portal === 'medial' ? 'lateral' : 'medial' } as const
  yield* reachFluid(actor, other)
  yield* drain(actor, other)
}

function* afterwards(actor: Actor, plan: Plan): Play {
  const through = plan.injects && needleOf(actor.session, plan.syringe)?.inserted === true
  if (through) yield* injectThrough(actor, plan)
  yield* finishNeedle(actor, plan, through ? DRUG_SYRINGE : plan.syringe)
  for (const id of ['pressure', 'dressing', 'remove_gloves']) yield* act(actor, plan, id)
}

function* close(actor: Actor, plan: Plan): Play {
  yield* decide(actor, 'steroid', plan.steroid)
  yield* order(actor, plan.orders)
  if (plan.antibiotics === 'after_tap' && plan.plan !== 'refer_untapped') yield* order(actor, ['antibiotics'])
  yield* decide(actor, 'antibiotics', plan.antibiotics)
  yield* decide(actor, 'crystals_seen', plan.crystals_seen)
  yield* speak(actor, plan, [
    'call_help',
    'explain_no_steroid',
    'explain_refer',
    'tell_result',
    'warn_signs',
    'warn_glucose',
    'warn_replacement',
    'handover',
  ])
  yield* decide(actor, 'disposition', plan.disposition)
  actor.command('finish')
  yield* actor.hold(0.3)
}

/** The whole attempt: as the plan says, from the record to the handover. */
export function* aspirate(session: Session, seed: number, plan: Plan): Play {
  const actor = new Actor(session, seed, plan.manner)
  yield* begin(actor, plan)
  yield* wait(actor, plan.dawdles_s)
  if (plan.antibiotics === 'before_tap') yield* order(actor, ['antibiotics'])
  if (plan.plan === 'tap' || plan.plan === 'tap_and_inject') {
    yield* makeReady(actor, plan)
    yield* numb(actor, plan)
    yield* tap(actor, plan)
    yield* afterwards(actor, plan)
  }
  yield* close(actor, plan)
}
