// Numbers of CONTROLS that a person learns in the tutorial.
export { HELPER_VERBS } from '../../../src/input/index.ts'

/** One notch of the wheel, or 10 px of the left rail, mL. */
export const NOTCH_ML = 0.5
