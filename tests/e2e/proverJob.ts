// What goes into the prover and what comes out of it.

/** Bytes are written as hexadecimal digits: the shells know no base64. */
export interface ProverJob {
  readonly name: string
  readonly attempt: string
  /** Grid files by the name of the grid. */
  readonly grids: Readonly<Record<string, string>>
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

/** Name of the global that holds the jobs. */
export const JOBS = 'SUREHAND_JOBS'
