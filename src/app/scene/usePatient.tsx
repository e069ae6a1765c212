// The scene's own patient, loaded when a room or a replay opens.
import { type ReactNode, useEffect, useState } from 'react'
import { views } from '../../../scenes/views.ts'
import type { AttemptSetup } from '../../sim/index.ts'
import type { Quality, SceneView } from '../../view/index.ts'
import { siteUrl } from '../engine/fetchFile.ts'
import type { Bench } from '../engine/loadBench.ts'

/** What a patient is made from: an attempt that runs, or one that is watched. */
export interface PatientOf {
  readonly bench: Bench
  readonly setup: AttemptSetup
}

/** Parts of `<Room>` and `<CameraRig>` that the scene decides; `patient` is null until it is there. */
export interface LoadedScene {
  readonly patient: ReactNode
  readonly scene: SceneView | null
}

const NONE: LoadedScene = { patient: null, scene: null }

async function load({ bench, setup }: PatientOf, quality: Quality): Promise<LoadedScene> {
  const scene = await views[bench.procedure.id]?.()
  if (!scene) return NONE
  const { archetype, meshes } = bench.anatomy
  // An instance of its own: drawing poses it to its extremes, which must never touch the session's.
  const anatomy = bench.procedure.createAnatomy(archetype, setup.case, setup.seed)
  const { Patient } = scene
  const warn = (error: unknown): void => console.warn('patient: the plain shape is drawn', error)
  const meshUrl = siteUrl(`grids/${meshes}`)
  const props = { meshUrl, anatomy, quality, played: { caseId: setup.case, seed: setup.seed }, onError: warn }
  return { patient: <Patient {...props} />, scene }
}

/** Nothing while it loads and when it fails: the room then shows a plain leg, and practice goes on. */
export function usePatient(bench: Bench, setup: AttemptSetup, quality: Quality): LoadedScene {
  const [loaded, setLoaded] = useState<LoadedScene>(NONE)
  useEffect(() => {
    let here = true
    load({ bench, setup }, quality).then(
      (l) => here && setLoaded(l),
      (error: unknown) => console.warn('patient: not drawn', error),
    )
    return () => {
      here = false
    }
  }, [bench, setup, quality])
  return loaded
}
