// Drills for tests: played tick by tick, from the beginning or from a kept handover.
import { grade, parseProtocol, type Report } from '../../scoring/index.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import {
  collectEvidence,
  createSession,
  createViewState,
  packTick,
  readView,
  restoreSnapshot,
  stepTick,
  takeSnapshot,
  type AttemptSetup,
  type Drill,
  type PackedTick,
  type Performance,
  type PerformerView,
  type Procedure,
  type Session,
} from '../../src/sim/index.ts'
import { kneeSetup } from './knee.ts'
import { adultKnee } from './realKnee.ts'

/** Plays a performance to its end; gives its packed ticks. */
export function play(session: Session, performance: Performance): PackedTick[] {
  const ticks: PackedTick[] = []
  const view = createViewState(session.layout)
  const seen = (): PerformerView => ({
    tick: session.state.tick,
    view: readView(session, view),
    events: session.events,
  })
  for (let step = performance.next(seen()); !step.done; step = performance.next(seen())) {
    const packed = packTick(step.value, session.commands)
    stepTick(session, packed)
    ticks.push(packed)
  }
  return ticks
}

export function drillSetup(drill: Drill, seed: number): AttemptSetup {
  return kneeSetup({ case: drill.case, seed, drill: drill.id })
}

export function drillSession(drill: Drill, seed: number, procedure: Procedure = kneeAspiration): Session {
  return createSession(procedure, adultKnee(), drillSetup(drill, seed))
}

export interface Played {
  readonly session: Session
  readonly ticks: readonly PackedTick[]
  /** Ticks of the lead-in. */
  readonly lead: number
}

/** The drill up to its handover, from which several can go on. */
export class Handover {
  readonly drill: Drill
  readonly seed: number
  readonly session: Session
  readonly lead: readonly PackedTick[]
  private readonly kept

  constructor(drill: Drill, seed: number, procedure: Procedure = kneeAspiration) {
    this.drill = drill
    this.seed = seed
    this.session = drillSession(drill, seed, procedure)
    this.lead = play(this.session, drill.leadIn(this.session, seed))
    this.kept = takeSnapshot(this.session)
  }

  /** The session as it is at the handover. */
  begin(): Session {
    restoreSnapshot(this.session, this.kept)
    return this.session
  }

  /** Somebody goes on from the handover. @throws RangeError for one that the drill does not have */
  goOn(who: string): Played {
    const performer = this.drill.performers.find((p) => p.id === who)
    if (!performer) throw new RangeError(`drill ${this.drill.id}: has no performer "${who}"`)
    this.begin()
    const rest = play(this.session, performer.perform(this.session, this.seed))
    return { session: this.session, ticks: [...this.lead, ...rest], lead: this.lead.length }
  }
}

/** The report of a drill by its own protocol. */
export function drillReport(drill: Drill, session: Session): Report {
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms } = session.setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
  const protocol = parseProtocol(protocolOf(session.procedure.id, drill.id))
  return grade(protocol, session.case.facts, collectEvidence(session), device)
}

/** What came out of each criterion, by id. */
export function outcomes(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(report.criteria.map((c) => [c.id, c.outcome]))
}
