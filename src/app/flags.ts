// Documented switches in the address, read once when the page opens (README.md, "For tests").
import type { Quality } from '../view/index.ts'

export interface PageFlags {
  /** Ticks run at every animation frame instead of by the wall clock, 1..9; null = the wall clock. */
  readonly ticksPerFrame: number | null
  /** False: the room is not drawn, so that a slow machine can test. */
  readonly render: boolean
  readonly quality: Quality
  /** The address itself asks for `quality`: no setting is heard then. */
  readonly asksQuality: boolean
}

const QUALITIES: readonly Quality[] = ['test', 'low', 'headset', 'high']

/** Reads `?clock=frames:N&render=off&quality=low`. What does not exist is ignored: a link must never break the page. */
export function readFlags(search: string): PageFlags {
  const query = new URLSearchParams(search)
  const n = /^frames:([1-9])$/.exec(query.get('clock') ?? '')
  const asked = QUALITIES.find((q) => q === query.get('quality'))
  const render = query.get('render') !== 'off'
  const ticksPerFrame = n ? Number(n[1]) : null
  return { ticksPerFrame, render, quality: asked ?? 'high', asksQuality: asked !== undefined }
}

export const flags: PageFlags = readFlags(globalThis.location?.search ?? '')
