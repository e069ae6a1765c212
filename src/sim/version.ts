/**
 * Raised with a reason whenever any attempt would run differently.
 * 1: first.
 * 2: needles come off their syringes, meet more layers by gauge, and are not pushed out by their own channel; acts pass
 *    clinical time; an act overrules a dial that does not move; the knee aspiration is a whole procedure.
 * 3: the knee's syringes come off their needles; fluid lies in recesses and slack, a pressed pouch and a wall on the needle
 *    move it; the patellar tendon ends on the tuberosity; drills begin with a lead-in; the assistant answers.
 */
export const SIM_VERSION = 3

/** Version of the evidence grammar that this simulation speaks (scoring/evidence.ts owns the grammar). */
export const EVIDENCE_VERSION_OF_SIM = 1
