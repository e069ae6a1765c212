// A protocol as data: steps, criteria with marks, profiles, review. Read from JSON; errors carry the path (SPEC G2-G19).
import { parseCriterion, type Criterion } from './criterion.ts'
import { unitOf } from './measure.ts'
import { METRICS, metricUnit, type MetricName } from './metrics/index.ts'
import { PROTOCOL_FORMAT, migrateProtocol } from './migrations.ts'
import { parseNumber } from './number.ts'
import {
  bilingual,
  entries,
  id,
  integer,
  list,
  maybe,
  name,
  object,
  oneOf,
  profileId,
  ProtocolError,
  refuseTwins,
  text,
} from './parse.ts'
import type { Fields, Text } from './parse.ts'
import { parseBands, parsePanels, parseReview, parseScope } from './standing.ts'
import type { Bands, Panel, Review, ProtocolScope } from './standing.ts'
import type { Context, MarkedNumber, NumberMark } from './types.ts'
import { parseInterval, type Interval } from './window.ts'

export interface Step {
  readonly id: string
  readonly title: Text
  /** What the learner does here with hands or decisions, sees, or is only told. */
  readonly mode: 'practised' | 'shown' | 'told'
}

export interface Profile {
  readonly id: string
  readonly title: Text
  readonly values: ReadonlyMap<string, MarkedNumber>
}

/** A motion metric that the report shows and never scores. */
export interface MotionMetric {
  readonly id: string
  readonly metric: MetricName
  readonly channels: readonly string[]
  readonly unit: string
  readonly between: Interval | null
}

export interface Protocol {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly scope: ProtocolScope
  readonly review: Review
  readonly sources: ReadonlyMap<string, string>
  readonly panels: ReadonlyMap<string, Panel>
  readonly facts: ReadonlySet<string>
  /** The first is the default. */
  readonly profiles: readonly Profile[]
  readonly steps: readonly Step[]
  readonly criteria: readonly Criterion[]
  readonly motion: readonly MotionMetric[]
  readonly bands: Bands
}

const REQUIRED = ['format', 'id', 'version', 'title', 'scope', 'review', 'sources', 'profiles', 'steps', 'criteria']
const OPTIONAL = ['panels', 'facts', 'motion', 'bands', 'note']

function parseStep(value: unknown, at: string): Step {
  const o = object(value, at, { required: ['id', 'title', 'mode'] })
  return {
    id: id(o['id'], `${at}.id`),
    title: bilingual(o['title'], `${at}.title`),
    mode: oneOf(o['mode'], `${at}.mode`, ['practised', 'shown', 'told']),
  }
}

function parseProfile(value: unknown, at: string, ctx: Context): Profile {
  const o = object(value, at, { required: ['id', 'title'], optional: ['values'] })
  const values = o['values'] === undefined ? [] : entries(o['values'], `${at}.values`, name)
  return {
    id: profileId(o['id'], `${at}.id`),
    title: bilingual(o['title'], `${at}.title`),
    values: new Map(values.map(([k, v]) => [k, parseNumber(v, `${at}.values.${k}`, ctx)])),
  }
}

/** @throws ProtocolError unless every profile gives every value */
function profileMarks(profiles: readonly Profile[]): Map<string, NumberMark[]> {
  const names = [...new Set(profiles.flatMap((p) => [...p.values.keys()]))]
  const marks = names.map((n): [string, NumberMark[]] => {
    const numbers = profiles.map((p, i) => {
      const v = p.values.get(n)
      if (!v)
        throw new ProtocolError(`profiles[${i}].values`, `the value "${n}" is missing; every profile gives every value`)
      return v.mark
    })
    return [n, numbers]
  })
  return new Map(marks)
}

function parseMotion(value: unknown, at: string, ctx: Context): MotionMetric {
  const o = object(value, at, { required: ['id', 'metric', 'channels'], optional: ['between'] })
  const metric = oneOf(o['metric'], `${at}.metric`, METRICS)
  const channels = list(o['channels'], `${at}.channels`, name, { least: 1, most: 3 })
  return {
    id: id(o['id'], `${at}.id`),
    metric,
    channels,
    unit: metricUnit(metric, unitOf(channels[0] ?? '')),
    between: maybe(o['between'], null, (v) => parseInterval(v, `${at}.between`, ctx)),
  }
}

function parseContext(
  o: Fields,
  panels: ReadonlyMap<string, Panel>,
): { ctx: Context; profiles: Profile[]; sources: Map<string, string> } {
  const sources = new Map(
    entries(o['sources'], 'sources', (k, at) => text(k, at)).map(([k, v]) => [k, text(v, `sources.${k}`)]),
  )
  for (const k of sources.keys()) {
    if (k.includes(',')) throw new ProtocolError('sources', `got the key "${k}", expected one without a comma`)
  }
  const facts = new Set(maybe<string[], string[]>(o['facts'], [], (v) => list(v, 'facts', name)))
  const base: Context = {
    sources,
    panels: new Set(panels.keys()),
    facts,
    profiles: new Set(),
    profileValues: new Map(),
    numbers: [],
    depth: 0,
  }
  const profiles = list(o['profiles'], 'profiles', (v, at) => parseProfile(v, at, base), { least: 1, most: 12 })
  refuseTwins(profiles, 'profiles')
  const ctx = { ...base, profiles: new Set(profiles.map((p) => p.id)), profileValues: profileMarks(profiles) }
  return { ctx, profiles, sources }
}

function parseSteps(o: Fields): Step[] {
  const steps = list(o['steps'], 'steps', parseStep, { least: 1, most: 100 })
  refuseTwins(steps, 'steps')
  return steps
}

function parseCriteria(o: Fields, steps: readonly Step[], ctx: Context): Criterion[] {
  const criteria = list(o['criteria'], 'criteria', (v, at) => parseCriterion(v, at, ctx), { least: 1 })
  refuseTwins(criteria, 'criteria')
  criteria.forEach((c, i) => {
    if (!steps.some((s) => s.id === c.step)) {
      throw new ProtocolError(`criteria[${i}].step`, `got "${c.step}", expected the id of a step`)
    }
  })
  return criteria
}

/**
 * Reads a protocol from JSON (the parsed value, not the text), migrating older formats.
 * @throws ProtocolError whose message begins with the path: `criteria[3].check.expect.between[0]: got "x", expected ...`
 */
export function parseProtocol(stored: unknown): Protocol {
  const o = object(migrateProtocol(stored), 'protocol', { required: REQUIRED, optional: OPTIONAL })
  integer(o['format'], 'format', [PROTOCOL_FORMAT, PROTOCOL_FORMAT])
  maybe(o['note'], null, (v) => text(v, 'note'))
  const panels = parsePanels(o['panels'])
  const review = parseReview(o['review'], 'review')
  const { ctx, profiles, sources } = parseContext(o, panels)
  const steps = parseSteps(o)
  const motion = maybe<MotionMetric[], MotionMetric[]>(o['motion'], [], (v) =>
    list(v, 'motion', (x, at) => parseMotion(x, at, ctx)),
  )
  refuseTwins(motion, 'motion')
  return {
    id: id(o['id'], 'id'),
    version: integer(o['version'], 'version', [1, 1_000_000]),
    title: bilingual(o['title'], 'title'),
    scope: parseScope(o['scope'], 'scope'),
    review,
    sources,
    panels,
    facts: ctx.facts,
    profiles,
    steps,
    criteria: parseCriteria(o, steps, ctx),
    motion,
    bands: parseBands(o['bands'], review, ctx),
  }
}

/** Facts that the protocol uses and a case does not give: empty when the case can be graded. */
export function missingFacts(p: Protocol, facts: Readonly<Record<string, unknown>>): string[] {
  return [...p.facts].filter((f) => !Object.hasOwn(facts, f))
}
