// `image`: the radiograph of a case before it begins, or of an attempt at a moment.
import { runAttempt } from '../../recording/index.ts'
import type { Session } from '../../sim/index.ts'
import { need, numberOption, wholeOption, type Args } from '../args.ts'
import { readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf, openCurrentEngine, setUp, type Engine } from '../engine.ts'
import { badInput, badUsage } from '../fail.ts'
import { radiograph } from '../imager.ts'
import { PLAIN_SETUP } from '../inputs/header.ts'
import { encodePng } from '../png.ts'
import { madeFile, writeOut } from '../record.ts'

/** Pixels a side. */
const SIZE = 512

interface Moment {
  readonly engine: Engine
  readonly session: Session
  readonly ticks: number
}

async function beforeTheCase(args: Args, procedure: string): Promise<Moment> {
  const setup = { ...PLAIN_SETUP, procedure, case: need(args, 'case'), seed: wholeOption(args, 'seed', 1) }
  const engine = await openCurrentEngine()
  return { engine, session: setUp(engine, setup).makeSession(), ticks: 0 }
}

async function inAnAttempt(path: string, procedure: string, seconds: number): Promise<Moment> {
  const { attempt } = readAttempt(path)
  if (attempt.header.procedure !== procedure)
    badInput(`${path}: is of "${attempt.header.procedure}", not "${procedure}"`)
  const bench = await benchOf(attempt)
  const until = Math.round(seconds * bench.engine.TICK_HZ)
  if (!(until >= 0 && until <= attempt.ticks.length)) {
    badUsage(`--at: got ${seconds} s, expected 0..${attempt.ticks.length / bench.engine.TICK_HZ}`)
  }
  return { engine: bench.engine, session: runAttempt(attempt, bench, { until }), ticks: until }
}

export async function run(args: Args): Promise<Answer> {
  const [procedure = ''] = args.positional
  const [view, out] = [need(args, 'view'), need(args, 'out')]
  const path = args.options['attempt']
  const moment =
    path === undefined
      ? await beforeTheCase(args, procedure)
      : await inAnAttempt(path, procedure, numberOption(args, 'at', 0))
  const png = encodePng(radiograph(moment.engine, moment.session, view, SIZE))
  return madeFile(out, writeOut(out, png), moment.ticks)
}
