// What goes into the prover and what comes out of it.

/** Bytes are written as hexadecimal digits: the shells know no base64. */
export interface ProverJob {
  readonly name: string
  readonly attempt: string
}

/** Everything that the prover runs on; the grid files once, by archetype and name of the grid. */
export interface ProverInput {
  readonly jobs: readonly ProverJob[]
  readonly grids: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Proof {
  readonly name: string
  readonly digests: readonly string[]
  /** Digest of the state at the end, and SHA-256 of everything that was testified. */
  readonly final: string
  readonly evidence: string
  /** SHA-256 of the report, of the attempt coded again, and of its track. */
  readonly report: string
  readonly file: string
  readonly track: string
}

/** Name of the global that holds the input. */
export const INPUT = 'SUREHAND_INPUT'
