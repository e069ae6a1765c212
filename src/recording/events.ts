// Evidence as it comes out of a file: its shape is checked here, grammar and words by whoever grades it.
import type { EvidenceEvent, Kind } from '../../scoring/evidence.ts'
import { list, mismatch, number, table, text, whole, type Check } from './check.ts'

const EVENTS_MAX = 200000
const word = text(/^.{0,200}$/s, 'a text')
const tick = whole(0, 1e9)
const seconds = number(0, 1e9)
/** Which kinds there are is the business of the grammar; an old file may know other ones. */
const kind = text(/^[a-z_]{1,40}$/, 'a kind of evidence')

const value: Check<number | string | boolean> = (v, path) =>
  typeof v === 'boolean' || (typeof v === 'number' && Number.isFinite(v)) ? v : word(v, path)
const values = table(/^[\w.:-]{1,100}$/, value, 64)
const KEYS = ['tick', 'clinical_s', 'kind', 'subject', 'object', 'site', 'values']

const event: Check<EvidenceEvent> = (v, path) => {
  if (typeof v !== 'object' || v === null) return mismatch(path, v, 'an event')
  const e = v as Record<string, unknown>
  const odd = Object.keys(e).find((k) => !KEYS.includes(k))
  if (odd !== undefined) return mismatch(`${path}.${odd}`, e[odd], 'no such key')
  return {
    tick: tick(e['tick'], `${path}.tick`),
    clinical_s: seconds(e['clinical_s'], `${path}.clinical_s`),
    kind: kind(e['kind'], `${path}.kind`) as Kind,
    subject: word(e['subject'], `${path}.subject`),
    ...(e['object'] === undefined ? {} : { object: word(e['object'], `${path}.object`) }),
    ...(e['site'] === undefined ? {} : { site: word(e['site'], `${path}.site`) }),
    values: values(e['values'], `${path}.values`),
  }
}

const events = list(event, EVENTS_MAX)

/** Reads a list of events in order of their ticks; refuses anything else with its path. */
export function readEvents(value: unknown): readonly EvidenceEvent[] {
  const out = events(value, 'evidence')
  const back = out.findIndex((e, i) => i > 0 && e.tick < (out[i - 1]?.tick ?? 0))
  return back < 0 ? out : mismatch(`evidence[${back}].tick`, out[back]?.tick, 'a tick not before the one above it')
}
