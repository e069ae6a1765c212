// Protocols by procedure. Kept apart from the engine: judging anew must not make another engine, and the text of a
// protocol is no part of what an attempt runs on.
import kneeAspiration from './orthopedic/knee-aspiration/protocol.json' with { type: 'json' }

const PROTOCOLS: Readonly<Record<string, unknown>> = { 'knee-aspiration': kneeAspiration }

/** The present protocol of a procedure, as JSON. @throws RangeError naming the procedures that have one */
export function protocolOf(procedure: string): unknown {
  const found = PROTOCOLS[procedure]
  if (found !== undefined) return found
  throw new RangeError(`protocol: got procedure "${procedure}", expected one of ${Object.keys(PROTOCOLS).join(', ')}`)
}
