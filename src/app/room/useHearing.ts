// What the room sounds like, and what a controller's hand feels: the same cues, read once a frame from the view.
import { useEffect, useMemo } from 'react'
import { createSound, CueReader, type Sound } from '../../audio/index.ts'
import { createHaptics, feel, feelForce, type Haptics, toControllers } from '../../xr/index.ts'
import type { HeadsetSession } from '../headset/session.ts'
import type { RoomController } from '../live/roomController.ts'
import { useSettings } from '../state/settings.ts'

/** Sound needs a gesture: the first press or key of the room wakes it. */
function wakeBy(sound: Sound): () => void {
  const off = new AbortController()
  const wake = (): void => {
    off.abort()
    void sound.enable().catch(() => undefined)
  }
  window.addEventListener('pointerdown', wake, { signal: off.signal })
  window.addEventListener('keydown', wake, { signal: off.signal })
  return () => off.abort()
}

function hapticsOf(session: HeadsetSession | null): Haptics {
  const send = toControllers(() => session?.inputSources ?? [])
  return createHaptics({ now: () => performance.now(), send })
}

/** Call the returned function once a frame, after the ticks. */
export function useHearing(controller: RoomController, session: HeadsetSession | null): () => void {
  const sound = useMemo(() => createSound(), [])
  const wanted = useSettings((s) => s.sound)
  useEffect(() => {
    if (wanted) return wakeBy(sound)
    sound.disable()
    return undefined
  }, [sound, wanted])
  useEffect(() => () => sound.close(), [sound])
  return useMemo(() => {
    const reader = new CueReader(controller.begun.session.layout)
    const haptics = hapticsOf(session)
    return () => {
      const heard = reader.read(controller.run.view)
      sound.play(heard)
      for (const cue of heard.cues) feel(haptics, cue)
      feelForce(haptics, 'left', heard.levels.left_n)
      feelForce(haptics, 'right', heard.levels.right_n)
    }
  }, [controller, session, sound])
}
