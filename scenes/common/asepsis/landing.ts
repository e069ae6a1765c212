// Tools that lie where they should not: seen by the transitions of the solver, not by looking at every tool.
import type { Session, Transition } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { DT } from '../../../src/sim/tick.ts'
import { REST_TICKS } from '../../../src/sim/world/rest.ts'
import type { AsepsisConfig } from './config.ts'
import type { AsepsisState } from './state.ts'
import { spoilTool } from './touches.ts'
import { unsterileBy, zoneUnder, type Place } from './zones.ts'

/** It has lain still for so long when the solver says that it lies. */
const LAIN_S = REST_TICKS * DT

interface Ground<S extends PlainState> {
  readonly session: Session<S>
  readonly state: AsepsisState
  readonly config: AsepsisConfig<S>
  readonly place: () => Place
}

/** What the place where a tool lies does to it; undefined = nothing. */
function groundUnder<S extends PlainState>(g: Ground<S>, tool: number, site: string): string | undefined {
  const fixture = g.session.procedure.fixtures.find((f) => f.id === site)
  const at = g.session.state.tools[tool]
  if (!fixture || fixture.bin || !at || (g.config.trays ?? ['tray']).includes(site)) return undefined
  if (!fixture.body) return site
  const height = g.session.anatomy.distance(0, at.p)
  return unsterileBy(zoneUnder(g.place(), g.state, at.p, height), g.state)
}

/** A tool and the needle that it carries. */
function withNeedle<S extends PlainState>(session: Session<S>, index: number): string[] {
  const { instruments } = session.procedure
  const mount = session.state.tools[index]?.mount ?? -1
  return [instruments[index]?.id, instruments[mount]?.id].filter((id) => id !== undefined)
}

/** Judges what was put down, dropped or drawn out of the skin in this tick. */
export function judgeLanding<S extends PlainState>(g: Ground<S>, transitions: readonly Transition[]): Transition[] {
  return transitions.flatMap((t) => {
    const index = g.session.procedure.instruments.findIndex((i) => i.id === t.subject)
    if (index < 0) return []
    if (t.kind === 'exit' && t.site === 'skin' && g.config.usedNeedle === 'unsterile') g.state.sterile[index] = false
    if (t.kind !== 'place' && t.kind !== 'drop') return []
    const by = groundUnder(g, index, t.site ?? '')
    if (by === undefined) return []
    return withNeedle(g.session, index).flatMap((id) => spoilTool(g.session, g.state, id, { by, seconds: LAIN_S }))
  })
}
