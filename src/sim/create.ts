// Building a session: everything that is fixed for the attempt, and the state at tick 0.
import { newDigest, stream } from '../../scoring/math/index.ts'
import { commandTable } from './builtins.ts'
import { checkDrill } from './drill.ts'
import { SimError } from './errors.ts'
import { freshHand } from './hands/grasp.ts'
import type { AttemptSetup, Instrument, Procedure } from './procedure.ts'
import type { Session } from './session.ts'
import type { PlainState } from './snapshot.ts'
import type { SimState, ToolState } from './state.ts'
import type { Archetype } from './tissue/anatomy.ts'
import type { TissueLaw } from './tissue/law.ts'
import { freshNeedle } from './tissue/needle.ts'
import { assemblyPoints, contactRows, endPoints, type ContactRows, type EndPoints } from './tools/contact.ts'
import { carryNeedles, isFreeNeedle } from './tools/mounted.ts'
import { freshSyringe } from './tools/syringe.ts'
import { viewLayout } from './view.ts'
import { extentOf } from './world/rest.ts'
import { buildWorld } from './world/world.ts'

function restingTool(instrument: Instrument): ToolState {
  return {
    mode: 'rest',
    p: instrument.rest.p,
    q: instrument.rest.q,
    v: [0, 0, 0],
    w: [0, 0, 0],
    anchor: instrument.rest,
    still: 0,
    lay: instrument.rest.p,
    handled: false,
    on: 'tray',
    needle: instrument.needle ? freshNeedle(instrument.needle.outer_m) : null,
    syringe: instrument.syringe ? freshSyringe() : null,
    mount: -1,
    steady: null,
  }
}

/** Tools at rest, needles on the syringes that carry them. @throws RangeError when `mounted` names no free needle */
function tray(instruments: readonly Instrument[]): ToolState[] {
  const tools = instruments.map(restingTool)
  instruments.forEach((carrier, i) => {
    if (carrier.mounted === undefined) return
    const mount = instruments.findIndex((n) => n.id === carrier.mounted && isFreeNeedle(n))
    const [tool, needle] = [tools[i], tools[mount]]
    if (!carrier.nozzle || !tool || needle?.mode !== 'rest') {
      throw new RangeError(
        `instrument ${carrier.id}: mounted "${carrier.mounted}", expected a nozzle and a needle that no other carries`,
      )
    }
    tool.mount = mount
    needle.mode = 'mounted'
  })
  carryNeedles(tools, instruments)
  return tools
}

function initialState<S extends PlainState>(procedure: Procedure<S>, setup: AttemptSetup): SimState<S> {
  return {
    tick: 0,
    clinical_s: 0,
    paused: false,
    finished: false,
    lead_in: setup.drill !== undefined,
    hands: [freshHand(), freshHand()],
    tools: tray(procedure.instruments),
    contacts: [],
    streams: { physiology: stream(setup.seed, 'physiology'), patient: stream(setup.seed, 'patient') },
    testimony: newDigest(),
    procedure: procedure.createState(setup.case, setup.seed),
  }
}

/** Laws by layer index. @throws SimError when a layer of the archetype has no law */
export function lawsFor(procedure: Pick<Procedure, 'id' | 'tissue'>, layers: readonly string[]): TissueLaw[] {
  return layers.map((name) => {
    const law = procedure.tissue[name]
    if (law) return law
    throw new SimError('missing-grids', `${procedure.id}: layer "${name}" of the archetype has no tissue law`)
  })
}

/**
 * A session at tick 0. The archetype's grids must be verified already.
 * @throws SimError for a case or a drill that the procedure does not have
 */
export function createSession<S extends PlainState>(
  procedure: Procedure<S>,
  archetype: Archetype,
  setup: AttemptSetup,
): Session<S> {
  const found = procedure.cases.find((c) => c.id === setup.case)
  if (!found) {
    const known = procedure.cases.map((c) => c.id).join(', ')
    throw new SimError('unknown-case', `${procedure.id}: got case "${setup.case}", expected one of ${known}`)
  }
  checkDrill(procedure, setup)
  const anatomy = procedure.createAnatomy(archetype, setup.case, setup.seed)
  const rowsOf = (ends: EndPoints): ContactRows => contactRows(ends.skin, ends.hard, anatomy, procedure.fixtures)
  return {
    procedure,
    setup,
    case: found,
    commands: commandTable(procedure),
    layout: viewLayout(procedure),
    anatomy,
    laws: lawsFor(procedure, anatomy.layers),
    world: buildWorld(procedure.instruments, procedure.fixtures),
    extents: procedure.instruments.map(extentOf),
    contacts: procedure.instruments.map((i) => rowsOf(endPoints(i))),
    assemblies: procedure.instruments.map((carrier) =>
      procedure.instruments.map((n) => (isFreeNeedle(n) ? rowsOf(assemblyPoints(carrier, n)) : null)),
    ),
    presence: { head: { p: [0, 0.5, 0.6], q: [0, 0, 0, 1] } },
    state: initialState(procedure, setup),
    events: [],
    channels: Object.fromEntries(procedure.channels.map((c) => [c.name, []])),
  }
}
