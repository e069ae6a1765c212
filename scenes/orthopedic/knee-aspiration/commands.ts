// Everything in this procedure that is done by a word or a choice: commands in the order in which recordings number them.
import type { CommandDef } from '../../../src/sim/index.ts'
import { RECORD_FIELDS } from './records.ts'

/** What may be decided, and between what. */
export const DECISIONS: Readonly<Record<string, readonly string[]>> = {
  plan: ['tap', 'tap_and_inject', 'refer_untapped', 'antibiotics_only'],
  portal: ['superolateral', 'lateral', 'medial'],
  side: ['right', 'left'],
  appearance: ['clear', 'cloudy', 'purulent', 'bloody'],
  steroid: ['give', 'withhold'],
  antibiotics: ['after_tap', 'before_tap', 'none'],
  crystals_seen: ['steroid_now', 'wait_culture'],
  dry_tap: ['straighten', 'compress', 'redirect', 'other_side', 'ultrasound', 'stop'],
  disposition: ['home', 'same_day_referral', 'admit'],
}

/** Acts that are told, not performed by hand, and what each costs on the clinical clock on every device, s (design values). */
export const ACT_COST_S: Readonly<Record<string, number>> = {
  time_out: 20,
  hand_rub: 25,
  gloves: 45,
  open_pack: 30,
  roll: 20,
  drape: 40,
  wash_wound: 300,
  pressure: 60,
  dressing: 20,
  remove_gloves: 10,
  read_label: 10,
}

export const ORDERS = [
  'cell_count',
  'crystals',
  'gram_culture',
  'blood_culture',
  'xray',
  'exposure',
  'antibiotics',
  'ultrasound',
  'orthopaedics',
  'ambulance',
] as const

export const DRUG_IDS = ['lidocaine_1', 'lidocaine_2', 'lidocaine_2_diluted', 'triamcinolone', 'saline'] as const
export const TUBES = ['tube-edta', 'tube-plain', 'tube-sterile', 'culture'] as const
export const FLEXIONS_DEG = ['0', '15', '30'] as const

/**
 * What the lead-in of a drill may ask for, so that the drill comes to its point with every patient; at any other time the
 * command does nothing. `faint_prone`: this patient is the most susceptible of all.
 */
export const SITUATIONS = ['faint_prone'] as const

const choices = [...new Set(Object.values(DECISIONS).flat())]

export const commands: readonly CommandDef[] = [
  { id: 'open', args: { field: { kind: 'choice', options: RECORD_FIELDS } } },
  {
    id: 'decide',
    args: {
      about: { kind: 'choice', options: Object.keys(DECISIONS) },
      choice: { kind: 'choice', options: choices },
    },
  },
  { id: 'prepare', args: { act: { kind: 'choice', options: Object.keys(ACT_COST_S) } } },
  { id: 'order', args: { item: { kind: 'choice', options: ORDERS } } },
  {
    id: 'draw_up',
    args: { drug: { kind: 'choice', options: DRUG_IDS }, ml: { kind: 'number', min: 0, max: 50, step: 0.1 } },
  },
  { id: 'specimen', args: { tube: { kind: 'choice', options: TUBES } } },
  { id: 'flex', args: { degrees: { kind: 'choice', options: FLEXIONS_DEG } } },
  { id: 'predict', args: { depth_mm: { kind: 'number', min: 0, max: 80, step: 1 } } },
  { id: 'situation', args: { of: { kind: 'choice', options: SITUATIONS } } },
]
