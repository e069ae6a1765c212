// `perform`: a scripted performer plays a case; what it did is an attempt like any other.
import type { AttemptSetup, Performer, Procedure } from '../../sim/index.ts'
import { need, wholeOption, type Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { checkCase, findProcedure, openCurrentEngine, setUp, type Bench } from '../engine.ts'
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

export async function run(args: Args): Promise<Answer> {
  const [procedureId = ''] = args.positional
  const [caseId, agent, out, seed] = [
    need(args, 'case'),
    need(args, 'agent'),
    need(args, 'out'),
    wholeOption(args, 'seed'),
  ]
  const setup: AttemptSetup = { ...PLAIN_SETUP, procedure: procedureId, case: caseId, seed, mode: readMode(args) }
  const engine = await openCurrentEngine()
  const procedure = findProcedure(engine, procedureId)
  checkCase(procedure, caseId)
  const performer = findPerformer(procedure, caseId, agent)
  const bench = setUp(engine, setup)
  return sealRecording(bench, setup, playPerformer(bench, performer, seed), out)
}
