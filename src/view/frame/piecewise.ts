// Long work for a picture in pieces between frames, so that no frame waits for all of it.
import { useFrame } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'

/** Pieces are begun for so long in one frame, ms: a slow processor does one of them, a quick one several. */
const WORK_MS = 50
/** Before everything that shows the result. */
const FIRST = -36

/**
 * What `begin` makes once its last piece is done; until then what was made before, undefined at first.
 * @param begin starts the work anew whenever it changes (`useCallback`); null = nothing to make
 */
export function usePiecewise<T>(begin: () => Generator<void, T> | null): T | undefined {
  const [made, setMade] = useState<T>()
  const work = useRef<Generator<void, T> | null>(null)
  useEffect(() => {
    work.current = begin()
    return () => {
      work.current = null
    }
  }, [begin])
  // the renderer's frames, because a page in a headset has no others
  useFrame(() => {
    const until = performance.now() + WORK_MS
    let piece = work.current?.next()
    while (piece?.done === false && performance.now() < until) piece = work.current?.next()
    if (!piece?.done) return
    work.current = null
    setMade(piece.value)
  }, FIRST)
  return made
}
