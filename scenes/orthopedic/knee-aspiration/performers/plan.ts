// What a scripted performer means to do: a fault is a plan in which one thing is otherwise.
import { uniform } from '../../../../scoring/math/index.ts'
import { STEADY, type Manner } from '../../../common/performing/actor.ts'
import type { Portal } from '../portals.ts'
import { RECORD_FIELDS } from '../records.ts'

export interface Decisions {
  readonly plan: string
  readonly portal: Portal
  readonly side: string
  readonly steroid: string
  readonly antibiotics: string
  readonly crystals_seen: string
  readonly disposition: string
}

export interface Plan extends Decisions {
  readonly manner: Manner
  readonly syringe: string
  /** Needle speed in tissue, m/s. */
  readonly speed: number
  /** Scatter of the entry point and of the aim, m. */
  readonly scatter_m: number
  /** Systematic error of the entry point along the limb towards the head, m. */
  readonly off_m: number
  /** How far down in the fluid the aim lies: 0 its roof, 1 its floor. */
  readonly aim: number
  /** Flexion of the knee, degrees. */
  readonly flexion: '0' | '15' | '30'
  /** Share of the fluid that is drawn. */
  readonly drain: number
  /** Follows the sinking fluid with the tip. */
  readonly follows: boolean
  /** A first pass against the patella, twice onto the bone. */
  readonly meetsBone: boolean
  /** Passes that are drawn back out before the one that counts. */
  readonly falsePasses: number
  /** Tilts the needle sideways while it is deep: tangent of the angle. */
  readonly sweep: number
  /** Ids of records that are read, acts, phrases, orders and tubes: what is not in the list is not done. */
  readonly reads: readonly string[]
  readonly says: readonly string[]
  readonly acts: readonly string[]
  readonly orders: readonly string[]
  readonly tubes: readonly string[]
  readonly palpates: readonly string[]
  readonly marks: boolean
  readonly paints: boolean
  /** Clinical seconds that the prep is given to dry: waits of 60 s. */
  readonly dries_s: number
  /** Touches the unprepped thigh with the gloved hand and then goes on. */
  readonly touchesThigh: boolean
  readonly anaesthetic: { readonly drug: string; readonly ml: number; readonly deep: boolean } | null
  readonly onset_s: number
  readonly steadies: boolean
  readonly suction: boolean
  readonly milks: boolean
  /** Knows what to do after a dry tap. */
  readonly rescues: boolean
  /** Where the syringes end. */
  readonly sharps: 'box' | 'tray'
  /** Steroid is injected after the tap. */
  readonly injects: boolean
}

const SAYS = [
  'introduce',
  'identify',
  'explain',
  'consent',
  'brief_assistant',
  'reassure',
  'tell_result',
  'warn_signs',
  'handover',
]
const ACTS = ['time_out', 'hand_rub', 'gloves', 'open_pack', 'roll', 'drape', 'pressure', 'dressing', 'remove_gloves']

/** The hot knee as an expert does it; the cases change what they ask to be changed. */
export const EXPERT: Plan = {
  manner: STEADY,
  syringe: 'syringe-50',
  speed: 0.008,
  scatter_m: 0.0008,
  off_m: 0,
  aim: 0.85,
  flexion: '15',
  drain: 0.78,
  follows: true,
  meetsBone: false,
  falsePasses: 0,
  sweep: 0,
  reads: RECORD_FIELDS,
  says: [...SAYS, 'explain_no_steroid'],
  acts: ACTS,
  orders: ['cell_count', 'crystals', 'gram_culture', 'blood_culture'],
  tubes: ['tube-edta', 'tube-plain', 'tube-sterile', 'culture'],
  palpates: ['patella_front', 'patella_superolateral', 'pouch_middle'],
  marks: true,
  paints: true,
  dries_s: 180,
  touchesThigh: false,
  anaesthetic: { drug: 'lidocaine_2_diluted', ml: 3, deep: false },
  onset_s: 120,
  steadies: true,
  suction: true,
  milks: true,
  rescues: true,
  sharps: 'box',
  injects: false,
  plan: 'tap',
  portal: 'superolateral',
  side: 'right',
  steroid: 'withhold',
  antibiotics: 'after_tap',
  crystals_seen: 'wait_culture',
  disposition: 'admit',
}

/** What an expert does otherwise in the other cases. */
export const BY_CASE: Readonly<Record<string, Partial<Plan>>> = {
  'tense-oa': {
    plan: 'tap_and_inject',
    drain: 0.72,
    steroid: 'give',
    injects: true,
    antibiotics: 'none',
    orders: ['cell_count', 'crystals', 'gram_culture'],
    says: [...SAYS, 'warn_glucose'],
    disposition: 'home',
  },
  // a small effusion shows best in full extension (NEJM 354:e19; StatPearls NBK470229)
  'dry-tap': { says: SAYS, flexion: '0' },
  cellulitis: { portal: 'lateral', says: SAYS },
  prosthetic: {
    plan: 'refer_untapped',
    antibiotics: 'after_tap',
    orders: ['blood_culture', 'orthopaedics'],
    says: [...SAYS, 'explain_refer'],
    disposition: 'same_day_referral',
  },
  'first-hour': {
    plan: 'refer_untapped',
    antibiotics: 'before_tap',
    orders: ['ambulance', 'orthopaedics'],
    says: [...SAYS, 'explain_refer', 'explain_no_steroid', 'call_help'],
    disposition: 'same_day_referral',
  },
}

export function expertPlan(caseId: string): Plan {
  return { ...EXPERT, ...BY_CASE[caseId] }
}

const without = (list: readonly string[], chance: () => number, share: number): string[] =>
  list.filter(() => chance() > share)

/** A beginner: slow hands, aim that wanders by millimetres, late stops, half the fluid, half the words, no sharps box. */
export function novicePlan(caseId: string, seed: number): Plan {
  const s = { state: seed | 0 }
  const chance = (): number => uniform(s, 0, 1)
  const expert = expertPlan(caseId)
  return {
    ...expert,
    manner: { tremor_mm: 0.8, reach_m_s: 0.2, reaction_ticks: 45 },
    syringe: chance() < 0.5 ? 'syringe-20' : 'syringe-10',
    speed: 0.014,
    scatter_m: 0.006,
    aim: 0.5,
    drain: 0.3,
    follows: false,
    falsePasses: chance() < 0.6 ? 1 : 2,
    reads: without(expert.reads, chance, 0.5),
    says: without(expert.says, chance, 0.6),
    acts: without(expert.acts, chance, 0.4),
    orders: without(expert.orders, chance, 0.4),
    tubes: without(expert.tubes, chance, 0.5),
    palpates: [],
    marks: chance() < 0.4,
    paints: chance() < 0.7,
    dries_s: 0,
    anaesthetic: chance() < 0.5 ? { drug: 'lidocaine_2', ml: 2, deep: false } : null,
    onset_s: 0,
    steadies: chance() < 0.4,
    suction: chance() < 0.4,
    milks: false,
    rescues: false,
    sharps: 'tray',
  }
}
