// `image`: the radiograph of the imager.
import { findProcedure, openCurrentEngine } from '../engine.ts'
import type { Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { badUsage } from '../fail.ts'

/** No procedure here has an imager yet. @throws CliError (2) that says so, (1) for an unknown procedure */
export async function run(args: Args): Promise<Answer> {
  const [procedure = ''] = args.positional
  findProcedure(await openCurrentEngine(), procedure)
  return badUsage(`image: ${procedure} has no imager; radiographs are not available in this version`)
}
