// What the record of each fictional case says, field by field. People and values are the writers': placeholders.
import type { Text } from '../../../src/sim/index.ts'

/** What the command `open` shows. */
export const RECORD_FIELDS = [
  'identity',
  'side',
  'allergy',
  'anticoagulant',
  'prosthesis',
  'skin',
  'history',
  'films',
  'blood',
  'weight',
] as const
export type RecordField = (typeof RECORD_FIELDS)[number]
export type CaseRecord = Readonly<Record<RecordField, Text>>

const NONE_KNOWN: Text = { en: 'No allergy known; iodine and lidocaine asked.', zh: '无已知过敏；已询问碘和利多卡因。' }
const NO_ANTICOAGULANT: Text = { en: 'None.', zh: '无。' }
const NO_PROSTHESIS: Text = { en: 'No prosthesis, no operation on the knee.', zh: '无人工关节，膝部无手术史。' }
const RIGHT: Text = { en: 'Right knee.', zh: '右膝。' }

/** Content of the record by case and field. Names are invented. */
export const records: Readonly<Record<string, CaseRecord>> = {
  'hot-knee': {
    identity: { en: 'Wang Jianguo, male, born 5 March 1968.', zh: '王建国，男，1968 年 3 月 5 日出生。' },
    side: RIGHT,
    allergy: NONE_KNOWN,
    anticoagulant: {
      en: 'Apixaban 5 mg twice a day, last dose this morning.',
      zh: '阿哌沙班 5 mg，每日 2 次，今晨已服。',
    },
    prosthesis: NO_PROSTHESIS,
    skin: {
      en: 'Cellulitis on the inner front of the knee, about 5 cm across. Outer side intact.',
      zh: '膝前内侧蜂窝织炎，直径约 5 cm。外侧皮肤完好。',
    },
    history: {
      en: 'Two days of pain and swelling. Gout in the big toe last year. No injury. No antibiotics so far.',
      zh: '肿痛 2 天。去年大足趾痛风发作。无外伤。尚未用抗生素。',
    },
    films: {
      en: 'Two views: effusion, mild narrowing on the inner side, no fracture, no metal.',
      zh: '正侧位：关节积液，内侧间隙轻度变窄，无骨折，无金属影。',
    },
    blood: {
      en: 'White cells 13.4 x 10^9/L, CRP 118 mg/L, urate 512 µmol/L, glucose 11.2 mmol/L, creatinine 88 µmol/L.',
      zh: '白细胞 13.4×10^9/L，CRP 118 mg/L，尿酸 512 µmol/L，血糖 11.2 mmol/L，肌酐 88 µmol/L。',
    },
    weight: { en: '78 kg.', zh: '78 kg。' },
  },
  'tense-oa': {
    identity: { en: 'He Xiulan, female, born 2 May 1959.', zh: '何秀兰，女，1959 年 5 月 2 日出生。' },
    side: RIGHT,
    allergy: NONE_KNOWN,
    anticoagulant: NO_ANTICOAGULANT,
    prosthesis: NO_PROSTHESIS,
    skin: { en: 'Intact, not red, not warm.', zh: '完好，不红，皮温不高。' },
    history: {
      en: 'Osteoarthritis for ten years. Effusion for two weeks after field work. No fever. Last injection three years ago. No joint replacement planned.',
      zh: '骨关节炎 10 年。农活后积液 2 周。无发热。上次注射在 3 年前。未计划关节置换。',
    },
    films: {
      en: 'Standing views: narrowed on the inner side, osteophytes; no calcified cartilage, no metal.',
      zh: '负重位：内侧间隙变窄，骨赘形成；无软骨钙化，无金属影。',
    },
    blood: {
      en: 'White cells 6.1 x 10^9/L, CRP 4 mg/L, HbA1c 7.4 %.',
      zh: '白细胞 6.1×10^9/L，CRP 4 mg/L，糖化血红蛋白 7.4%。',
    },
    weight: { en: '61 kg.', zh: '61 kg。' },
  },
  'dry-tap': {
    identity: { en: 'Liu Guiying, female, born 19 July 1974.', zh: '刘桂英，女，1974 年 7 月 19 日出生。' },
    side: RIGHT,
    allergy: NONE_KNOWN,
    anticoagulant: NO_ANTICOAGULANT,
    prosthesis: NO_PROSTHESIS,
    skin: {
      en: 'Psoriasis plaque on the inner front of the knee, 4 cm across. Elsewhere intact.',
      zh: '膝前内侧银屑病斑块，直径 4 cm。其余皮肤完好。',
    },
    history: {
      en: 'Psoriasis for twenty years, methotrexate 15 mg a week. Four days of knee pain. No injury.',
      zh: '银屑病 20 年，甲氨蝶呤每周 15 mg。膝痛 4 天。无外伤。',
    },
    films: { en: 'No fracture, no metal; small effusion.', zh: '无骨折，无金属影；少量积液。' },
    blood: {
      en: 'White cells 9.8 x 10^9/L, CRP 46 mg/L, urate 340 µmol/L.',
      zh: '白细胞 9.8×10^9/L，CRP 46 mg/L，尿酸 340 µmol/L。',
    },
    weight: { en: '98 kg (she says 196 jin).', zh: '98 kg（患者自述 196 斤）。' },
  },
  cellulitis: {
    identity: { en: 'Chen Zhiqiang, male, born 30 January 1982.', zh: '陈志强，男，1982 年 1 月 30 日出生。' },
    side: RIGHT,
    allergy: NONE_KNOWN,
    anticoagulant: NO_ANTICOAGULANT,
    prosthesis: NO_PROSTHESIS,
    skin: {
      en: 'Red, hot, oozing graze over the upper outer corner of the patella, 3 cm across, edge marked with a pen. Inner and lower outer side healthy.',
      zh: '髌骨外上角处擦伤，红热、渗液，直径 3 cm，边缘已用笔标出。内侧和外下方皮肤健康。',
    },
    history: {
      en: 'Graze five days ago. Swollen since yesterday, pain at every movement, cannot stand on the leg. No antibiotics so far.',
      zh: '5 天前擦伤。昨日起肿胀，稍动即痛，不能负重。尚未用抗生素。',
    },
    films: { en: 'Effusion, no fracture, no gas, no metal.', zh: '关节积液，无骨折，无积气，无金属影。' },
    blood: {
      en: 'White cells 16.9 x 10^9/L, CRP 184 mg/L, glucose 5.6 mmol/L.',
      zh: '白细胞 16.9×10^9/L，CRP 184 mg/L，血糖 5.6 mmol/L。',
    },
    weight: { en: '70 kg.', zh: '70 kg。' },
  },
  prosthetic: {
    identity: { en: 'Sun Fengying, female, born 8 September 1955.', zh: '孙凤英，女，1955 年 9 月 8 日出生。' },
    side: RIGHT,
    allergy: NONE_KNOWN,
    anticoagulant: { en: 'Aspirin 100 mg a day; no anticoagulant.', zh: '阿司匹林每日 100 mg；无抗凝药。' },
    prosthesis: {
      en: 'Total knee replacement on the right, 2017 (discharge letter found by the neighbour).',
      zh: '右侧全膝关节置换术，2017 年（邻居找到的出院记录）。',
    },
    skin: {
      en: 'Pale straight scar over the middle of the knee, 15 cm. No wound.',
      zh: '膝前正中淡色直行瘢痕，15 cm。无伤口。',
    },
    history: {
      en: 'Three days of swelling and pain; a tooth was drawn two weeks ago. No antibiotics so far.',
      zh: '肿痛 3 天；两周前拔牙。尚未用抗生素。',
    },
    films: {
      en: 'Metal on femur and tibia: total knee replacement. Effusion.',
      zh: '股骨、胫骨金属影：全膝关节置换术后。关节积液。',
    },
    blood: { en: 'White cells 11.7 x 10^9/L, CRP 96 mg/L.', zh: '白细胞 11.7×10^9/L，CRP 96 mg/L。' },
    weight: { en: '58 kg.', zh: '58 kg。' },
  },
  'first-hour': {
    identity: { en: 'Zhou Fugui, male, born 21 June 1963.', zh: '周富贵，男，1963 年 6 月 21 日出生。' },
    side: RIGHT,
    allergy: {
      en: 'No allergy known (son asked): penicillin, cephalosporins, iodine, lidocaine.',
      zh: '无已知过敏（已问儿子）：青霉素、头孢、碘、利多卡因。',
    },
    anticoagulant: NO_ANTICOAGULANT,
    prosthesis: NO_PROSTHESIS,
    skin: {
      en: 'Intact, red and hot over the whole knee. Mottled feet, capillary refill 4 s.',
      zh: '皮肤完好，全膝红热。足部花斑，毛细血管充盈时间 4 秒。',
    },
    history: {
      en: 'Thorn in the shin a week ago. Three days of a hot knee, shivering since this morning, passed no urine today. Takes no medicine.',
      zh: '一周前小腿扎刺。膝红肿热痛 3 天，今晨起寒战，今日未排尿。平时不服药。',
    },
    films: { en: 'No X-ray here.', zh: '此处无 X 线设备。' },
    blood: {
      en: 'No laboratory, no culture bottles. Finger-prick glucose 7.9 mmol/L.',
      zh: '无检验，无培养瓶。指尖血糖 7.9 mmol/L。',
    },
    weight: { en: '65 kg (the son says 130 jin).', zh: '65 kg（儿子说 130 斤）。' },
  },
}
