// Long computations on the page's own thread: in slices, so that the page stays alive and shows how far it is.

/** Longest slice before the page may draw again, ms. */
const SLICE_MS = 24

export interface Progress {
  /** 0..1. */
  onProgress?(share: number): void
  readonly signal?: AbortSignal
}

export class Aborted extends Error {
  constructor() {
    super('stopped because its page was left')
    this.name = 'Aborted'
  }
}

const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(0)
  })

/** Runs `step(i)` for i in 0..count-1 in slices. @throws Aborted, or what `step` throws */
export async function inSlices(count: number, step: (i: number) => void, progress: Progress = {}): Promise<void> {
  let until = performance.now() + SLICE_MS
  for (let i = 0; i < count; i++) {
    step(i)
    if (performance.now() < until) continue
    progress.onProgress?.((i + 1) / count)
    await breathe()
    if (progress.signal?.aborted) throw new Aborted()
    until = performance.now() + SLICE_MS
  }
  progress.onProgress?.(1)
}
