// The words that this procedure may use in evidence, with their rounding; and what only decides whether it happened.
import type { DetectionLimit, EvidenceWords } from '../../../scoring/evidence.ts'
import { asepsisWords, joinWords } from '../../common/asepsis/index.ts'
import { PEOPLE_WORDS } from '../../common/people/index.ts'
import { ACT_COST_S, DECISIONS, DRUG_IDS, ORDERS, SITUATIONS, TUBES } from './commands.ts'
import { instruments } from './instruments.ts'
import { fixtures } from './fixtures.ts'
import { RECORD_FIELDS } from './records.ts'
import { ELSEWHERE_MM } from './portals.ts'
import { STICK_M, SWEEP_M } from './trouble.ts'

const mm = { unit: 'mm', step: 0.01 }
const ml = { unit: 'mL', step: 0.01 }
const mg = { unit: 'mg', step: 0.1 }
const newton = { unit: 'N', step: 0.01 }
const whole = { unit: '1', step: 1 }

export const LAYERS = [
  'air',
  'skin',
  'fat',
  'muscle',
  'tendon',
  'retinaculum',
  'capsule',
  'synovium',
  'effusion',
  'fat_pad',
  'vessel',
  'cartilage',
  'bone',
  'marrow',
] as const

const ASSISTS = ['glide', 'axis_lock', 'tremor_filter', 'parked_hand', 'step_buttons'].map((a) => `assist_${a}`)
const once = (list: readonly string[]): string[] => [...new Set(list)]
const limit = (id: string, value: number, unit: string): DetectionLimit => ({ id, value, unit, mark: 'placeholder' })

const own: EvidenceWords = {
  subjects: ['learner', 'helper', 'left', 'right', ...PEOPLE_WORDS.subjects, ...instruments.map((i) => i.id)],
  objects: once([
    ...instruments.map((i) => i.id),
    ...PEOPLE_WORDS.objects,
    ...Object.keys(DECISIONS),
    ...ORDERS,
    ...DRUG_IDS,
    ...fixtures.map((f) => f.id),
    'effusion',
    'clear',
    'cloudy',
    'purulent',
    'bloody',
    'intact_skin',
    'cellulitis',
    'plaque',
    'none',
    'record',
    'prepare',
    'prediction',
    'knee',
    'mark',
    'palpation',
    'patella',
    'pouch',
    'hub',
    'pause',
    'finished',
    'handover',
    ...SITUATIONS,
    ...ASSISTS,
  ]),
  sites: once([
    ...LAYERS,
    ...fixtures.map((f) => f.id),
    'superolateral',
    'lateral',
    'medial',
    'elsewhere',
    'patella',
    'pouch',
    'joint_line',
    'lesion',
  ]),
  values: {
    depth_mm: mm,
    portal_mm: mm,
    lesion_mm: mm,
    sweep_mm: mm,
    hub_mm: mm,
    force_n: newton,
    suction_kpa: { unit: 'kPa', step: 0.1 },
    plunger_kpa: { unit: 'kPa', step: 0.1 },
    ml,
    total_ml: ml,
    total_share: { unit: '1', step: 0.001 },
    mg,
    total_mg: mg,
    mg_kg: { unit: 'mg/kg', step: 0.01 },
    seconds: { unit: 's', step: 0.1 },
    dry_s: { unit: 's', step: 1 },
    flexion_deg: { unit: 'deg', step: 0.1 },
    pass: whole,
    grip: whole,
    firmness: whole,
  },
  texts: {
    trouble: ['tracking_lost', 'tracking_back', 'slip'],
    complication: ['shaft_bent', 'sweep', 'vasovagal', 'haemarthrosis', 'needlestick', 'toxicity'],
    verb: ['rest', 'hold', 'press', 'spread', 'steady', 'pass'],
    field: RECORD_FIELDS,
    choice: once([...Object.values(DECISIONS).flat(), ...Object.keys(ACT_COST_S), ...TUBES]),
    zone: ['superolateral', 'lateral', 'medial', 'elsewhere'],
  },
  flags: ['shared', 'stuck', 'patella_held', 'on', 'prepped', 'draped', 'sterile', 'gloved', 'held'],
  limits: [
    limit('layer_enter', 0.3, 'mm'),
    limit('layer_confirm', 3, 'ticks'),
    limit('bone_contact', 0.5, 'N'),
    limit('take_distance', 30, 'mm'),
    limit('fill_idle', 0.5, 's'),
    limit('bin_reach', 250, 'mm'),
    limit('feel_distance', 10, 'mm'),
    limit('feel_time', 0.5, 's'),
    limit('feel_region', 30, 'mm'),
    limit('mark_distance', 2, 'mm'),
    limit('mark_time', 0.1, 's'),
    limit('zone_reach', ELSEWHERE_MM, 'mm'),
    limit('patella_push', 4, 'mm'),
    limit('sweep', SWEEP_M * 1e3, 'mm'),
    limit('needlestick', STICK_M * 1e3, 'mm'),
  ],
}

export const words: EvidenceWords = joinWords(own, asepsisWords(instruments, fixtures))
