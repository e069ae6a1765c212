// The drills of the knee aspiration, in the order of the procedure.
import type { Drill } from '../../../../src/sim/index.ts'
import { dryTap } from './dryTap.ts'
import { faint } from './faint.ts'
import { holdAngle } from './holdAngle.ts'
import { markPortal } from './markPortal.ts'
import { needlestick } from './needlestick.ts'
import { stopAtGive } from './stopAtGive.ts'

export const drills: readonly Drill[] = [markPortal, holdAngle, stopAtGive, dryTap, faint, needlestick]
