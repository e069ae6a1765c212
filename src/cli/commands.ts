// The list of commands. Each file is loaded only when its command is run: `procedures` must not wait for the rest.
import type { Args, ArgSpec } from './args.ts'

/** What a command answers: the JSON document, and the lines that a person reads without --json. */
export interface Answer {
  readonly json: unknown
  readonly lines: readonly string[]
  /** Exit status, 0 when left out. */
  readonly status?: number
}

export interface CommandFile {
  run(args: Args): Answer | Promise<Answer>
}

export interface CommandEntry extends ArgSpec {
  readonly does: string
  load(): Promise<CommandFile>
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  procedures: {
    usage: 'procedures',
    does: 'procedures, cases, protocol version, criteria, performers',
    positional: [],
    load: () => import('./commands/procedures.ts'),
  },
  describe: {
    usage: 'describe P --case C --seed N',
    does: 'landmarks, regions, instruments and commands: all that is needed to write inputs by hand',
    positional: ['P'],
    options: ['case', 'seed'],
    load: () => import('./commands/describe.ts'),
  },
  perform: {
    usage: 'perform P --case C --seed N --agent A --out F [--mode M] [--drill D]',
    does: 'a scripted performer (expert, novice or a named fault) does it, or a drill of it',
    positional: ['P'],
    options: ['case', 'seed', 'agent', 'out', 'mode', 'drill'],
    load: () => import('./commands/perform.ts'),
  },
  simulate: {
    usage: 'simulate INPUTS.jsonl --out F',
    does: 'runs hand-written inputs',
    positional: ['INPUTS.jsonl'],
    options: ['out'],
    load: () => import('./commands/simulate.ts'),
  },
  inspect: {
    usage: 'inspect F [--channel NAME]',
    does: 'header, duration, evidence, channels',
    positional: ['F'],
    options: ['channel'],
    load: () => import('./commands/inspect.ts'),
  },
  grade: {
    usage: 'grade F [--protocol FILE]',
    does: 'the report: scores, bands, outcome of each criterion, critical errors',
    positional: ['F'],
    options: ['protocol'],
    load: () => import('./commands/grade.ts'),
  },
  verify: {
    usage: 'verify F',
    does: 'runs the attempt again; exit 0 when every digest agrees, else 3',
    positional: ['F'],
    load: () => import('./commands/verify.ts'),
  },
  probe: {
    usage: 'probe P --case C [--seed N] --tool T --from x,y,z --direction x,y,z --speed MM_S --depth MM',
    does: 'tissue and force along a straight path',
    positional: ['P'],
    options: ['case', 'seed', 'tool', 'from', 'direction', 'speed', 'depth'],
    load: () => import('./commands/probe.ts'),
  },
  image: {
    usage: 'image P --case C [--seed N] --view V --out F.png [--attempt F --at S]',
    does: 'the radiograph that the imager shows',
    positional: ['P'],
    options: ['case', 'seed', 'view', 'out', 'attempt', 'at'],
    load: () => import('./commands/image.ts'),
  },
  export: {
    usage: 'export F --as csv|xapi|xror --out OUT',
    does: 'the attempt for other systems',
    positional: ['F'],
    options: ['as', 'out'],
    load: () => import('./commands/export.ts'),
  },
  serve: {
    usage: 'serve [--port N] [--host ADDRESS] [--https]',
    does: 'serves the built page, engines and grids on one port',
    positional: [],
    options: ['port', 'host'],
    flags: ['https'],
    load: () => import('./commands/serve.ts'),
  },
}
