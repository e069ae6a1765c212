// `describe`: all that someone needs to write inputs by hand.
import type { Drill, Instrument } from '../../sim/index.ts'
import { need, wholeOption, type Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { openCurrentEngine, setUp } from '../engine.ts'
import { PLAIN_SETUP } from '../inputs/header.ts'

function describeInstrument(i: Instrument): object {
  const [grip] = i.grips
  const plain = { id: i.id, title: i.title, rest: i.rest, grip, grips: i.grips, tip: i.tip, axis: i.axis }
  const { nozzle, mounted } = i
  return { ...plain, ...(nozzle ? { nozzle } : {}), ...(mounted === undefined ? {} : { mounted }) }
}

function describeDrill({
  id,
  title,
  task,
  case: at,
  seconds,
}: Drill): Pick<Drill, 'id' | 'title' | 'task' | 'case' | 'seconds'> {
  return { id, title, task, case: at, seconds }
}

export async function run(args: Args): Promise<Answer> {
  const [procedureId = ''] = args.positional
  const setup = { ...PLAIN_SETUP, procedure: procedureId, case: need(args, 'case'), seed: wholeOption(args, 'seed') }
  const engine = await openCurrentEngine()
  const { procedure, makeSession } = setUp(engine, setup)
  const session = makeSession()
  const json = {
    procedure: procedure.id,
    case: setup.case,
    seed: setup.seed,
    tick_hz: engine.TICK_HZ,
    landmarks: session.anatomy.landmarks,
    regions: procedure.regions,
    layers: session.anatomy.layers,
    instruments: procedure.instruments.map(describeInstrument),
    commands: session.commands,
    phrases: procedure.phrases,
    drills: (procedure.drills ?? []).map(describeDrill),
    view: { poses: session.layout.poses, scalars: session.layout.scalars.map((s) => s.name) },
  }
  const place = (p: readonly number[]): string => p.map((v) => v.toFixed(4)).join(', ')
  const lines = [
    `${engine.TICK_HZ} ticks a second; metres, work frame`,
    ...Object.entries(json.landmarks).map(([name, p]) => `landmark ${name}: ${place(p)}`),
    ...procedure.instruments.map((i) => `instrument ${i.id}: at ${place(i.rest.p)}`),
    ...session.commands.map((c) => `command ${c.id}: ${JSON.stringify(c.args)}`),
    `regions: ${procedure.regions.join(', ')}`,
    ...json.drills.map((d) => `drill ${d.id}: ${d.task.en}`),
  ]
  return { json, lines }
}
