// What a player is doing, and what may come next (SPEC R22). Pure: the player asks it, tests walk it.

export type PlayerMode =
  /** Stands at its place. */
  | 'paused'
  | 'playing'
  /** On the way to a place that was asked for. */
  | 'seeking'
  /** Wants to play, but the source has nothing yet. */
  | 'waiting'
  | 'ended'
  | 'closed'

export interface PlayerState {
  readonly mode: PlayerMode
  /** Goes on playing once it has arrived. */
  readonly resume: boolean
}

export type PlayerEvent = 'play' | 'pause' | 'seek' | 'arrive' | 'starve' | 'feed' | 'end' | 'close'

export const START: PlayerState = { mode: 'paused', resume: false }

const TABLE: Readonly<Record<PlayerMode, Partial<Readonly<Record<PlayerEvent, PlayerMode>>>>> = {
  paused: { play: 'playing', seek: 'seeking' },
  playing: { pause: 'paused', seek: 'seeking', starve: 'waiting', end: 'ended' },
  seeking: { seek: 'seeking', arrive: 'paused' },
  waiting: { pause: 'paused', seek: 'seeking', feed: 'playing', end: 'ended' },
  ended: { seek: 'seeking' },
  closed: {},
}

/** The state after `event`; an event that means nothing now changes nothing. */
export function nextState(state: PlayerState, event: PlayerEvent): PlayerState {
  const { mode, resume } = state
  if (mode === 'closed') return state
  if (event === 'close') return { mode: 'closed', resume: false }
  if (mode === 'seeking' && (event === 'play' || event === 'pause')) return { mode, resume: event === 'play' }
  const to = TABLE[mode][event]
  if (to === undefined) return state
  if (to === 'seeking')
    return { mode: to, resume: mode === 'playing' || mode === 'waiting' || (mode === 'seeking' && resume) }
  if (event === 'arrive' && resume) return { mode: 'playing', resume: false }
  return { mode: to, resume: false }
}
