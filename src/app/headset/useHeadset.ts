import { useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { RoomController } from '../live/roomController.ts'
import { HeadsetReader, presentIn } from './reader.ts'
import type { HeadsetSession } from './session.ts'

const SETTLE_MS = 120

/** The attempt pauses when the session ends or is hidden behind the system's own menus. */
function follow(session: HeadsetSession, controller: RoomController): () => void {
  const off = new AbortController()
  const on = { signal: off.signal }
  const shown = (): void => {
    if (session.visibilityState === 'visible') controller.resume()
    else controller.pause()
  }
  session.addEventListener('end', () => controller.pause(), on)
  session.addEventListener('visibilitychange', shown, on)
  return () => off.abort()
}

/** Joins session and renderer inside the canvas, and reads the headset in its frames. */
export function useHeadset(session: HeadsetSession | null, controller: RoomController): HeadsetReader {
  const gl = useThree((s) => s.gl)
  useEffect(() => {
    if (!session) return undefined
    // The canvas must have its size by then: it cannot be changed while a headset shows it.
    const start = (): unknown => presentIn(gl, session as unknown as XRSession).then(() => controller.resume())
    const timer = setTimeout(start, SETTLE_MS)
    const stop = follow(session, controller)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [gl, session, controller])
  return useMemo(() => new HeadsetReader(controller), [controller])
}
