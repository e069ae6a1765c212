// Which drawing an instrument gets: by its id, longest prefix first; anything unknown is drawn as its boxes.
import type { Instrument } from '../../sim/procedure.ts'
import { joined, painted, placed, rounded } from '../shape/kit.ts'
import type { Atlas } from './atlas.ts'
import type { Builder, InstrumentModel } from './model.ts'
import { bareNeedle } from './needle.ts'
import { drape, dressing, gauze, swab } from './soft.ts'
import { forceps, haemostat, marker, scissors } from './steel.ts'
import { syringeModel } from './syringe.ts'
import { ampoule, bottle, bowl, cappedNeedle, stopcock, tubeModel } from './vessels.ts'

const LIBRARY: Readonly<Record<string, Builder>> = {
  syringe: syringeModel,
  gauze,
  drape,
  dressing,
  swab,
  tube: tubeModel,
  needle: cappedNeedle,
  bowl,
  bottle,
  culture: bottle,
  ampoule,
  stopcock,
  forceps,
  haemostat,
  scissors,
  marker,
}

/** Boxes of the manifest with rounded edges: a plain stand-in that is the right size. */
export const boxes: Builder = (i) => ({
  solid: joined(
    i.boxes.map((b) => {
      const size = [b.half[0] * 2e3, b.half[1] * 2e3, b.half[2] * 2e3] as const
      const at = [b.at[0] * 1e3, b.at[1] * 1e3, b.at[2] * 1e3] as const
      return painted(placed(rounded(size, Math.min(...size) * 0.2), at), { color: 0xc9d0d3, rough: 0.5 })
    }),
  ),
})

/** Name of the library's entry for an instrument id: `syringe-20` -> `syringe`. */
export function kindOf(id: string): string | undefined {
  return Object.keys(LIBRARY)
    .filter((k) => id === k || id.startsWith(`${k}-`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Geometry of an instrument. */
export function modelOf(i: Instrument, atlas: Atlas): InstrumentModel {
  if (i.syringe) return syringeModel(i, atlas)
  if (i.needle) return bareNeedle(i)
  const kind = kindOf(i.id)
  return (kind === undefined ? boxes : (LIBRARY[kind] ?? boxes))(i, atlas)
}
