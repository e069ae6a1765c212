// Small protocols and evidence for tests of judgement.
import type { Channel, Device, Evidence, EvidenceEvent, Kind } from '../../scoring/index.ts'
import { grade, parseProtocol, type CriterionRow, type GradeOptions, type Report } from '../../scoring/index.ts'

type Json = Readonly<Record<string, unknown>>

const text = (en: string): Json => ({ en, zh: '测试' })

export const DEVICE: Device = {
  input_class: 'controllers',
  assists: [],
  jitter_mm: 0.3,
  jitter_deg: 0.1,
  reaction_ms: 250,
  clock_lost: 0,
}

/** A number with a citation, or a placeholder. */
export const cited = (value: number | string): Json => ({ value, mark: 'source', source: 'A' })
export const guessed = (value: number | string): Json => ({ value, mark: 'placeholder' })

export function criterion(check: unknown, more: Json = {}): Json {
  return {
    id: 'c',
    step: '1',
    title: text('title'),
    part: 'result',
    skill: 'decisions',
    weight: 1,
    basis: { mark: 'rule' },
    check,
    feedback: { met: text('met'), partly: text('partly'), missed: text('missed') },
    ...more,
  }
}

export function protocolJson(criteria: readonly Json[], more: Json = {}): Json {
  return {
    format: 1,
    id: 'test',
    version: 1,
    title: text('test'),
    scope: { level: 'county' },
    review: { state: 'draft', by: [] },
    sources: { A: 'Author A 2020', B: 'Author B 2021' },
    panels: { P: { names: ['Zhao'], date: '2026-01-31', method: 'Delphi, two rounds' } },
    facts: ['weight_kg', 'prosthesis', 'kind_of'],
    profiles: [{ id: 'CN', title: text('CN') }],
    steps: [{ id: '1', title: text('step'), mode: 'practised' }],
    criteria,
    ...more,
  }
}

export const FACTS = { weight_kg: 3.5, prosthesis: false, kind_of: 'septic' }

/** An event `t` seconds into the attempt; the clinical clock runs with the ticks unless given. */
export function event(kind: Kind, t: number, more: Partial<EvidenceEvent> = {}): EvidenceEvent {
  return { tick: Math.round(t * 90), clinical_s: t, kind, subject: 'needle', values: {}, ...more }
}

export function channel(name: string, samples: readonly number[], hz = 30): Channel {
  return { name, unit: 'mm', hz, start: 0, samples }
}

export function evidence(events: readonly EvidenceEvent[], channels: readonly Channel[] = []): Evidence {
  return { version: 1, events, channels: Object.fromEntries(channels.map((c) => [c.name, c])) }
}

export interface Setting {
  readonly device?: Partial<Device>
  readonly facts?: Readonly<Record<string, number | string | boolean>>
  readonly options?: GradeOptions
  readonly protocol?: Json
}

export function report(criteria: readonly Json[], e: Evidence, setting: Setting = {}): Report {
  const protocol = parseProtocol(protocolJson(criteria, setting.protocol))
  return grade(protocol, { ...FACTS, ...setting.facts }, e, { ...DEVICE, ...setting.device }, setting.options)
}

/** The row of a protocol with this one criterion. */
export function row(c: Json, e: Evidence, setting: Setting = {}): CriterionRow {
  const [first] = report([c], e, setting).criteria
  if (!first) throw new Error('row: the report has no criteria')
  return first
}

/** The outcome of a check alone. */
export function outcome(check: unknown, e: Evidence, setting: Setting = {}): string {
  return row(criterion(check), e, setting).outcome
}

/** Message with which a protocol is refused. */
export function refusal(json: unknown): string {
  try {
    parseProtocol(json)
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : 'not an error'
  }
  return 'accepted'
}
