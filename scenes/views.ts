// Views of the scenes, loaded when they are needed; keys are the procedures' ids.
import type { SceneView } from '../src/view/scene.ts'

export const views: Readonly<Record<string, () => Promise<SceneView>>> = {
  'knee-aspiration': () => import('./orthopedic/knee-aspiration/view/index.ts').then((m) => m.view),
}
