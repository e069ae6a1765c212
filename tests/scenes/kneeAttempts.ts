// Written attempts at the knee: the evidence of a doctor who does everything right in each case, and single acts to
// change it by. Acts are lists of events; ticks and clocks are given when they are put in a row.
import type { EvidenceEvent, EvidenceWords, Kind } from '../../scoring/evidence.ts'

type Values = EvidenceEvent['values']
const LIDOCAINE = ['lidocaine_1', 'lidocaine_2', 'lidocaine_2_diluted']
const TOOLS = ['syringe-5', 'syringe-10', 'syringe-20', 'syringe-50']
const PHRASES =
  'introduce identify explain consent brief_assistant call_help tell_result handover warn_signs warn_glucose reassure lie_down explain_no_steroid explain_refer warn_replacement'
const ORDERS = 'cell_count crystals gram_culture blood_culture xray antibiotics ultrasound orthopaedics ambulance'
const ABOUT = 'plan portal side appearance steroid antibiotics crystals_seen dry_tap disposition'
const LAYERS =
  'air skin fat muscle tendon retinaculum capsule synovium effusion fat_pad vessel cartilage bone marrow'.split(' ')
const NUMBERS =
  'seconds portal_mm lesion_mm share overlap_mm dry_s flexion_deg suction_kpa pass depth_mm force_n ml total_ml total_share mg total_mg mg_kg plunger_kpa hub_mm sweep_mm firmness'

/** The words of evidence that the simulation of the whole procedure speaks. */
export const WORDS: EvidenceWords = {
  subjects: ['learner', 'helper', 'patient', 'left', 'right', 'field', 'marker', 'swab-1', ...TOOLS],
  objects: [
    ...LIDOCAINE,
    'triamcinolone',
    'saline',
    'intact_skin',
    'cellulitis',
    'plaque',
    'patella',
    'pouch',
    'hub',
    'record',
    'prepare',
    'palpation',
    'mark',
    'knee',
    'needle',
    'clear',
    'cloudy',
    'purulent',
    'bloody',
    'culture',
    'tube-edta',
    'tube-plain',
    'tube-sterile',
    'couch',
    ...`${PHRASES} ${ORDERS} ${ABOUT} feels_faint`.split(' '),
  ],
  sites: [...LAYERS, 'patella', 'pouch', 'joint_line', 'lesion', 'prep', 'sharps_box'].concat(
    'superolateral',
    'lateral',
    'medial',
    'elsewhere',
  ),
  values: Object.fromEntries(NUMBERS.split(' ').map((n) => [n, { unit: '1', step: 0.001 }])),
  texts: {
    field: 'identity side allergy anticoagulant prosthesis skin history films blood weight'.split(' '),
    choice:
      'tap tap_and_inject refer_untapped antibiotics_only superolateral lateral medial right left clear cloudy purulent bloody give withhold after_tap before_tap none steroid_now wait_culture straighten compress redirect other_side ultrasound stop home same_day_referral admit time_out hand_rub gloves open_pack roll drape pressure dressing remove_gloves read_label'.split(
        ' ',
      ),
    verb: ['rest', 'hold', 'press', 'spread', 'steady', 'pass'],
    zone: ['superolateral', 'lateral', 'medial', 'elsewhere'],
    complication: ['shaft_bent', 'sweep', 'vasovagal', 'haemarthrosis', 'needlestick', 'toxicity'],
  },
  flags: ['patella_held', 'prepped', 'draped', 'sterile', 'gloved', 'held'],
  limits: [],
}

interface More {
  readonly subject?: string
  readonly object?: string
  readonly site?: string
  readonly values?: Values
}

const one = (kind: Kind, more: More): EvidenceEvent[] => [
  { tick: 0, clinical_s: 0, kind, subject: 'learner', values: {}, ...more },
]

const GOOD_ENTRY: Values = {
  portal_mm: 0,
  lesion_mm: -20,
  zone: 'superolateral',
  patella_held: true,
  prepped: true,
  draped: true,
  sterile: true,
  gloved: true,
  dry_s: 130,
  flexion_deg: 15,
  suction_kpa: 0,
  pass: 1,
  depth_mm: 0,
  force_n: 1.8,
}

export const act = {
  say: (object: string) => one('say', { object }),
  hears: (object: string) => one('say', { subject: 'patient', object }),
  order: (object: string) => one('order', { object }),
  open: (field: string) => one('choose', { object: 'record', values: { field } }),
  decide: (object: string, choice: string) => one('choose', { object, values: { choice } }),
  prepare: (choice: string) => one('choose', { object: 'prepare', values: { choice } }),
  feel: (site: string) => one('contact', { subject: 'left', object: 'palpation', site, values: { seconds: 1.2 } }),
  paint: () => one('cover', { subject: 'swab-1', site: 'prep', values: { share: 0.98 } }),
  helper: (verb: string, object: string) => one('choose', { subject: 'helper', object, values: { verb, firmness: 2 } }),
  contaminate: (subject: string) =>
    one('contaminate', { subject, object: 'couch', values: { seconds: 0.5, overlap_mm: 8 } }),
  complication: (complication: string) => one('complication', { subject: 'learner', values: { complication } }),
  layers: (subject: string, sites: readonly string[], depth_mm = 18) =>
    sites.flatMap((site) => one('enter', { subject, site, values: { depth_mm, force_n: 1, suction_kpa: 6, pass: 1 } })),
  enterSkin: (subject: string, change: Values = {}) => {
    const { object = 'intact_skin', ...values } = change
    return one('enter', { subject, object: String(object), site: 'skin', values: { ...GOOD_ENTRY, ...values } })
  },
  exit: (subject: string) => one('exit', { subject, site: 'skin', values: { depth_mm: 0, force_n: 0 } }),
  draw: (subject: string, drug: string, values: Values) => one('fill', { subject, object: drug, values }),
  give: (drug: string, site: string, values: Values) =>
    one('dispense', { subject: 'syringe-5', object: drug, site, values: { plunger_kpa: 12, ...values } }),
  fluid: (object: string, values: Values) => one('fill', { subject: 'syringe-50', object, site: 'effusion', values }),
  tube: (object: string) => one('dispense', { subject: 'syringe-50', object, values: { ml: 3 } }),
  bin: (subject: string) => one('place', { subject, site: 'sharps_box' }),
}

interface Style {
  readonly plan: string
  readonly portal: string
  readonly fluid: string
  readonly steroid: 'give' | 'withhold'
  readonly dry: boolean
}
const STYLE: Style = { plan: 'tap', portal: 'superolateral', fluid: 'cloudy', steroid: 'withhold', dry: false }
const STYLES: Readonly<Record<string, Style>> = {
  'hot-knee': STYLE,
  'tense-oa': { ...STYLE, plan: 'tap_and_inject', fluid: 'clear', steroid: 'give' },
  'dry-tap': { ...STYLE, dry: true },
  cellulitis: { ...STYLE, portal: 'lateral', fluid: 'purulent' },
}

const FIELDS = ['identity', 'side', 'allergy', 'anticoagulant', 'prosthesis', 'skin', 'history', 'films', 'weight']
const looked = (): EvidenceEvent[] => [
  ...['introduce', 'identify'].flatMap(act.say),
  ...FIELDS.flatMap(act.open),
  ...['patella', 'pouch', 'joint_line'].flatMap(act.feel),
  ...act.decide('side', 'right'),
]

function prepared(s: Style): EvidenceEvent[] {
  return [
    ...act.decide('plan', s.plan),
    ...act.decide('portal', s.portal),
    ...act.say('explain'),
    ...act.say('consent'),
    ...act.say('brief_assistant'),
    ...act.prepare('time_out'),
    ...one('move_limb', { object: 'knee', values: { flexion_deg: 15 } }),
    ...one('measure', { subject: 'marker', object: 'mark', site: s.portal, values: { portal_mm: 0, lesion_mm: -20 } }),
    ...act.prepare('hand_rub'),
    ...act.prepare('gloves'),
    ...act.paint(),
    ...act.prepare('drape'),
  ]
}

const anaesthetised = (zone: string): EvidenceEvent[] => [
  ...act.prepare('read_label'),
  ...act.draw('syringe-5', 'lidocaine_1', { ml: 4, mg: 40 }),
  ...act.enterSkin('syringe-5', { zone }),
  ...act.give('lidocaine_1', 'fat', { ml: 1, mg: 10 }),
  ...act.give('lidocaine_1', 'retinaculum', { ml: 2, mg: 20 }),
  ...act.exit('syringe-5'),
  ...act.bin('syringe-5'),
  ...one('wait', { values: { seconds: 300 } }),
]

function tapped(s: Style): EvidenceEvent[] {
  const drySteps = ['straighten', 'compress', 'redirect'].flatMap((x) => act.decide('dry_tap', x))
  return [
    ...act.helper('steady', 'patella'),
    ...act.enterSkin('syringe-50', { zone: s.portal }),
    ...(s.dry ? drySteps : []),
    ...act.layers('syringe-50', ['capsule', 'synovium', 'effusion']),
    ...act.fluid(s.fluid, { ml: 20, total_ml: 20, total_share: 0.5 }),
    ...act.helper('press', 'pouch'),
    ...act.fluid(s.fluid, { ml: 12, total_ml: 32, total_share: 0.85 }),
    ...act.decide('appearance', s.fluid),
    ...act.decide('steroid', s.steroid),
  ]
}

const injected = (): EvidenceEvent[] => [
  ...one('detach', { subject: 'syringe-50', object: 'needle', values: { hub_mm: 0.8, held: true } }),
  ...one('attach', { subject: 'syringe-5', object: 'needle', values: { hub_mm: 1, held: true } }),
  ...act.give('triamcinolone', 'effusion', { ml: 1, mg: 40 }),
]

function finished(s: Style): EvidenceEvent[] {
  const septic = s.steroid === 'withhold'
  return [
    ...['tube-sterile', 'tube-edta', 'tube-plain'].flatMap(act.tube),
    ...act.exit('syringe-50'),
    ...act.bin('syringe-50'),
    ...act.prepare('pressure'),
    ...act.prepare('dressing'),
    ...['gram_culture', 'cell_count', 'crystals'].flatMap(act.order),
    ...(septic
      ? [...act.order('blood_culture'), ...act.decide('antibiotics', 'after_tap')]
      : ['warn_glucose', 'warn_replacement'].flatMap(act.say)),
    ...(septic ? [...act.order('antibiotics'), ...act.decide('crystals_seen', 'wait_culture')] : []),
    ...(septic ? [...act.say('explain_no_steroid'), ...act.say('handover')] : []),
    ...act.say('tell_result'),
    ...act.say('warn_signs'),
    ...act.decide('disposition', septic ? 'admit' : 'home'),
  ]
}

const referred = (): EvidenceEvent[] => [
  ...looked(),
  ...act.decide('plan', 'refer_untapped'),
  ...act.say('explain_refer'),
  ...act.decide('steroid', 'withhold'),
  ...act.say('explain_no_steroid'),
  ...act.decide('disposition', 'same_day_referral'),
  ...act.say('handover'),
]
const REFERRALS: Readonly<Record<string, () => EvidenceEvent[]>> = {
  prosthetic: () => [
    ...referred(),
    ...act.order('orthopaedics'),
    ...act.order('blood_culture'),
    ...act.decide('antibiotics', 'after_tap'),
  ],
  'first-hour': () => [
    ...referred(),
    ...act.say('call_help'),
    ...act.order('ambulance'),
    ...act.decide('antibiotics', 'before_tap'),
    ...act.order('antibiotics'),
  ],
}

function acts(id: string): EvidenceEvent[] {
  const referral = REFERRALS[id]
  if (referral) return referral()
  const s = STYLES[id]
  if (!s) throw new RangeError(`no written attempt at case "${id}"`)
  const steroid = s.steroid === 'give' ? injected() : []
  return [...looked(), ...prepared(s), ...anaesthetised(s.portal), ...tapped(s), ...steroid, ...finished(s)]
}

/** A second apart; a wait moves the clinical clock on. */
function timed(events: readonly EvidenceEvent[]): EvidenceEvent[] {
  let waited = 0
  return events.map((e, i) => {
    waited += e.kind === 'wait' ? Number(e.values['seconds'] ?? 0) : 0
    return { ...e, tick: (i + 1) * 90, clinical_s: i + 1 + waited }
  })
}

export interface Change {
  /** Put before the first drawing of fluid, or at the end where there is none. */
  readonly add?: readonly EvidenceEvent[]
  readonly drop?: (e: EvidenceEvent) => boolean
}

/** The ideal attempt with acts added or left out. */
export function ideally(id: string, change: Change): EvidenceEvent[] {
  const all = acts(id)
  const lidocaine = (change.add ?? []).some((e) => e.object?.startsWith('lidocaine'))
  const last = (kind: Kind): number => all.findIndex((e) => e.kind === kind && (lidocaine || e.site === 'effusion'))
  const found = lidocaine ? all.findIndex((e) => e.kind === 'wait') : last('fill')
  const at = found < 0 ? all.length : lidocaine ? found : found + 1
  const dropped = change.drop ?? ((): boolean => false)
  return timed([...all.slice(0, at), ...(change.add ?? []), ...all.slice(at)].filter((e) => !dropped(e)))
}

/** What a doctor who does everything right in a case leaves behind. */
export function idealAttempt(id: string): EvidenceEvent[] {
  return ideally(id, {})
}
