// What lead-ins and those who go on after them look at: the needle that is in the knee, on whatever it sits.
import { rotate, type Vec3 } from '../../../../scoring/math/index.ts'
import { assemblyOf, type Assembly, type PerformerView, type Session } from '../../../../src/sim/index.ts'

type Seen = PerformerView['events'][number]

/** The needle that is in the knee and what carries it; undefined = none. */
export function standing(session: Session): Assembly | undefined {
  const index = session.state.tools.findIndex((t) => t.needle?.inserted === true)
  return index < 0 ? undefined : assemblyOf(session, index)
}

/** @throws RangeError when no needle is in the knee */
export function standingNeedle(session: Session): Assembly {
  const found = standing(session)
  if (found) return found
  throw new RangeError('performer: expected a needle in the knee, there is none')
}

/** Id of what hands move when they move the assembly. */
export function carrierId(session: Session, assembly: Assembly): string {
  return session.procedure.instruments[assembly.body]?.id ?? ''
}

/** Working axis of the assembly, work frame. */
export function axisOfBody(session: Session, assembly: Assembly): Vec3 {
  return rotate(session.state.tools[assembly.body]?.q ?? [0, 0, 0, 1], [0, 0, 1])
}

/** Depth of the needle of a syringe of `least_ml` or more, m; 0 = it is not in the knee. */
export function depthOf(session: Session, least_ml: number): number {
  const found = standing(session)
  const barrel = found && session.procedure.instruments[found.barrel]
  return found?.state && (barrel?.syringe?.capacity_ml ?? 0) >= least_ml ? found.state.depth : 0
}

/** Something of this kind at this site was testified. */
export function happened(events: readonly Seen[], kind: Seen['kind'], site: string): boolean {
  return events.some((e) => e.kind === kind && e.site === site)
}

/** The learner has chosen this. */
export function chose(events: readonly Seen[], object: string, choice: string): boolean {
  return events.some((e) => e.kind === 'choose' && e.object === object && e.values['choice'] === choice)
}
