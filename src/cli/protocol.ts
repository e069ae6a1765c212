// Protocols for the command line: those of today, or one from a file.
import { procedures } from '../../scenes/index.ts'
import { parseProtocol, ProtocolError, type Protocol } from '../../scoring/index.ts'
import type { Procedure } from '../sim/index.ts'
import { readBytes } from './attemptFile.ts'
import { badInput } from './fail.ts'
import { protocolOf as present } from '../../scenes/protocols.ts'

function parse(name: string, stored: unknown): Protocol {
  try {
    return parseProtocol(stored)
  } catch (error) {
    if (error instanceof ProtocolError) return badInput(`${name}: ${error.message}`)
    throw error
  }
}

/** The procedure as this version of the product has it, or undefined when it has it no longer. */
export function presentProcedure(id: string): Procedure | undefined {
  return procedures.find((p) => p.id === id)
}

/** @param drill id of one of its drills @throws CliError (1) with the path of what is wrong in it */
export function protocolOf(procedure: Pick<Procedure, 'id'>, drill?: string): Protocol {
  const name = drill === undefined ? procedure.id : `${procedure.id}, drill ${drill}`
  return parse(`protocol of ${name}`, present(procedure.id, drill))
}

/** @throws CliError (1) for a file that is missing, no JSON or no protocol */
export function protocolFile(path: string): Protocol {
  const content = new TextDecoder().decode(readBytes(path))
  let stored: unknown
  try {
    stored = JSON.parse(content)
  } catch (error) {
    return badInput(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return parse(path, stored)
}

/** What `procedures` prints of a protocol. */
export function describeProtocol(p: Protocol): object {
  return {
    version: p.version,
    review: p.review.state,
    scope: p.scope.level,
    steps: p.steps,
    criteria: p.criteria.map((c) => ({
      id: c.id,
      step: c.step,
      weight: c.weight,
      critical: c.critical,
      part: c.part,
      skill: c.skill,
      mark: c.mark,
      source: c.source,
    })),
  }
}
