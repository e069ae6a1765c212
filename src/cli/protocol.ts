// What a protocol says about itself, for the list of procedures.

/** Placeholder until judgement is wired in. */
export function describeProtocol(protocol: unknown): unknown {
  return protocol
}
