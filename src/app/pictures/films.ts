// Plain films of the cases: made from the same anatomy by the same imager as in the room (tests/shots/films.ts).
const FILES = import.meta.glob<string>('./films/*.jpg', { eager: true, query: '?url', import: 'default' })

export interface Films {
  readonly ap: string
  readonly lateral: string
}

/** Addresses of the two views of a case; null when the model has no film of it. */
export function filmsOf(procedure: string, caseId: string): Films | null {
  const ap = FILES[`./films/${procedure}_${caseId}_ap.jpg`]
  const lateral = FILES[`./films/${procedure}_${caseId}_lateral.jpg`]
  return ap !== undefined && lateral !== undefined ? { ap, lateral } : null
}
