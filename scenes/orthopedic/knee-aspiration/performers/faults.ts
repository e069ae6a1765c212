// Named faults: an expert who does one thing wrong. `loses` names what the protocol must then hold against the attempt;
// where one mistake cannot but bring another with it, both are named and `because` says why.
import type { Text } from '../../../../src/sim/index.ts'
import { EXPERT, type Plan } from './plan.ts'

export interface Fault {
  readonly id: string
  readonly title: Text
  readonly cases: readonly string[]
  readonly loses: readonly string[]
  /** Lost on some patients only. */
  readonly may?: readonly string[]
  readonly because?: string
  readonly plan: (expert: Plan) => Partial<Plan>
}

type Lists = 'reads' | 'says' | 'acts' | 'orders' | 'tubes'
const lacking =
  (list: Lists, ...ids: readonly string[]) =>
  (plan: Plan): Partial<Plan> => ({ [list]: plan[list].filter((x) => !ids.includes(x)) })
const having = (plan: Partial<Plan>) => (): Partial<Plan> => plan

const HOT = ['hot-knee'] as const

export const faults: readonly Fault[] = [
  {
    id: 'unidentified',
    title: { en: 'Does not check who the patient is', zh: '未核对患者身份' },
    cases: HOT,
    loses: ['two-items'],
    plan: lacking('says', 'identify'),
  },
  {
    id: 'without-consent',
    title: { en: 'Asks for no consent', zh: '未取得知情同意' },
    cases: HOT,
    loses: ['consent'],
    plan: lacking('says', 'consent'),
  },
  {
    id: 'allergy-unread',
    title: { en: 'Does not look up allergies', zh: '未查看过敏史' },
    cases: HOT,
    loses: ['checked'],
    plan: lacking('reads', 'allergy'),
  },
  {
    id: 'no-time-out',
    title: { en: 'No time-out', zh: '未做暂停核对' },
    cases: HOT,
    loses: ['consent'],
    plan: lacking('acts', 'time_out'),
  },
  {
    id: 'no-mark',
    title: { en: 'Feels and marks nothing', zh: '未触诊、未标记' },
    cases: HOT,
    loses: ['palpated', 'marked'],
    because: 'who feels nothing has nothing to mark',
    plan: having({ marks: false, palpates: [] }),
  },
  {
    id: 'no-hand-rub',
    title: { en: 'No hand hygiene before the gloves', zh: '戴手套前未做手卫生' },
    cases: HOT,
    loses: ['hands-gloves'],
    plan: lacking('acts', 'hand_rub'),
  },
  {
    id: 'no-gloves',
    title: { en: 'Works without sterile gloves', zh: '未戴无菌手套' },
    cases: HOT,
    loses: ['hands-gloves', 'untouched'],
    because: 'bare hands contaminate what they touch',
    plan: lacking('acts', 'gloves', 'hand_rub'),
  },
  {
    id: 'no-prep',
    title: { en: 'Does not prepare the skin', zh: '未消毒皮肤' },
    cases: HOT,
    loses: ['prep-share', 'prepped-skin', 'untouched'],
    because: 'a needle through unprepared skin is itself contaminated',
    plan: having({ paints: false, dries_s: 0 }),
  },
  {
    id: 'prep-wet',
    title: { en: 'Pierces the skin while the prep is wet', zh: '消毒液未干即进针' },
    cases: HOT,
    loses: ['prep-dry'],
    plan: having({ dries_s: 0 }),
  },
  {
    id: 'no-drape',
    title: { en: 'No drape', zh: '未铺洞巾' },
    cases: HOT,
    loses: ['draped'],
    plan: lacking('acts', 'drape'),
  },
  {
    id: 'glove-on-thigh',
    title: { en: 'Gloved hand on the unprepared thigh', zh: '戴手套的手触碰未消毒的大腿' },
    cases: HOT,
    loses: ['untouched'],
    plan: having({ touchesThigh: true }),
  },
  {
    id: 'no-anaesthetic',
    title: { en: 'No local anaesthetic', zh: '未做局部麻醉' },
    cases: HOT,
    loses: ['block-volume', 'block-aspirated', 'block-waits'],
    because: 'what is not injected is neither drawn back before nor waited for',
    plan: having({ anaesthetic: null, onset_s: 0 }),
  },
  {
    id: 'anaesthetic-deep',
    title: { en: 'Anaesthetic into the joint', zh: '麻药注入关节腔' },
    cases: HOT,
    loses: ['block-outside'],
    plan: (p) => ({ anaesthetic: p.anaesthetic && { ...p.anaesthetic, deep: true } }),
  },
  {
    id: 'needle-high',
    title: { en: 'Enters 22 mm too high', zh: '进针点偏高 22 mm' },
    cases: HOT,
    loses: ['entry-zone'],
    plan: having({ off_m: 0.022 }),
  },
  {
    id: 'through-cellulitis',
    title: { en: 'Goes in through the cellulitis', zh: '经蜂窝织炎处进针' },
    cases: ['cellulitis'],
    loses: ['portal-away', 'lesion'],
    may: ['drained'],
    because: 'the usual portal lies in the diseased skin, and a lateral one may drain more',
    plan: having({ portal: 'superolateral' }),
  },
  {
    id: 'no-suction',
    title: { en: 'Advances without suction', zh: '进针时未保持负压' },
    cases: HOT,
    loses: ['suction'],
    plan: having({ suction: false }),
  },
  {
    id: 'patella-free',
    title: { en: 'Leaves the patella free', zh: '未固定髌骨' },
    cases: HOT,
    loses: ['patella-held'],
    plan: having({ steadies: false }),
  },
  {
    id: 'onto-bone',
    title: { en: 'Meets bone twice', zh: '两次触骨' },
    cases: HOT,
    loses: ['bone-once'],
    plan: having({ meetsBone: true }),
  },
  {
    id: 'sweeps',
    title: { en: 'Sweeps the needle while it is deep', zh: '针尖在深部左右摆动' },
    cases: HOT,
    loses: ['no-sweep'],
    plan: having({ sweep: 0.22 }),
  },
  {
    id: 'many-passes',
    title: { en: 'Five passes', zh: '反复穿刺五次' },
    cases: HOT,
    loses: ['passes', 'no-bleed', 'call-help'],
    because: 'five passes make the joint of a patient on an anticoagulant bleed, and this one calls nobody',
    plan: having({ falsePasses: 4 }),
  },
  {
    id: 'half-drained',
    title: { en: 'Leaves most of the fluid', zh: '仅抽出少量积液' },
    cases: HOT,
    loses: ['drained'],
    plan: having({ drain: 0.2 }),
  },
  {
    id: 'hub-free',
    title: { en: 'Changes the syringe with nobody at the hub', zh: '换注射器时无人固定针座' },
    cases: ['tense-oa'],
    loses: ['hub-held'],
    may: ['hub-still'],
    because: 'a needle that nobody holds follows the twist as far as its tissue lets it',
    plan: having({ holdsHub: false }),
  },
  {
    id: 'no-culture',
    title: { en: 'Sends no culture', zh: '未送培养' },
    cases: HOT,
    loses: ['tubes'],
    plan: (p) => ({ ...lacking('tubes', 'culture', 'tube-sterile')(p), ...lacking('orders', 'gram_culture')(p) }),
  },
  {
    id: 'steroid-given',
    title: { en: 'Steroid into a joint that may be infected', zh: '向可能感染的关节注射激素' },
    cases: HOT,
    loses: ['no-steroid', 'steroid-withheld'],
    because: 'what was given was not withheld',
    plan: (p) => ({ steroid: 'give', injects: true, says: [...p.says, 'warn_glucose'] }),
  },
  {
    id: 'antibiotics-first',
    title: { en: 'Antibiotics before the tap in a stable patient', zh: '病情稳定却先用抗生素后穿刺' },
    cases: HOT,
    loses: ['tap-first', 'antibiotics-after'],
    because: 'what was ordered before the tap was not ordered after it',
    plan: having({ antibiotics: 'before_tap' }),
  },
  {
    id: 'trusts-crystals',
    title: { en: 'Takes crystals as proof against infection', zh: '见结晶即排除感染' },
    cases: HOT,
    loses: ['crystals'],
    plan: having({ crystals_seen: 'steroid_now' }),
  },
  {
    id: 'taps-prosthesis',
    title: { en: 'Taps a prosthetic knee', zh: '对人工关节进行穿刺' },
    cases: ['prosthetic'],
    loses: ['prosthesis', 'plan-refer', 'sent'],
    because: 'who taps has not chosen to refer, and sends nobody to orthopaedics',
    plan: having({ ...EXPERT }),
  },
  {
    id: 'sharps-on-tray',
    title: { en: 'Leaves the needles on the tray', zh: '锐器留在托盘上' },
    cases: HOT,
    loses: ['sharps'],
    plan: having({ sharps: 'tray' }),
  },
  {
    id: 'no-aftercare',
    title: { en: 'Says nothing about signs of infection', zh: '未交代感染征象' },
    cases: HOT,
    loses: ['warned'],
    plan: lacking('says', 'warn_signs'),
  },
  {
    id: 'no-handover',
    title: { en: 'No handover', zh: '未做交接' },
    cases: HOT,
    loses: ['sbar'],
    plan: lacking('says', 'handover'),
  },
]
