// One criterion of a protocol: what is judged, when, what it weighs, whose numbers it rests on.
import { CAPABILITIES, restsOnPose } from './capability.ts'
import { parseCondition, type Condition } from './condition.ts'
import { parseCheck } from './criteria/index.ts'
import { unitOf } from './measure.ts'
import { parseMark, weakest } from './number.ts'
import { bilingual, finite, flag, id, list, maybe, name, object, oneOf, ProtocolError, refuse, text } from './parse.ts'
import type { Fields, Text } from './parse.ts'
import { parsePer } from './per.ts'
import type { Check, Context, MarkedNumber } from './types.ts'
import { parseInterval, type Interval } from './window.ts'

export type Part = 'result' | 'conduct'
export type Skill = 'decisions' | 'hand'
/** The mark that a criterion shows. */
export type Mark = 'source' | 'panel' | 'placeholder' | 'rule'

export interface Feedback {
  readonly met: Text
  readonly partly: Text
  readonly missed: Text
}

export interface Criterion {
  readonly id: string
  readonly step: string
  readonly title: Text
  readonly part: Part
  readonly skill: Skill
  readonly weight: number
  readonly critical: boolean
  readonly mark: Mark
  /** Keys of the sources and panels behind basis and numbers; `source` is their texts. */
  readonly cites: readonly string[]
  readonly source: string
  readonly unit: string
  readonly numbers: readonly MarkedNumber[]
  /** Capabilities that a device must have, and assists that make the criterion trivial. */
  readonly needs: readonly string[]
  readonly spoiledBy: readonly string[]
  /** Event value (mm or deg) that says how far inside the error was, where the check measures no length or angle. */
  readonly margin: string | null
  readonly when: Condition | null
  readonly between: Interval | null
  readonly check: Check
  /** Outcome when the thing to be judged never occurred. */
  readonly absent: 'missed' | 'not-applicable'
  readonly feedback: Feedback
}

const REQUIRED = ['id', 'step', 'title', 'part', 'skill', 'weight', 'basis', 'check', 'feedback']
const OPTIONAL = ['critical', 'when', 'per', 'between', 'needs', 'spoiled_by', 'margin', 'absent', 'unit', 'note']

function parseFeedback(value: unknown, at: string): Feedback {
  const o = object(value, at, { required: ['met', 'missed'], optional: ['partly'] })
  const missed = bilingual(o['missed'], `${at}.missed`)
  return {
    met: bilingual(o['met'], `${at}.met`),
    partly: maybe(o['partly'], missed, (v) => bilingual(v, `${at}.partly`)),
    missed,
  }
}

/** A rule without a number carries a citation, or the mark `rule`. */
function parseBasis(value: unknown, at: string, ctx: Context): { mark: 'source' | 'rule'; source: string } {
  const o = object(value, at, { required: ['mark'], optional: ['source', 'note'] })
  const { mark, source } = parseMark(o, at, ctx)
  if (mark !== 'source' && mark !== 'rule') return refuse(`${at}.mark`, mark, 'source or rule')
  maybe(o['note'], null, (v) => text(v, `${at}.note`))
  return { mark, source }
}

function capability(value: unknown, at: string): string {
  return oneOf(value, at, CAPABILITIES)
}

function checkCritical(c: Criterion, at: string): void {
  const weak = c.numbers.find((n) => n.mark === 'placeholder')
  if (weak) {
    throw new ProtocolError(weak.path, 'a placeholder may not make a critical error; cite a source or drop "critical"')
  }
  const measures = c.unit === 'mm' || c.unit === 'deg'
  if (restsOnPose(c.needs) && !measures && c.margin === null) {
    throw new ProtocolError(
      at,
      'a critical error that rests on pose needs "margin", the event value in mm or deg that says how far',
    )
  }
}

function parseMargin(value: unknown, at: string): string | null {
  if (value === undefined) return null
  const key = name(value, at)
  const unit = unitOf(key)
  return unit === 'mm' || unit === 'deg' ? key : refuse(at, key, 'a value that ends in _mm or _deg')
}

interface Judging {
  readonly check: Check
  readonly when: Condition | null
  readonly between: Interval | null
}

function parseJudging(o: Fields, at: string, ctx: Context): Judging {
  const when = maybe(o['when'], null, (v) => parseCondition(v, `${at}.when`, ctx))
  const between = maybe(o['between'], null, (v) => parseInterval(v, `${at}.between`, ctx))
  const single = parseCheck(o['check'], `${at}.check`, ctx)
  return { when, between, check: maybe(o['per'], single, (v) => parsePer(v, `${at}.per`, ctx, single)) }
}

/** Citations of the basis and of every number, each once. */
function citations(basis: string, numbers: readonly MarkedNumber[]): string[] {
  const keys = [basis, ...numbers.map((n) => n.source)].flatMap((s) => (s === '' ? [] : s.split(', ')))
  return [...new Set(keys)]
}

/** @throws ProtocolError with the path of what is wrong */
export function parseCriterion(value: unknown, at: string, shared: Context): Criterion {
  const o = object(value, at, { required: REQUIRED, optional: OPTIONAL })
  const ctx: Context = { ...shared, numbers: [], depth: 0 }
  const basis = parseBasis(o['basis'], `${at}.basis`, ctx)
  const judging = parseJudging(o, at, ctx)
  const cites = citations(basis.source, ctx.numbers)
  const critical = maybe(o['critical'], false, (v) => flag(v, `${at}.critical`))
  const weight = finite(o['weight'], `${at}.weight`)
  if (weight < 0 || weight > 100) return refuse(`${at}.weight`, weight, 'a weight from 0 to 100')
  maybe(o['note'], null, (v) => text(v, `${at}.note`))
  const criterion: Criterion = {
    ...judging,
    id: id(o['id'], `${at}.id`),
    step: id(o['step'], `${at}.step`),
    title: bilingual(o['title'], `${at}.title`),
    part: oneOf(o['part'], `${at}.part`, ['result', 'conduct']),
    skill: oneOf(o['skill'], `${at}.skill`, ['decisions', 'hand']),
    weight,
    critical,
    mark: weakest(ctx.numbers.map((n) => n.mark)) ?? basis.mark,
    cites,
    source: cites.map((k) => ctx.sources.get(k) ?? k).join('; '),
    unit: maybe(o['unit'], judging.check.unit, (v) => text(v, `${at}.unit`)),
    numbers: ctx.numbers,
    needs: maybe<string[], string[]>(o['needs'], [], (v) => list(v, `${at}.needs`, capability)),
    spoiledBy: maybe<string[], string[]>(o['spoiled_by'], [], (v) => list(v, `${at}.spoiled_by`, name)),
    margin: parseMargin(o['margin'], `${at}.margin`),
    absent: oneOf(o['absent'] ?? (critical ? 'not-applicable' : 'missed'), `${at}.absent`, [
      'missed',
      'not-applicable',
    ]),
    feedback: parseFeedback(o['feedback'], `${at}.feedback`),
  }
  if (critical) checkCritical(criterion, at)
  return criterion
}
