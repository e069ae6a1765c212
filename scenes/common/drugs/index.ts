export { type Drug, type DrugId, DRUG_IDS, DRUGS, LIDOCAINE_LABEL, drugOf } from './table.ts'
export {
  type DoseLimit,
  type Exposure,
  LIDOCAINE_LIMITS,
  addLidocaine,
  maxLidocaineMg,
  mgPerKg,
  noExposure,
} from './dose.ts'
export { type Mix, drawUp, giveOut, mgOf, noContents, takeIn, volumeOf } from './contents.ts'
export { type Deposit, type Infiltration, deposit, numbAt, spreadRadius } from './infiltration.ts'
