// A running attempt: the state, what it has testified, and the things that are built once and never change.
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { CommandTable } from './command.ts'
import type { AttemptSetup, Case, Procedure } from './procedure.ts'
import type { PlainState } from './snapshot.ts'
import type { SimState } from './state.ts'
import type { Anatomy } from './tissue/anatomy.ts'
import type { ViewLayout } from './viewState.ts'
import type { World } from './world/world.ts'

export interface Session<S extends PlainState = PlainState> {
  readonly procedure: Procedure<S>
  readonly setup: AttemptSetup
  readonly case: Case
  readonly commands: CommandTable
  readonly layout: ViewLayout
  readonly anatomy: Anatomy
  readonly world: World
  /** Everything that the next tick depends on. */
  readonly state: SimState<S>
  readonly events: EvidenceEvent[]
  /** Samples by channel name. */
  readonly channels: Readonly<Record<string, number[]>>
}
