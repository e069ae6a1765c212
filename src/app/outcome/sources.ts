// Where the numbers of a protocol come from: its list of sources, and how many points rest on each mark.

export type SourceMark = 'source' | 'panel' | 'placeholder' | 'rule'

export interface ProtocolSources {
  readonly version: number
  /** Who has signed; empty for a draft. */
  readonly signed: number
  readonly sources: readonly { readonly id: string; readonly text: string; readonly points: number }[]
  /** Points of the protocol by mark of their basis. */
  readonly points: Readonly<Record<SourceMark, number>>
  /** Marks of the single numbers inside. */
  readonly numbers: Readonly<Record<SourceMark, number>>
}

type Plain = Readonly<Record<string, unknown>>
type Tally = Record<SourceMark, number>

const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v)
const isMark = (v: unknown): v is SourceMark => v === 'source' || v === 'panel' || v === 'placeholder' || v === 'rule'
const none = (): Tally => ({ source: 0, panel: 0, placeholder: 0, rule: 0 })

/** Counts `{ value, mark }` wherever it stands. */
function countNumbers(v: unknown, tally: Tally): void {
  if (Array.isArray(v)) return v.forEach((x) => countNumbers(x, tally))
  if (!isPlain(v)) return
  const { mark } = v
  if ('value' in v && isMark(mark)) tally[mark]++
  for (const x of Object.values(v)) countNumbers(x, tally)
}

/** Reads leniently: what is missing is left out, never an error. */
export function sourcesOf(protocol: unknown): ProtocolSources {
  const p = isPlain(protocol) ? protocol : {}
  const criteria = (Array.isArray(p['criteria']) ? p['criteria'] : []).filter(isPlain)
  const bases = criteria.map((c) => c['basis']).filter(isPlain)
  const points = none()
  for (const { mark } of bases) if (isMark(mark)) points[mark]++
  const numbers = none()
  countNumbers(p['criteria'], numbers)
  countNumbers(p['profiles'], numbers)
  const rest = (id: string): number => bases.filter((b) => b['source'] === id).length
  const list = isPlain(p['sources']) ? Object.entries(p['sources']) : []
  const review = isPlain(p['review']) ? p['review']['by'] : []
  return {
    version: typeof p['version'] === 'number' ? p['version'] : 0,
    signed: Array.isArray(review) ? review.length : 0,
    sources: list.map(([id, text]) => ({ id, text: String(text), points: rest(id) })),
    points,
    numbers,
  }
}
