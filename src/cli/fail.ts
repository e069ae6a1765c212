// How a command ends early: one line on stderr and an exit status.

/** 1: bad input (a file, a case, an engine that is not there). 2: bad usage (an option, a command). 3: verify differs. */
export type ExitStatus = 1 | 2 | 3

export class CliError extends Error {
  readonly status: ExitStatus

  constructor(status: ExitStatus, message: string) {
    super(message)
    this.name = 'CliError'
    this.status = status
  }
}

/** @throws CliError with exit status 1 */
export function badInput(message: string): never {
  throw new CliError(1, message)
}

/** @throws CliError with exit status 2 */
export function badUsage(message: string): never {
  throw new CliError(2, message)
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, '; ')

/** Failures that the code names itself; anything else is a fault of the program and keeps its stack. */
const NAMED = new Set(['SimError', 'Refusal', 'ProtocolError', 'EvidenceError', 'GridError', 'AnatomyError'])

/** What to print and with which status to exit for whatever was thrown. */
export function explain(error: unknown): { readonly line: string; readonly status: number } {
  if (error instanceof CliError) return { line: oneLine(error.message), status: error.status }
  if (!(error instanceof Error)) return { line: `unexpected failure: ${String(error)}`, status: 1 }
  if (NAMED.has(error.name) || 'code' in error) return { line: oneLine(error.message), status: 1 }
  const [, where = ''] = (error.stack ?? '').split('\n')
  return { line: `unexpected failure: ${oneLine(error.message)} (${where.trim()}); please report it`, status: 1 }
}
