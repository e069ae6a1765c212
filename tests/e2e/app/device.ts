// What a person's fingers can do at a screen, for each input class: the acts of a doctor are made of these.
import type { Page } from 'playwright-core'
import type { Verb } from '../../../src/sim/index.ts'

export type Pixel = readonly [x: number, y: number]

/** What was done by hand so far; a later number minus an earlier one is what lay between. */
export interface Counts {
  presses: number
  drags: number
  keys: number
  notches: number
}

/** Buttons of the room, by what they are for. */
export type Control =
  | { readonly list: 'tools' | 'do' | 'put' | 'talk' | 'wait' | 'view' }
  | { readonly act: 'exchange' | 'holdHub' | 'putBack' }
  | { readonly verb: Verb }

/** One way of working at the page. Pixels are the window's; a motion of the tool is asked for, never a pose. */
export interface Device {
  readonly page: Page
  readonly counts: Counts
  /** Lets the tip glide to what lies at a pixel. */
  glide(at: Pixel): Promise<void>
  /** Gets ready for a touch there: a mouse points first, a finger comes down where it is meant. */
  approach(at: Pixel): Promise<void>
  /** Brings the tip down there and holds it while `during` lasts; `way` are pixels that it is drawn along. */
  touch(at: Pixel, during: () => Promise<void>, way?: readonly Pixel[]): Promise<void>
  /** Chooses what lies at a pixel: an instrument, a container, a hub, a place of the helper hand. */
  pick(at: Pixel): Promise<void>
  /** Tilts as a drag of so many pixels to the right and down does, again and again while `next` gives more. */
  tilt(next: () => Promise<Pixel | null>): Promise<void>
  /** Pushes (or withdraws: negative) by millimetres, again and again while `next` gives more. */
  push(next: () => Promise<number | null>): Promise<void>
  /** Moves the plunger: positive draws, mL. */
  plunger(ml: number): Promise<void>
  /** Presses a button of the room, or its key. */
  control(what: Control): Promise<void>
  /** Chooses the entry of the open list that stands at `index`. */
  choose(index: number): Promise<void>
  /** Closes the open list. */
  close(): Promise<void>
}

export const noCounts = (): Counts => ({ presses: 0, drags: 0, keys: 0, notches: 0 })
