// Six fictional cases. The indications are the guideline's (hot swollen joint: aspirate before antibiotics, a prosthesis
// belongs to orthopaedics; BSR/BHPR/BOA/RCGP/BSAC 2006, doi 10.1093/rheumatology/kel163a). People, laboratory values,
// vitals and ranges of the body are the writers': placeholders.
import type { Case, Text, Vitals } from '../../../src/sim/index.ts'

const KNEE = { side: 'right', lesion: 'none', lesion_at: 'none', fluid: 'cloudy' } as const
const USUAL = {
  ...KNEE,
  anticoagulant: false,
  prosthesis: false,
  septic_possible: true,
  shock: false,
  culture_here: true,
  steroid_indicated: false,
  antibiotics_first: false,
  diabetic: false,
  asks_steroid: false,
  obese: false,
  tap_indicated: true,
} as const

export const cases: readonly Case[] = [
  {
    id: 'hot-knee',
    title: { en: 'Hot swollen knee on an anticoagulant', zh: '抗凝治疗患者的红肿热痛膝' },
    vignette: {
      en: 'County hospital. Man, 58, type 2 diabetes, takes apixaban for atrial fibrillation; gout in the toe last year. Two days of a hot, swollen right knee; 38.1 °C; patellar tap positive. A small patch of cellulitis on the inner front of the knee. "Doctor, just give me a shot." Decide, and act. (Fictional case.)',
      zh: '县医院。男，58 岁，2 型糖尿病，因房颤服用阿哌沙班，去年足趾痛风发作。右膝红肿热痛 2 天，体温 38.1 °C，浮髌试验阳性。膝前内侧有一小片蜂窝织炎。患者说：“医生，给我打一针封闭吧。”请判断并处理。（虚构病例）',
    },
    facts: {
      ...USUAL,
      age_years: 58,
      weight_kg: 78,
      anticoagulant: true,
      diabetic: true,
      asks_steroid: true,
      lesion: 'cellulitis',
      lesion_at: 'anteromedial',
    },
  },
  {
    id: 'tense-oa',
    title: { en: 'Tense effusion in osteoarthritis', zh: '骨关节炎伴大量积液' },
    vignette: {
      en: 'Township health centre. Woman, 67, osteoarthritis for ten years, type 2 diabetes. For two weeks the right knee has been tense after the harvest; cool, no fever, she cannot bend it to squat. No operation is planned. She has read about the injection and agrees if you advise it. (Fictional case.)',
      zh: '乡镇卫生院。女，67 岁，膝骨关节炎 10 年，2 型糖尿病。秋收后右膝胀满 2 周，皮温不高，无发热，不能下蹲。近期无手术安排。患者已了解注射治疗，若您建议，她愿意接受。（虚构病例）',
    },
    facts: {
      ...USUAL,
      age_years: 67,
      weight_kg: 61,
      septic_possible: false,
      steroid_indicated: true,
      diabetic: true,
      fluid: 'clear',
    },
  },
  {
    id: 'dry-tap',
    title: { en: 'Little fluid in a stout knee', zh: '肥胖患者的少量积液' },
    vignette: {
      en: 'County hospital. Woman, 52, 98 kg, psoriasis, on methotrexate. Four days of a painful right knee, 37.8 °C. The outlines of the knee are hard to see; a little fluid can be pushed from side to side. A psoriasis plaque on the inner front of the knee. The laboratory wants at least 2 mL. (Fictional case.)',
      zh: '县医院。女，52 岁，体重 98 kg，银屑病，服用甲氨蝶呤。右膝疼痛 4 天，体温 37.8 °C。膝部轮廓不清，可推动少量积液。膝前内侧有一处银屑病斑块。检验科要求至少 2 mL。（虚构病例）',
    },
    facts: {
      ...USUAL,
      age_years: 52,
      weight_kg: 98,
      obese: true,
      lesion: 'plaque',
      lesion_at: 'anteromedial',
    },
  },
  {
    id: 'cellulitis',
    title: { en: 'Diseased skin over the usual portal', zh: '常用穿刺点处皮肤感染' },
    vignette: {
      en: 'County hospital. Man, 44, bricklayer. He scraped the outer side of the right knee five days ago; since yesterday the knee itself is swollen and every movement hurts; 38.6 °C. The skin over the upper outer corner of the patella is red, hot and oozing; inner and lower outer side are healthy. (Fictional case.)',
      zh: '县医院。男，44 岁，砌砖工。5 天前擦伤右膝外侧，昨日起整个膝肿胀，稍动即痛，体温 38.6 °C。髌骨外上角处皮肤红热、渗液；内侧和外下方皮肤完好。（虚构病例）',
    },
    facts: {
      ...USUAL,
      age_years: 44,
      weight_kg: 70,
      lesion: 'cellulitis',
      lesion_at: 'superolateral',
      fluid: 'purulent',
    },
  },
  {
    id: 'prosthetic',
    title: { en: 'Painful swollen knee, history unclear', zh: '病史不详的膝肿痛' },
    vignette: {
      en: 'Township health centre. Woman, 71, brought by a neighbour. Three days of a swollen, painful right knee, 37.9 °C. "They did something with that knee in the provincial capital, years ago." She would like the water drawn and to be home for supper. (Fictional case.)',
      zh: '乡镇卫生院。女，71 岁，由邻居送来。右膝肿痛 3 天，体温 37.9 °C。“这条腿好多年前在省城弄过。”她希望把水抽掉，晚饭前回家。（虚构病例）',
    },
    facts: { ...USUAL, age_years: 71, weight_kg: 58, prosthesis: true, tap_indicated: false, fluid: 'purulent' },
  },
  {
    id: 'first-hour',
    title: { en: 'First hour: septic knee in the village', zh: '首小时：村卫生室的化脓性膝关节炎' },
    vignette: {
      en: 'Village clinic, 90 minutes by road from the county hospital; no culture media, no laboratory. Man, 63, farmer. Three days of a hot right knee that he cannot move; since this morning shivering and drowsy. 39.2 °C, pulse 124, 86/50 mmHg. His son asks for a shot into the knee. What is done in the first hour? (Fictional case.)',
      zh: '村卫生室，距县医院车程 90 分钟，无培养瓶，无检验。男，63 岁，农民。右膝红肿热痛 3 天，不能活动，今晨起寒战、嗜睡。体温 39.2 °C，脉搏 124 次/分，血压 86/50 mmHg。儿子要求在膝上打一针封闭。首小时内应如何处理？（虚构病例）',
    },
    facts: {
      ...USUAL,
      age_years: 63,
      weight_kg: 65,
      shock: true,
      culture_here: false,
      antibiotics_first: true,
      asks_steroid: true,
      tap_indicated: false,
      fluid: 'purulent',
    },
  },
]

/** Who answers the identity question: name and date of birth (year, month 1..12, day), as in the record. */
export const people: Readonly<Record<string, { name: Text; born: readonly [number, number, number] }>> = {
  'hot-knee': { name: { en: 'Wang Jianguo', zh: '王建国' }, born: [1968, 3, 5] },
  'tense-oa': { name: { en: 'He Xiulan', zh: '何秀兰' }, born: [1959, 5, 2] },
  'dry-tap': { name: { en: 'Liu Guiying', zh: '刘桂英' }, born: [1974, 7, 19] },
  cellulitis: { name: { en: 'Chen Zhiqiang', zh: '陈志强' }, born: [1982, 1, 30] },
  prosthetic: { name: { en: 'Sun Fengying', zh: '孙凤英' }, born: [1955, 9, 8] },
  'first-hour': { name: { en: 'Zhou Fugui', zh: '周富贵' }, born: [1963, 6, 21] },
}

function vitalsOf(temperature_c: number, pulse_bpm: number, pressure: readonly [number, number], rest: number): Vitals {
  const [systolic_mmhg, diastolic_mmhg] = pressure
  return { temperature_c, pulse_bpm, systolic_mmhg, diastolic_mmhg, breaths_per_min: rest, spo2_percent: 98 }
}

/** Vital signs on arrival. */
export const vitals: Readonly<Record<string, Vitals>> = {
  'hot-knee': vitalsOf(38.1, 96, [138, 82], 18),
  'tense-oa': vitalsOf(36.6, 74, [142, 84], 16),
  'dry-tap': vitalsOf(37.8, 88, [146, 90], 18),
  cellulitis: vitalsOf(38.6, 104, [126, 76], 20),
  prosthetic: vitalsOf(37.9, 92, [134, 78], 18),
  'first-hour': { ...vitalsOf(39.2, 124, [86, 50], 28), spo2_percent: 94 },
}
