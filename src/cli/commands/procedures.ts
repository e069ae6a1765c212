// `procedures`: everything that can be practised, and by what it is judged.
import type { Drill, Performer, Procedure } from '../../sim/index.ts'
import { procedures } from '../../../scenes/index.ts'
import type { Answer } from '../commands.ts'
import { describeProtocol, protocolOf } from '../protocol.ts'

const NOT_A_FAULT = new Set(['expert', 'novice'])

function faultsOf(performers: readonly Performer[], cases: readonly string[]): Record<string, unknown> {
  const faults = performers.filter((p) => !NOT_A_FAULT.has(p.id))
  return Object.fromEntries(faults.map((p) => [p.id, { loses: p.loses, cases: p.cases ?? cases }]))
}

function describeDrill(p: Procedure, d: Drill): object {
  return {
    id: d.id,
    title: d.title,
    task: d.task,
    case: d.case,
    seconds: d.seconds,
    performers: d.performers.map((x) => x.id),
    protocol: describeProtocol(protocolOf(p, d.id)),
    faults: faultsOf(d.performers, [d.case]),
  }
}

function describe(p: Procedure): object {
  const cases = p.cases.map((c) => c.id)
  return {
    id: p.id,
    specialty: p.specialty,
    version: p.version,
    title: p.title,
    cases: p.cases.map((c) => ({ id: c.id, title: c.title })),
    performers: p.performers.map((x) => x.id),
    protocol: describeProtocol(protocolOf(p)),
    faults: faultsOf(p.performers, cases),
    drills: (p.drills ?? []).map((d) => describeDrill(p, d)),
  }
}

export function run(): Answer {
  const drill = (d: Drill): string => `  drill ${d.id}: ${d.title.en} (case ${d.case}, ${d.seconds} s)`
  const lines = procedures.flatMap((p) => [
    `${p.id}: ${p.title.en} (${p.cases.map((c) => c.id).join(', ')})`,
    ...(p.drills ?? []).map(drill),
  ])
  return { json: { procedures: procedures.map(describe) }, lines }
}
