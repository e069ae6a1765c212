// `perform`: a scripted performer plays a case, or a drill; what it did is an attempt like any other.
import type { AttemptSetup, Drill, Performer, Procedure } from '../../sim/index.ts'
import { need, wholeOption, type Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { checkCase, findDrill, findProcedure, openCurrentEngine, setUp, type Bench } from '../engine.ts'
import { badInput, badUsage } from '../fail.ts'
import { MODES, PLAIN_SETUP } from '../inputs/header.ts'
import { beginRecording, sealRecording, type Recording } from '../record.ts'

function findPerformer(procedure: Procedure, caseId: string, agent: string): Performer {
  const here = procedure.performers.filter((p) => p.cases === undefined || p.cases.includes(caseId))
  const found = here.find((p) => p.id === agent)
  if (found) return found
  const known = here.map((p) => p.id).join(', ')
  return badInput(`${procedure.id}, case ${caseId}: no performer "${agent}"; there are ${known}`)
}

/** The lead-in of a drill and whoever goes on from its handover, as one performer. */
function drillPerformer(drill: Drill, agent: string): Performer {
  const found = drill.performers.find((p) => p.id === agent)
  const known = drill.performers.map((p) => p.id).join(', ')
  if (!found) return badInput(`drill ${drill.id}: no performer "${agent}"; there are ${known}`)
  return {
    ...found,
    *perform(session, seed) {
      yield* drill.leadIn(session, seed)
      yield* found.perform(session, seed)
    },
  }
}

/** Plays the performer in the engine and records each tick that it gives. @throws RangeError when it does not end */
export function playPerformer(bench: Bench, performer: Performer, seed: number): Recording {
  const { engine } = bench
  const { session, ticks, digests } = beginRecording(bench)
  engine.perform(session, performer, seed, (packed) => {
    ticks.push(packed)
    if (ticks.length % engine.DIGEST_EVERY === 0) digests.push(engine.stateDigest(session))
  })
  return { session, ticks, digests }
}

function readMode(args: Args): AttemptSetup['mode'] {
  const mode = args.options['mode'] ?? 'practice'
  return MODES.find((m) => m === mode) ?? badUsage(`--mode: got "${mode}", expected one of ${MODES.join(', ')}`)
}

/** The case that was asked for: a drill brings its own. */
function caseOf(args: Args, drill: Drill | undefined): string {
  const given = args.options['case']
  if (drill && given !== undefined && given !== drill.case) {
    badInput(`drill ${drill.id}: got --case ${given}, expected ${drill.case} (or no --case)`)
  }
  return drill?.case ?? need(args, 'case')
}

/** A recording that has come to the handover of a drill. */
export function playLeadIn(bench: Bench, id: string, seed: number): Recording {
  const drill = findDrill(bench.procedure, id)
  const { title } = drill
  return playPerformer(bench, { id, title, loses: [], perform: (session) => drill.leadIn(session, seed) }, seed)
}

export async function run(args: Args): Promise<Answer> {
  const [procedureId = ''] = args.positional
  const [agent, out, seed] = [need(args, 'agent'), need(args, 'out'), wholeOption(args, 'seed')]
  const mode = readMode(args)
  const wanted = args.options['drill']
  if (wanted === undefined) need(args, 'case')
  const engine = await openCurrentEngine()
  const procedure = findProcedure(engine, procedureId)
  const drill = wanted === undefined ? undefined : findDrill(procedure, wanted)
  const caseId = caseOf(args, drill)
  checkCase(procedure, caseId)
  const performer = drill ? drillPerformer(drill, agent) : findPerformer(procedure, caseId, agent)
  const plain: AttemptSetup = { ...PLAIN_SETUP, procedure: procedureId, case: caseId, seed, mode }
  const setup: AttemptSetup = drill ? { ...plain, drill: drill.id } : plain
  const bench = setUp(engine, setup)
  return sealRecording(bench, setup, playPerformer(bench, performer, seed), out)
}
