import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { prepareDraw } from './firstDraw.ts'

/** Counts of the last drawn frame, both eyes and the shadow map together. */
export interface DrawInfo {
  readonly calls: number
  readonly triangles: number
  readonly geometries: number
  readonly textures: number
  readonly programs: number
  /** Frames drawn since the page was loaded. */
  readonly drawn: number
}

/** What a test may ask of a page; there is one on `window.__surehand`. */
export interface DebugHook {
  info?: DrawInfo
  /** Draws the next frame although drawing is off; resolves when it is drawn. */
  draw?: () => Promise<void>
}

declare global {
  interface Window {
    __surehand?: DebugHook
  }
}

const hook = (): DebugHook => (window.__surehand ??= {})

export interface DrawGateProps {
  /** off = draw only what `window.__surehand.draw()` asks for (`?render=off`). */
  readonly render: 'on' | 'off'
  /** An exam is always drawn: nobody may sit one blind and let a script do it. */
  readonly exam?: boolean
}

/** Decides what `?render=off` means here. @throws RangeError in an exam */
export function renderMode(query: string, exam: boolean): 'on' | 'off' {
  const off = new URLSearchParams(query).get('render') === 'off'
  if (off && exam) throw new RangeError('render=off: an exam is always drawn; remove it from the address')
  return off ? 'off' : 'on'
}

/**
 * Draws the frame. With `render="off"` the loop runs without drawing, as fast as the machine can, and a frame is drawn
 * when asked. Takes R3F's drawing over (a positive priority does), so there is one per canvas.
 */
export function DrawGate({ render, exam = false }: DrawGateProps) {
  if (render === 'off' && exam) throw new RangeError('DrawGate: got render="off" in an exam, expected "on"')
  const waiting = useRef<(() => void)[]>([])
  const drawn = useRef(0)
  const gl = useThree((s) => s.gl)
  useEffect(() => {
    const h = hook()
    h.draw = () => new Promise((done) => void waiting.current.push(done))
    return () => void delete h.draw
  }, [])
  useFrame(({ scene, camera }) => {
    if (render === 'off' && waiting.current.length === 0) return
    prepareDraw(scene)
    gl.render(scene, camera)
    drawn.current++
    const { calls, triangles } = gl.info.render
    const { geometries, textures } = gl.info.memory
    hook().info = {
      calls,
      triangles,
      geometries,
      textures,
      programs: gl.info.programs?.length ?? 0,
      drawn: drawn.current,
    }
    for (const done of waiting.current.splice(0)) done()
  }, 1)
  return null
}
