// Texts of a protocol for people: titles of steps and criteria, sources, review state. Read leniently: a text that is
// missing shows the id, never breaks a report.
import type { Text } from '../../sim/index.ts'

export interface StepText {
  readonly id: string
  readonly title: Text
  readonly depth: 'practised' | 'shown' | 'told'
}

type Plain = Readonly<Record<string, unknown>>

const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v)

function list(v: unknown): Plain[] {
  return Array.isArray(v) ? v.filter(isPlain) : []
}

/** A text in both languages, or the fallback in both. */
export function textOf(v: unknown, fallback: string): Text {
  if (isPlain(v) && typeof v['en'] === 'string' && typeof v['zh'] === 'string') return { en: v['en'], zh: v['zh'] }
  return { en: fallback, zh: fallback }
}

/** The steps of a protocol in order, with how deeply each is practised here. */
export function protocolSteps(protocol: unknown): StepText[] {
  if (!isPlain(protocol)) return []
  return list(protocol['steps']).map((s) => {
    const id = typeof s['id'] === 'string' ? s['id'] : ''
    const depth = s['mode'] === 'shown' || s['mode'] === 'told' ? s['mode'] : 'practised'
    return { id, title: textOf(s['title'], id), depth }
  })
}
