/**
 * Raised with a reason whenever any attempt would run differently.
 * 1: first.
 * 2: needles come off their syringes, meet more layers by gauge, and are not pushed out by their own channel; acts pass
 *    clinical time; an act overrules a dial that does not move; the knee aspiration is a whole procedure.
 */
export const SIM_VERSION = 2

/** Version of the evidence grammar that this simulation speaks (scoring/evidence.ts owns the grammar). */
export const EVIDENCE_VERSION_OF_SIM = 1
