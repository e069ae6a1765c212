// Who stands behind a protocol: review, panels, scope of practice, and cuts of bands set by measured people.
import type { InputClass } from './evidence.ts'
import { parseNumber } from './number.ts'
import { bilingual, entries, list, maybe, object, oneOf, ProtocolError, refuse, text, type Text } from './parse.ts'
import type { Context, MarkedNumber } from './types.ts'

export interface Reviewer {
  readonly name: string
  readonly date: string
  /** What was read and signed. */
  readonly read: string
}

export interface Review {
  readonly state: 'draft' | 'reviewed' | 'signed'
  readonly by: readonly Reviewer[]
}

export interface Panel {
  readonly names: readonly string[]
  readonly date: string
  readonly method: string
}

export const LEVELS = ['village', 'township', 'county', 'city', 'province'] as const

/** Lowest level that performs the procedure; below it the case is played as First hour. */
export interface ProtocolScope {
  readonly level: (typeof LEVELS)[number]
  readonly note: Text | null
}

export interface Cut {
  readonly competent: MarkedNumber
  readonly developing: MarkedNumber
}

/** Cuts that were set by measured people; null or missing = not set. */
export interface Bands {
  readonly overall: Cut | null
  readonly decisions: Cut | null
  readonly hand: ReadonlyMap<InputClass, Cut>
}

function date(value: unknown, at: string): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value
    : refuse(at, value, 'a date as 2026-01-31')
}

export function parsePanels(value: unknown): Map<string, Panel> {
  if (value === undefined) return new Map()
  return new Map(
    entries(value, 'panels', (k, at) => text(k, at)).map(([k, v]) => {
      const at = `panels.${k}`
      const o = object(v, at, { required: ['names', 'date', 'method'] })
      const names = list(o['names'], `${at}.names`, text, { least: 1, most: 100 })
      return [k, { names, date: date(o['date'], `${at}.date`), method: text(o['method'], `${at}.method`) }]
    }),
  )
}

function parseReviewer(value: unknown, at: string): Reviewer {
  const o = object(value, at, { required: ['name', 'date', 'read'] })
  return {
    name: text(o['name'], `${at}.name`),
    date: date(o['date'], `${at}.date`),
    read: text(o['read'], `${at}.read`),
  }
}

export function parseReview(value: unknown, at: string): Review {
  const o = object(value, at, { required: ['state', 'by'] })
  const state = oneOf(o['state'], `${at}.state`, ['draft', 'reviewed', 'signed'])
  const by = list(o['by'], `${at}.by`, parseReviewer, { most: 100 })
  if (state !== 'draft' && by.length === 0)
    throw new ProtocolError(`${at}.by`, `the state is ${state}, but nobody is named`)
  return { state, by }
}

export function parseScope(value: unknown, at: string): ProtocolScope {
  const o = object(value, at, { required: ['level'], optional: ['note'] })
  return {
    level: oneOf(o['level'], `${at}.level`, LEVELS),
    note: maybe(o['note'], null, (v) => bilingual(v, `${at}.note`)),
  }
}

function parseCut(value: unknown, at: string, ctx: Context): Cut {
  const o = object(value, at, { required: ['competent', 'developing'] })
  const read = (key: string): MarkedNumber => {
    const n = parseNumber(o[key], `${at}.${key}`, ctx)
    if (n.mark !== 'source' && n.mark !== 'panel') return refuse(`${at}.${key}`, n.mark, 'the mark source or panel')
    return n
  }
  return { competent: read('competent'), developing: read('developing') }
}

const CLASSES: readonly InputClass[] = ['controllers', 'hands', 'mouse', 'touch', 'buttons']

/** Only a signed protocol may carry cuts: before that no band is set, and nobody passes or fails. */
export function parseBands(value: unknown, review: Review, ctx: Context): Bands {
  if (value === undefined) return { overall: null, decisions: null, hand: new Map() }
  const o = object(value, 'bands', { optional: ['overall', 'decisions', 'hand'] })
  if (Object.keys(o).length > 0 && review.state !== 'signed') {
    throw new ProtocolError(
      'bands',
      `got cuts in a protocol that is ${review.state}; only a signed protocol may set bands`,
    )
  }
  const cut = (key: string): Cut | null => maybe(o[key], null, (v) => parseCut(v, `bands.${key}`, ctx))
  const hand = o['hand'] === undefined ? [] : entries(o['hand'], 'bands.hand', (k, at) => oneOf(k, at, CLASSES))
  return {
    overall: cut('overall'),
    decisions: cut('decisions'),
    hand: new Map(hand.map(([k, v]) => [oneOf(k, 'bands.hand', CLASSES), parseCut(v, `bands.hand.${k}`, ctx)])),
  }
}
