// The picture with its handles: pointer, wheel and keys go to the hands, what they leave turns the view.
import { type PointerEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { DesktopHands, listenDesktop, listenTouch } from '../../input/index.ts'
import { Orbit } from '../../view/index.ts'
import type { HeadsetSession } from '../headset/session.ts'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'
import { Captions } from './Captions.tsx'
import { Handles, type HandlesHandle } from './Handles.tsx'
import { Rails } from './Rails.tsx'
import { Stage } from './Stage.tsx'

const RAD_PER_PX = 0.006

function useHands(controller: RoomController): React.RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { device } = controller
    if (!box.current) return undefined
    return device instanceof DesktopHands ? listenDesktop(device, box.current) : listenTouch(device, box.current)
  }, [controller])
  return box
}

/** Dragging the background turns the view; presses that mean something to the hands never get here. */
function useTurning(orbit: Orbit): { down(e: PointerEvent): void; move(e: PointerEvent): void; up(): void } {
  const last = useRef<readonly [number, number] | null>(null)
  return useMemo(
    () => ({
      down: (e) => {
        last.current = [e.clientX, e.clientY]
      },
      move: (e) => {
        const from = last.current
        if (!from || e.buttons === 0) return
        orbit.turn((from[0] - e.clientX) * RAD_PER_PX, (from[1] - e.clientY) * RAD_PER_PX)
        last.current = [e.clientX, e.clientY]
      },
      up: () => {
        last.current = null
      },
    }),
    [orbit],
  )
}

export interface PictureProps {
  readonly controller: RoomController
  readonly session: HeadsetSession | null
  readonly label: string
}

export function Picture({ controller, session, label }: PictureProps): ReactNode {
  const orbit = useMemo(() => new Orbit(), [])
  const box = useHands(controller)
  const turning = useTurning(orbit)
  const handles = useRef<HandlesHandle>(null)
  const chosen = useRoom((s) => s.quality)
  // two eyes at 72 to 90 Hz: what a desktop draws at its best is too much for a headset
  const quality = session && chosen === 'high' ? 'headset' : chosen
  const onFrame = useCallback(() => handles.current?.place(), [])
  return (
    <div className="picture" onPointerDown={turning.down} onPointerMove={turning.move} onPointerUp={turning.up}>
      <div ref={box} className="picture-inner" role="application" aria-label={label}>
        <Stage controller={controller} session={session} orbit={orbit} quality={quality} onFrame={onFrame} />
        {!controller.touch && <Handles ref={handles} controller={controller} />}
        {controller.touch && <Rails />}
      </div>
      <Captions controller={controller} />
    </div>
  )
}
