// Cases are fictional; the indication is the guideline's (hot swollen joint: aspirate before antibiotics,
// BSR/BHPR/BOA/RCGP/BSAC 2006, doi 10.1093/rheumatology/kel163a).
import type { Case } from '../../../src/sim/index.ts'

export const cases: readonly Case[] = [
  {
    id: 'hot-knee',
    title: { en: 'Hot swollen knee on an anticoagulant', zh: '抗凝治疗患者的红肿热痛膝' },
    vignette: {
      en: 'Man, 58, type 2 diabetes, takes apixaban for atrial fibrillation. Two days of a hot, swollen right knee; 38.1 °C. Patellar tap positive. No prosthesis. A small patch of cellulitis on the inner front of the knee; the skin over the upper outer corner of the patella is intact. Draw the fluid for culture, cells and crystals. (Fictional case.)',
      zh: '男，58 岁，2 型糖尿病，因房颤服用阿哌沙班。右膝红肿热痛 2 天，体温 38.1 °C，浮髌试验阳性，无人工关节。膝前内侧有一小片蜂窝织炎；髌骨外上角处皮肤完好。请抽取关节液送培养、细胞计数和晶体检查。（虚构病例）',
    },
    facts: {
      side: 'right',
      age_years: 58,
      weight_kg: 78,
      anticoagulant: true,
      prosthesis: false,
      septic_possible: true,
    },
  },
]
