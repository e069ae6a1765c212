// What the parts library makes of an instrument: geometry by how it is drawn, in the tool's frame (m, axis +z).
import type { BufferGeometry } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import type { Atlas } from './atlas.ts'

/** A column of liquid along -z from `front`; its length is volume x `m_per_ml`. */
export interface FluidColumn {
  readonly front: number
  readonly radius: number
  readonly m_per_ml: number
  readonly color: number
}

export interface InstrumentModel {
  /** Opaque parts that move with the tool. */
  readonly solid?: BufferGeometry
  /** Opaque part that slides along -z with `<id>.plunger_ml`. */
  readonly plunger?: BufferGeometry
  /** Opaque part that is drawn until the tool was first moved from where it lay: the cap of a needle. */
  readonly cap?: BufferGeometry
  readonly glass?: BufferGeometry
  /** Decal with uv into the atlas. */
  readonly print?: BufferGeometry
  readonly fluid?: FluidColumn
}

export type Builder = (instrument: Instrument, atlas: Atlas) => InstrumentModel
