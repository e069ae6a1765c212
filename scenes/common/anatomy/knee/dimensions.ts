// What the knee was made to measure. The archetype is a man of East Asian size (size 1.0); a test measures the fields.

/** A published dimension, or a stated design value. */
export interface Dimension {
  readonly id: string
  readonly value: number
  /** How far the field may lie from it: the published standard deviation where there is one. */
  readonly tolerance: number
  readonly unit: 'mm' | 'deg' | '%' | '1'
  readonly mark: 'source' | 'placeholder'
  /** Where the number was read, or why there is none. */
  readonly source: string
}

const KAPUR = 'Kapur et al., Distal femoral morphology, Folia Medica (Sarajevo), article 144: 52 male dry femora'
const CHENG = 'Cheng et al. 2009, Knee 16:341, 94 men, CT; read in table 5 of PMC9703208'
const SLOPES =
  'Posterior tibial slopes on MRI, 285 knees, men; Knee Surg Relat Res 2021, doi 10.1186/s43019-021-00095-2'
const SOJKA = 'Sojka et al., tibial tuberosity of 161 tibiae, scholars.northwestern.edu record; men'
const PATELLA = 'Table 10 of Arthroplasty 2022, doi 10.1186/s42836-022-00117-8'
const EZE = 'Eze et al. 2019, J Clin Sci 16:93, ultrasound, 277 adults'
const ABSENT = 'No measurement with a number was found; design value'

const source = (id: string, value: number, tolerance: number, from: string): Dimension => ({
  id,
  value,
  tolerance,
  unit: 'mm',
  mark: 'source',
  source: from,
})
const placeholder = (id: string, value: number, tolerance: number, why = ABSENT): Dimension => ({
  ...source(id, value, tolerance, why),
  mark: 'placeholder',
})

export const DIMENSIONS: readonly Dimension[] = [
  source('femur_epicondylar_width', 82.65, 3.96, KAPUR),
  source('femur_lateral_condyle_depth', 64.67, 4.48, KAPUR),
  source('femur_medial_condyle_depth', 61.88, 4.04, KAPUR),
  source('femur_notch_width', 19.32, 4.1, KAPUR),
  source(
    'femur_shaft_width',
    26.5,
    2,
    'Karakas and Harma 2008, Diagn Interv Radiol 14:29, men, mid-shaft; tolerance ours',
  ),
  source('tibia_width', 76.4, 2.8, CHENG),
  source('tibia_medial_depth', 53.3, 2.5, CHENG),
  source('tibia_lateral_depth', 47.7, 2.7, CHENG),
  { ...source('tibia_medial_slope', 5.86, 3, SLOPES), unit: 'deg' },
  { ...source('tibia_lateral_slope', 4.41, 3.35, SLOPES), unit: 'deg' },
  source('tuberosity_below_joint', 30.7, 2.9, SOJKA),
  { ...source('tuberosity_lateralisation', 57.9, 2.4, SOJKA), unit: '%' },
  source('patella_width', 44.8, 4.8, `${PATELLA} (Iranpour, both sexes)`),
  source('patella_thickness', 22.4, 2.3, `${PATELLA} (Iranpour, both sexes)`),
  source('patella_height', 42.1, 4, `${PATELLA} (the study's own men); tolerance ours`),
  {
    ...source('tendon_to_patella_length', 1.12, 0.18, 'Upadhyay et al. 2013, J Orthop Surg 21:23, men (at 30 degrees)'),
    unit: '1',
  },
  source('patellar_tendon_thickness', 4.8, 0.9, EZE),
  source('patellar_tendon_width', 22.4, 3.8, EZE),
  source('patellar_cartilage', 2.76, 0.5, 'MRI of 27 men, PMID 11237657 (mean; 5.72 at most); tolerance ours'),
  source('tibiofemoral_cartilage', 2, 0.43, 'MRI of 27 men, PMID 11237657: knee means 1.57 to 2.43'),
  placeholder('quadriceps_tendon_thickness', 7, 1),
  placeholder('fibular_head_below_joint', 14, 3),
  placeholder('knee_girth', 370, 20, "Design value: girth round the middle of the patella with the archetype's fat"),
  placeholder('prepatellar_tissue', 6, 2),
  placeholder('pouch_above_patella', 50, 10, 'Textbooks say several centimetres; no measured value was found'),
]
