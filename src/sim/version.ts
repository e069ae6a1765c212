/**
 * Raised with a reason whenever any attempt would run differently.
 * 1: first.
 */
export const SIM_VERSION = 1

/** Version of the evidence grammar that this simulation speaks (scoring/evidence.ts owns the grammar). */
export const EVIDENCE_VERSION_OF_SIM = 1
