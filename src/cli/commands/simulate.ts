// `simulate`: hand-written inputs through the engine into an attempt file.
import { need, type Args } from '../args.ts'
import { readBytes } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { openCurrentEngine, setUp } from '../engine.ts'
import { badInput } from '../fail.ts'
import { parseInputs } from '../inputs/parse.ts'
import { resample } from '../inputs/resample.ts'
import { beginRecording, recordTick, sealRecording } from '../record.ts'
import { playLeadIn } from './perform.ts'

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const out = need(args, 'out')
  const inputs = parseInputs(path, new TextDecoder().decode(readBytes(path)))
  const engine = await openCurrentEngine()
  const bench = setUp(engine, inputs.setup)
  const { drill, seed } = inputs.setup
  const recording = drill === undefined ? beginRecording(bench) : playLeadIn(bench, drill, seed)
  const samples = inputs.samples(recording.session.commands)
  for (const { input, sample } of resample(samples, engine.TICK_HZ)) {
    try {
      recordTick(engine, recording, input)
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SimError') throw error
      badInput(`${sample?.place.at ?? path}: ${error.message}`)
    }
  }
  return sealRecording(bench, inputs.setup, recording, out)
}
