// Work that only a drawn picture needs, put off until one is drawn.
import type { Scene } from 'three'

const pending = new WeakMap<Scene, Set<() => void>>()

/** Runs `work` once, just before the scene is drawn for the first time. @returns what takes it back */
export function beforeFirstDraw(scene: Scene, work: () => void): () => void {
  const list = pending.get(scene) ?? new Set()
  pending.set(scene, list)
  list.add(work)
  return () => void list.delete(work)
}

/** Called by whoever draws, before drawing. */
export function prepareDraw(scene: Scene): void {
  const list = pending.get(scene)
  if (!list || list.size === 0) return
  pending.delete(scene)
  for (const work of list) work()
}
