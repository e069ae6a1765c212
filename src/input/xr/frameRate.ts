// Which refresh rate to ask a headset for.

/** Slower than this is felt as judder (the slowest rate that headsets offer for immersive work). */
const SLOWEST = 72
const WANTED = 90
const SAME = 0.5

/**
 * 90 Hz where offered, for it is the tick rate; else the nearest below it that is at least 72. Never a higher one on its
 * own account: the frame budget of a standalone headset is spent on the scene. null = leave it as it is.
 */
export function chooseFrameRate(supported: Iterable<number> | null | undefined): number | null {
  const rates = [...(supported ?? [])].filter((r) => r >= SLOWEST - SAME && r <= WANTED + SAME)
  return rates.length > 0 ? Math.max(...rates) : null
}

export interface RateSession {
  readonly supportedFrameRates?: Iterable<number> | null | undefined
  updateTargetFrameRate?(rate: number): Promise<void>
}

/** Asks the session for the rate that `chooseFrameRate` names; resolves to it, or to null when the device decides. */
export async function applyFrameRate(session: RateSession): Promise<number | null> {
  const rate = chooseFrameRate(session.supportedFrameRates)
  if (rate === null || !session.updateTargetFrameRate) return null
  try {
    await session.updateTargetFrameRate(rate)
    return rate
  } catch {
    // a browser may refuse under heat or low battery: then its own rate stands, and ticks do not depend on it
    return null
  }
}
