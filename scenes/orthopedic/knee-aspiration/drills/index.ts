// The drills of the knee aspiration, in the order of the procedure.
import type { Drill } from '../../../../src/sim/index.ts'
import { instruments } from '../instruments.ts'
import { dryTap } from './dryTap.ts'
import { exchange } from './exchange.ts'
import { faint } from './faint.ts'
import { holdAngle } from './holdAngle.ts'
import { markPortal } from './markPortal.ts'
import { needlestick } from './needlestick.ts'
import { stopAtGive } from './stopAtGive.ts'

/** Syringes can only be exchanged where a needle comes off its syringe. */
const comesOff = instruments.some((i) => i.mounted !== undefined)

export const drills: readonly Drill[] = [
  markPortal,
  holdAngle,
  stopAtGive,
  ...(comesOff ? [exchange] : []),
  dryTap,
  faint,
  needlestick,
]
