export {
  type Phrase,
  type PhraseId,
  PHRASE_IDS,
  SIX_ACTS,
  TALK_BEFORE,
  TALK_AFTER,
  TALK_FAINT,
  phrasesOf,
} from './phrases.ts'
export { type Line, type LineId, LINE_IDS, identityText, linesOf } from './lines.ts'
export {
  type AssistantState,
  type PatientState,
  type PeopleStart,
  type PeopleState,
  createPeople,
  mostSusceptible,
} from './state.ts'
export { type PeopleConfig, people } from './patient.ts'
export { PEOPLE_WORDS, painFace, peopleChannels, peopleScalars } from './reading.ts'
