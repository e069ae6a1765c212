// A running attempt: the state, what it has testified, and the things that are built once and never change.
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import type { Pose } from '../../scoring/math/index.ts'
import type { CommandTable } from './command.ts'
import type { AttemptSetup, Case, Procedure, Transition } from './procedure.ts'
import type { PlainState } from './snapshot.ts'
import type { SimState } from './state.ts'
import type { Anatomy } from './tissue/anatomy.ts'
import type { TissueLaw } from './tissue/law.ts'
import type { ViewLayout } from './viewState.ts'
import type { ContactRows } from './tools/contact.ts'
import type { Extent } from './world/rest.ts'
import type { World } from './world/world.ts'

export interface Session<S extends PlainState = PlainState> {
  readonly procedure: Procedure<S>
  readonly setup: AttemptSetup
  readonly case: Case
  readonly commands: CommandTable
  readonly layout: ViewLayout
  readonly anatomy: Anatomy
  /** Tissue laws by layer index. */
  readonly laws: readonly TissueLaw[]
  readonly world: World
  /** Capsules of the instruments and contact of their blunt parts, by tool index. */
  readonly extents: readonly Extent[]
  readonly contacts: readonly ContactRows[]
  /** Contact of a tool with a needle on its nozzle, by tool and needle index; null where the second is no needle. */
  readonly assemblies: readonly (readonly (ContactRows | null)[])[]
  /** Everything that the next tick depends on. */
  readonly state: SimState<S>
  readonly events: EvidenceEvent[]
  /** Samples by channel name. */
  readonly channels: Readonly<Record<string, number[]>>
  /** Seen by views only: no part of the state, never read by the simulation. */
  readonly presence: { head: Pose }
}

/** What one tick carries from step to step of the pipeline. */
export interface TickFrame {
  readonly transitions: Transition[]
  /** Poses of the hands at the start of the tick. */
  readonly from: readonly [Pose, Pose]
  /** Poses of the held tools at the start of the tick, by tool index. */
  readonly toolsFrom: Map<number, Pose>
}
