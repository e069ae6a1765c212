// What a scene's folder gives to the view: its patient, its cameras, its couch.
import type { ComponentType } from 'react'
import type { Anatomy } from '../sim/tissue/anatomy.ts'
import type { CameraSpot, ViewName } from './camera/views.ts'
import type { CouchSize } from './room/furniture.ts'
import type { Quality } from './quality.ts'

export interface PatientProps {
  /** Address of the archetype's baked GLB; a plain shape is drawn without it. */
  readonly meshUrl?: string | undefined
  /** An anatomy of the view's own (`procedure.createAnatomy`), never the session's: the view poses it to bake meshes. */
  readonly anatomy?: Anatomy | undefined
  /** The case and seed that are played: what is to be seen on this patient's skin. */
  readonly played?: { readonly caseId: string; readonly seed: number } | undefined
  readonly quality?: Quality
  /** Told when a mesh cannot be loaded; the plain shape stays. */
  readonly onError?: (e: unknown) => void
}

export interface SceneView {
  readonly Patient: ComponentType<PatientProps>
  readonly spots: Partial<Record<ViewName, CameraSpot>>
  readonly couch: CouchSize
  /** Colour of what syringes and tubes hold, by instrument id. */
  readonly fluids: Readonly<Record<string, number>>
}
