// The words that this procedure may use in evidence, with their rounding; and what only decides whether it happened.
import type { EvidenceWords } from '../../../scoring/evidence.ts'
import { instruments } from './instruments.ts'
import { fixtures } from './fixtures.ts'

const mm = { unit: 'mm', step: 0.01 }
const newton = { unit: 'N', step: 0.01 }

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

export const words: EvidenceWords = {
  subjects: ['learner', 'helper', 'left', 'right', ...instruments.map((i) => i.id)],
  objects: [
    ...instruments.map((i) => i.id),
    'intact_skin',
    'cellulitis',
    'patella',
    'pouch',
    'hub',
    'none',
    'pause',
    'finished',
    'explain',
    'identify',
    'call_help',
    'assist_glide',
    'assist_axis_lock',
    'assist_tremor_filter',
    'assist_parked_hand',
    'assist_step_buttons',
  ],
  sites: [...LAYERS, ...fixtures.map((f) => f.id)],
  values: {
    depth_mm: mm,
    portal_mm: mm,
    lesion_mm: mm,
    force_n: newton,
    suction_kpa: { unit: 'kPa', step: 0.1 },
    ml: { unit: 'mL', step: 0.01 },
    total_ml: { unit: 'mL', step: 0.01 },
    total_share: { unit: '1', step: 0.001 },
    seconds: { unit: 's', step: 0.1 },
    pass: { unit: '1', step: 1 },
    grip: { unit: '1', step: 1 },
    firmness: { unit: '1', step: 1 },
  },
  texts: {
    trouble: ['tracking_lost', 'tracking_back', 'slip'],
    complication: ['shaft_bent'],
    verb: ['rest', 'hold', 'press', 'spread', 'steady', 'pass'],
  },
  flags: ['shared', 'stuck', 'patella_held', 'on'],
  limits: [
    { id: 'layer_enter', value: 0.3, unit: 'mm', mark: 'placeholder' },
    { id: 'layer_confirm', value: 3, unit: 'ticks', mark: 'placeholder' },
    { id: 'bone_contact', value: 0.5, unit: 'N', mark: 'placeholder' },
    { id: 'take_distance', value: 30, unit: 'mm', mark: 'placeholder' },
    { id: 'fill_idle', value: 0.5, unit: 's', mark: 'placeholder' },
    { id: 'bin_reach', value: 250, unit: 'mm', mark: 'placeholder' },
  ],
}
