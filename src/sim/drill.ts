// Drills (SPEC S22): which one an attempt is, and the end of its lead-in.
import { SimError } from './errors.ts'
import type { AttemptSetup, Drill, Procedure } from './procedure.ts'
import type { Session, TickFrame } from './session.ts'

/** The drill of this id. @throws SimError naming the drills that the procedure has */
export function findDrill(procedure: Pick<Procedure, 'id' | 'drills'>, id: string): Drill {
  const drills = procedure.drills ?? []
  const found = drills.find((d) => d.id === id)
  if (found) return found
  const known = drills.length === 0 ? 'none: it has no drills' : `one of ${drills.map((d) => d.id).join(', ')}`
  throw new SimError('unknown-drill', `${procedure.id}: got drill "${id}", expected ${known}`)
}

/** @throws SimError when the setup names a drill that is not there, or another case than the drill's */
export function checkDrill(procedure: Pick<Procedure, 'id' | 'drills'>, setup: AttemptSetup): void {
  if (setup.drill === undefined) return
  const drill = findDrill(procedure, setup.drill)
  if (drill.case === setup.case) return
  const where = `${procedure.id}, drill ${drill.id}`
  throw new SimError('unknown-drill', `${where}: got case "${setup.case}", expected "${drill.case}"`)
}

/** Ends the lead-in, once; at any other time, and in an attempt that is no drill, it does nothing. */
export function handOver(session: Session, frame: TickFrame): void {
  if (!session.state.lead_in) return
  session.state.lead_in = false
  frame.transitions.push({ kind: 'phase', subject: 'learner', object: 'handover', values: {} })
}
