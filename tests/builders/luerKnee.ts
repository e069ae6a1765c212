// The tray of the knee with needles that come off: the 20 mL syringe carries one, the 10 mL syringe has none.
import { luerNeedle, luerSyringe, needle } from '../../scenes/common/instruments/kit.ts'
import { exchange } from '../../scenes/orthopedic/knee-aspiration/drills/exchange.ts'
import { kneeAspiration } from '../../scenes/orthopedic/knee-aspiration/index.ts'
import type { Instrument, Procedure } from '../../src/sim/index.ts'

const NEEDLE = 'needle-22'

function comesOff(i: Instrument): Instrument {
  const laid = { id: i.id, title: i.title, rest: i.rest }
  if (i.id === 'syringe-20') return luerSyringe(laid, 20, NEEDLE)
  if (i.id === 'syringe-10') return luerSyringe(laid, 10)
  return i.id === NEEDLE ? luerNeedle(laid, needle(20, 38)) : i
}

export const LUER_KNEE: Procedure = {
  ...kneeAspiration,
  instruments: kneeAspiration.instruments.map(comesOff),
  drills: [exchange],
}
