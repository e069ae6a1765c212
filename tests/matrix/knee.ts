// The whole knee aspiration in the matrix: experts, novices, faults and changed attempts on many patients.
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import { faults, type Fault } from '../../scenes/orthopedic/knee-aspiration/performers/faults.ts'
import type { Report } from '../../scoring/index.ts'
import { stateDigest } from '../../src/sim/index.ts'
import { judge, judgeMutated, judgeTicks, lost, undeclared } from '../builders/errorMatrix.ts'
import { MUTATORS } from '../builders/mutators.ts'
import type { Shard } from './shards.ts'

type Outcome = Awaited<ReturnType<Shard['run']>>

/** Scores of an expert and of a novice never meet: they stay on their own side of this (placeholder). */
const BETWEEN = { novice_below: 85, expert_from: 90 }

/** Whole numbers 1 to `count`, every `parts`th from `part`. */
function seeds(count: number, part = 0, parts = 1): number[] {
  return Array.from({ length: count }, (_, i) => i + 1).filter((_, i) => i % parts === part)
}

const scoreOf = (report: Report): number => report.score ?? NaN

function failures(report: Report): Report['criteria'] {
  return report.criteria.filter((c) => ['missed', 'partly', 'to-confirm'].includes(c.outcome))
}

function count(into: Record<string, number>, ids: readonly string[]): void {
  for (const id of ids) into[id] = (into[id] ?? 0) + 1
}

interface ExpertRow {
  lowest: number
  readonly lost: Record<string, number>
}

/** The expert on every case: no critical criterion missed or left to confirm, and 90 points at least. */
export function expertRuns(list: readonly number[]): Outcome {
  const cases: Record<string, ExpertRow> = {}
  const failed: string[] = []
  for (const { id } of kneeAspiration.cases) {
    const row: ExpertRow = (cases[id] = { lowest: 100, lost: {} })
    for (const seed of list) {
      const { report } = judge('expert', id, seed)
      const critical = failures(report).filter((c) => c.critical)
      row.lowest = Math.min(row.lowest, scoreOf(report))
      count(
        row.lost,
        failures(report).map((c) => c.id),
      )
      if (critical.length > 0 || !(scoreOf(report) >= BETWEEN.expert_from))
        failed.push(`${id}, seed ${seed}: ${scoreOf(report)} points, critical ${critical.map((c) => c.id).join(' ')}`)
    }
  }
  return { passed: failed.length === 0, figures: { seeds: list.length, cases, failed } }
}

/** Novice and expert on the hot knee: the ranges of their scores. */
export function scoreRanges(list: readonly number[]): Outcome {
  const range = (who: string): [number, number] => {
    const scores = list.map((seed) => scoreOf(judge(who, 'hot-knee', seed).report))
    return [Math.min(...scores), Math.max(...scores)]
  }
  const [novice, expert] = [range('novice'), range('expert')]
  const passed = novice[1] < BETWEEN.novice_below && expert[0] >= BETWEEN.expert_from
  return { passed, figures: { seeds: list.length, novice, expert, ...BETWEEN } }
}

/** One fault on its cases: how often each criterion was lost, what was not found, what was not declared. */
function faultRow(fault: Fault, list: readonly number[]): { row: Record<string, number>; wrong: string[] } {
  const row: Record<string, number> = {}
  const wrong: string[] = []
  for (const caseId of fault.cases) {
    for (const seed of list) {
      const { report } = judge(fault.id, caseId, seed)
      const found = lost(report)
      count(row, found)
      const bad = [
        ...fault.loses.filter((id) => !found.includes(id)).map((id) => `not ${id}`),
        ...undeclared(fault, report),
      ]
      if (bad.length > 0) wrong.push(`${fault.id}, ${caseId}, seed ${seed}: ${bad.join(', ')}`)
    }
  }
  return { row, wrong }
}

/** Ticks of a fault, stepped again: the same state at the end, bit by bit. */
export function replaysAgain(id: string, caseId: string, seed: number): boolean {
  const { ticks, session } = judge(id, caseId, seed)
  return stateDigest(judgeTicks(ticks, caseId, seed).session) === stateDigest(session)
}

/** Faults by criteria: counts of losses, and a replay of each fault. */
export function faultRuns(which: readonly Fault[], list: readonly number[]): Outcome {
  const matrix: Record<string, Record<string, number>> = {}
  const wrong: string[] = []
  const split: string[] = []
  for (const fault of which) {
    const result = faultRow(fault, list)
    matrix[fault.id] = result.row
    wrong.push(...result.wrong)
    if (!replaysAgain(fault.id, fault.cases[0] ?? '', list[0] ?? 1)) split.push(fault.id)
  }
  const figures = { seeds: list.length, replayed: which.length, split, wrong, matrix }
  return { passed: wrong.length === 0 && split.length === 0, figures }
}

/** An expert's attempt, changed by each mutator: never a better score, never an error less. */
export function mutatorRuns(list: readonly number[]): Outcome {
  const highest: Record<string, number> = {}
  const better: string[] = []
  for (const seed of list) {
    const expert = judge('expert', 'hot-knee', seed)
    for (const { id } of MUTATORS) {
      const { report } = judgeMutated(id, expert.ticks, 'hot-knee', seed)
      const errors = report.critical_errors.map((e) => e.id)
      const gone = expert.report.critical_errors.filter((e) => !errors.includes(e.id))
      highest[id] = Math.max(highest[id] ?? 0, scoreOf(report))
      if (gone.length > 0 || !(scoreOf(report) <= scoreOf(expert.report) + 1e-9))
        better.push(`${id}, seed ${seed}: ${scoreOf(report)} points`)
    }
  }
  return { passed: better.length === 0, figures: { runs: list.length * MUTATORS.length, highest, better } }
}

const outcomes = (report: Report): string => JSON.stringify(report.criteria.map((c) => [c.id, c.outcome]))

/** The noise of a headset on recorded hands changes no outcome. */
export function jitterRuns(list: readonly number[]): Outcome {
  const changed: string[] = []
  for (const seed of list) {
    const expert = judge('expert', 'hot-knee', seed)
    const { report } = judgeMutated('device-jitter', expert.ticks, 'hot-knee', seed)
    if (outcomes(report) === outcomes(expert.report)) continue
    const before = new Map(expert.report.criteria.map((c) => [c.id, c.outcome]))
    const other = report.criteria.filter((c) => before.get(c.id) !== c.outcome).map((c) => c.id)
    changed.push(`seed ${seed}: ${other.join(' ')}`)
  }
  return { passed: changed.length === 0, figures: { seeds: list.length, changed } }
}

/** The same work in parts, each short enough to be run again when it was interrupted. */
function inParts(name: string, parts: number, run: (part: number) => Outcome): Shard[] {
  return Array.from({ length: parts }, (_, i) => ({ name: `${name}-${i + 1}-of-${parts}`, run: () => run(i) }))
}

const HUNDRED = 100

export const KNEE_SHARDS: readonly Shard[] = [
  ...inParts('knee-expert', 10, (part) => expertRuns(seeds(HUNDRED, part, 10))),
  ...inParts('knee-ranges', 4, (part) => scoreRanges(seeds(HUNDRED, part, 4))),
  ...inParts('knee-faults', 6, (part) =>
    faultRuns(
      faults.filter((_, i) => i % 6 === part),
      seeds(10),
    ),
  ),
  ...inParts('knee-mutators', 5, (part) => mutatorRuns(seeds(50, part, 5))),
  ...inParts('knee-jitter', 2, (part) => jitterRuns(seeds(40, part, 2))),
]
