// The drugs on the trays. A syringe may also hold what is no drug (joint fluid, blood): it weighs no milligrams.
import type { Text } from '../../../src/sim/index.ts'

export interface Drug {
  readonly id: string
  readonly title: Text
  readonly substance: 'lidocaine' | 'triamcinolone' | 'none'
  readonly mg_ml: number
  readonly mark: 'source' | 'placeholder'
  readonly source?: string
}

/** Where the strength of the Chinese ampoule and the dose limits come from. */
export const LIDOCAINE_LABEL = 'Chinese lidocaine hydrochloride label, ampoule 5 mL:0.1 g (xieniao.com/123012)'

export const DRUG_IDS = ['lidocaine_1', 'lidocaine_2', 'lidocaine_2_diluted', 'triamcinolone', 'saline'] as const
export type DrugId = (typeof DRUG_IDS)[number]

export const DRUGS: Readonly<Record<DrugId, Drug>> = {
  lidocaine_1: {
    id: 'lidocaine_1',
    title: { en: 'Lidocaine 1 % (10 mg/mL)', zh: '1% 利多卡因（10 mg/mL）' },
    substance: 'lidocaine',
    mg_ml: 10,
    mark: 'source',
    source: 'By definition: 1 % = 1 g in 100 mL',
  },
  lidocaine_2: {
    id: 'lidocaine_2',
    title: { en: 'Lidocaine 2 %, ampoule 5 mL:0.1 g', zh: '2% 利多卡因（5 mL:0.1 g 针剂）' },
    substance: 'lidocaine',
    mg_ml: 20,
    mark: 'source',
    source: `${LIDOCAINE_LABEL}: 100 mg / 5 mL = 20 mg/mL`,
  },
  lidocaine_2_diluted: {
    id: 'lidocaine_2_diluted',
    title: { en: 'Lidocaine 2 %, 5 mL diluted to 10 mL (1 %)', zh: '2% 利多卡因 5 mL 稀释至 10 mL（1%）' },
    substance: 'lidocaine',
    mg_ml: 10,
    mark: 'source',
    source: `${LIDOCAINE_LABEL}: 100 mg in 10 mL = 10 mg/mL`,
  },
  // the usual strength of the suspension; no label was read
  triamcinolone: {
    id: 'triamcinolone',
    title: { en: 'Triamcinolone 40 mg/mL', zh: '曲安奈德（40 mg/mL）' },
    substance: 'triamcinolone',
    mg_ml: 40,
    mark: 'placeholder',
  },
  saline: {
    id: 'saline',
    title: { en: 'Saline 0.9 %', zh: '0.9% 氯化钠注射液' },
    substance: 'none',
    mg_ml: 0,
    mark: 'source',
    source: 'Holds no drug',
  },
}

/** The drug of that id, undefined for anything that is none. */
export function drugOf(id: string): Drug | undefined {
  return DRUG_IDS.some((d) => d === id) ? DRUGS[id as DrugId] : undefined
}
