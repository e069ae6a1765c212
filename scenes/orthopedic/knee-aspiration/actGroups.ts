// The commands of this procedure as a person reads them, in both languages.
import type { ActGroup, ListedAct, Text } from '../../../src/sim/index.ts'

type Args = ListedAct['command']['args']

const act = (en: string, zh: string, command: string, args: Args): ListedAct => ({
  text: { en, zh },
  command: { command, args },
})
const text = (en: string, zh: string): Text => ({ en, zh })

const read = (field: string, en: string, zh: string): ListedAct => act(en, zh, 'open', { field })
const decide = (about: string, choice: string, en: string, zh: string): ListedAct =>
  act(en, zh, 'decide', { about, choice })
const prepare = (id: string, en: string, zh: string): ListedAct => act(en, zh, 'prepare', { act: id })
const order = (item: string, en: string, zh: string): ListedAct => act(en, zh, 'order', { item })
const draw = (drug: string, ml: number, en: string, zh: string): ListedAct => act(en, zh, 'draw_up', { drug, ml })
const tube = (id: string, en: string, zh: string): ListedAct => act(en, zh, 'specimen', { tube: id })

export const actGroups: readonly ActGroup[] = [
  {
    id: 'record',
    title: text('Look up in the record', '查看病历'),
    acts: [
      read('identity', 'Name, date of birth', '姓名、出生日期'),
      read('side', 'Which knee', '患侧'),
      read('allergy', 'Allergies', '过敏史'),
      read('anticoagulant', 'Anticoagulants', '抗凝药'),
      read('prosthesis', 'Prosthesis', '人工关节'),
      read('skin', 'Skin over the knee', '膝部皮肤'),
      read('history', 'History', '病史'),
      read('films', 'Films', '影像'),
      read('blood', 'Blood tests', '血液化验'),
      read('weight', 'Weight', '体重'),
    ],
  },
  {
    id: 'plan',
    title: text('Decide: plan', '决策：方案'),
    acts: [
      decide('plan', 'tap', 'Aspirate', '穿刺抽液'),
      decide('plan', 'tap_and_inject', 'Aspirate and inject', '抽液并注药'),
      decide('plan', 'refer_untapped', 'Do not tap: refer', '不穿刺，转诊'),
      decide('plan', 'antibiotics_only', 'Antibiotics without a tap', '不穿刺，仅用抗生素'),
      decide('portal', 'superolateral', 'Portal: superolateral', '入路：髌骨外上'),
      decide('portal', 'lateral', 'Portal: lateral, beside the patella', '入路：髌骨外侧中部'),
      decide('portal', 'medial', 'Portal: medial, beside the patella', '入路：髌骨内侧中部'),
      decide('side', 'right', 'Side: right', '侧别：右'),
      decide('side', 'left', 'Side: left', '侧别：左'),
    ],
  },
  {
    id: 'prepare',
    title: text('Prepare', '准备'),
    acts: [
      prepare('time_out', 'Time-out with the team', '暂停核对'),
      prepare('roll', 'Roll under the knee', '膝下垫枕'),
      act('Straighten the knee', '膝关节伸直', 'flex', { degrees: '0' }),
      act('Knee flexed 15 degrees', '屈膝 15°', 'flex', { degrees: '15' }),
      act('Knee flexed 30 degrees', '屈膝 30°', 'flex', { degrees: '30' }),
      prepare('open_pack', 'Open the sterile pack', '打开无菌包'),
      prepare('hand_rub', 'Clean the hands', '手卫生'),
      prepare('gloves', 'Sterile gloves on', '戴无菌手套'),
      prepare('drape', 'Lay the drape', '铺洞巾'),
      prepare('pressure', 'Press on the puncture', '按压穿刺点'),
      prepare('dressing', 'Dressing on', '贴敷料'),
      prepare('remove_gloves', 'Gloves off', '脱手套'),
      prepare('wash_wound', 'Wash the wound with soap and running water', '肥皂液、流动水冲洗伤口'),
    ],
  },
  {
    id: 'draw_up',
    title: text('Draw up into the syringe in the hand', '抽药（手中注射器）'),
    acts: [
      prepare('read_label', 'Read the ampoule: lidocaine 5 mL : 0.1 g', '查对针剂标签：利多卡因 5 mL:0.1 g'),
      draw('lidocaine_1', 3, 'Lidocaine 1 %, 3 mL', '1% 利多卡因 3 mL'),
      draw('lidocaine_1', 5, 'Lidocaine 1 %, 5 mL', '1% 利多卡因 5 mL'),
      draw('lidocaine_2', 3, 'Lidocaine 2 %, 3 mL', '2% 利多卡因 3 mL'),
      draw('lidocaine_2', 5, 'Lidocaine 2 %, 5 mL', '2% 利多卡因 5 mL'),
      draw('lidocaine_2_diluted', 3, 'Lidocaine 2 % diluted to 1 %, 3 mL', '2% 利多卡因稀释至 1%，3 mL'),
      draw('lidocaine_2_diluted', 5, 'Lidocaine 2 % diluted to 1 %, 5 mL', '2% 利多卡因稀释至 1%，5 mL'),
      draw('triamcinolone', 1, 'Triamcinolone 40 mg/mL, 1 mL', '曲安奈德 40 mg/mL，1 mL'),
      draw('saline', 5, 'Saline, 5 mL', '生理盐水 5 mL'),
    ],
  },
  {
    id: 'specimen',
    title: text('Fill a tube from the syringe in the hand', '分装标本（手中注射器）'),
    acts: [
      tube('tube-edta', 'EDTA tube: cells', '紫帽管：细胞计数'),
      tube('tube-plain', 'Plain tube: crystals', '普通管：晶体'),
      tube('tube-sterile', 'Sterile pot: Gram stain', '无菌杯：革兰染色'),
      tube('culture', 'Culture bottle', '培养瓶'),
    ],
  },
  {
    id: 'fluid',
    title: text('Judge the fluid', '判断关节液'),
    acts: [
      decide('appearance', 'clear', 'Clear', '清亮'),
      decide('appearance', 'cloudy', 'Cloudy', '浑浊'),
      decide('appearance', 'purulent', 'Purulent', '脓性'),
      decide('appearance', 'bloody', 'Bloody', '血性'),
      decide('crystals_seen', 'steroid_now', 'Crystals seen: steroid now', '见结晶：立即用激素'),
      decide('crystals_seen', 'wait_culture', 'Crystals seen: still wait for the culture', '见结晶：仍等培养结果'),
      decide('dry_tap', 'straighten', 'Dry tap: straighten the knee', '抽不出：伸直膝关节'),
      decide('dry_tap', 'compress', 'Dry tap: compress the pouch', '抽不出：挤压髌上囊'),
      decide('dry_tap', 'redirect', 'Dry tap: redirect once', '抽不出：调整方向一次'),
      decide('dry_tap', 'other_side', 'Dry tap: the other side', '抽不出：换对侧入路'),
      decide('dry_tap', 'ultrasound', 'Dry tap: ultrasound', '抽不出：超声引导'),
      decide('dry_tap', 'stop', 'Dry tap: stop', '抽不出：停止'),
    ],
  },
  {
    id: 'treat',
    title: text('Decide: treatment', '决策：治疗'),
    acts: [
      decide('steroid', 'give', 'Inject a steroid', '注射激素'),
      decide('steroid', 'withhold', 'No steroid', '不用激素'),
      decide('antibiotics', 'after_tap', 'Antibiotics after the tap', '穿刺后用抗生素'),
      decide('antibiotics', 'before_tap', 'Antibiotics before the tap', '穿刺前用抗生素'),
      decide('antibiotics', 'none', 'No antibiotics', '不用抗生素'),
      decide('disposition', 'home', 'Home', '回家'),
      decide('disposition', 'same_day_referral', 'Refer today', '当日转诊'),
      decide('disposition', 'admit', 'Admit', '收住院'),
    ],
  },
  {
    id: 'order',
    title: text('Order', '医嘱'),
    acts: [
      order('cell_count', 'Cell count', '细胞计数及分类'),
      order('crystals', 'Crystals', '偏振光查晶体'),
      order('gram_culture', 'Gram stain and culture', '革兰染色、培养'),
      order('blood_culture', 'Blood cultures', '血培养'),
      order('xray', 'Radiograph', 'X 线片'),
      order('antibiotics', 'Give the antibiotics now', '现在给抗生素'),
      order('ultrasound', 'Ultrasound', '超声'),
      order('orthopaedics', 'Call orthopaedics', '请骨科会诊'),
      order('ambulance', 'Ambulance', '叫 120'),
      order('exposure', 'Report a needlestick; blood of patient and doctor', '上报职业暴露，患者和本人抽血'),
    ],
  },
]
