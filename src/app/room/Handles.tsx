// Handles over the picture: ring (tilt), arrow (push), thumb (plunger). Moved by the frame, never by React.
import { forwardRef, type ReactNode, useImperativeHandle, useRef } from 'react'
import { mad, normalize, rotate, transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { HeldTool } from '../../input/index.ts'
import type { RoomController } from '../live/roomController.ts'
import { pixelOf } from '../scene/look.ts'

/** Distance between neighbouring handles, px: they are 48 px wide. */
const APART = 58

/** Handles of a tool without a needle begin so far behind its tip, m: what it is brought to stays free. */
const NOZZLE_BACK = 0.05

export interface HandlesHandle {
  place(): void
}

function put(el: HTMLElement | null, x: number, y: number, angle: number): void {
  if (el) el.style.transform = `translate(${x - 24}px, ${y - 24}px) rotate(${angle}rad)`
}

/** Pixel of the hub and the unit direction on the screen from tip to hand; null when it cannot be seen. */
function shaftOnScreen(c: RoomController, tool: HeldTool): readonly [number, number, number, number] | null {
  const tip = transform(tool.pose, tool.tip)
  const axis: Vec3 = normalize(rotate(tool.pose.q, tool.axis))
  const needle = c.begun.bench.procedure.instruments.find((i) => i.id === tool.needle)?.needle?.length_m ?? NOZZLE_BACK
  const hub = pixelOf(c.look, mad(tip, axis, -needle))
  const end = pixelOf(c.look, mad(tip, axis, -needle - 0.05))
  if (!hub || !end) return null
  const [dx, dy] = [end[0] - hub[0], end[1] - hub[1]]
  const long = Math.hypot(dx, dy)
  return long < 4 ? [hub[0], hub[1], 0, -1] : [hub[0], hub[1], dx / long, dy / long]
}

export const Handles = forwardRef<HandlesHandle, { controller: RoomController }>(function Handles(
  { controller },
  ref,
): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const arrow = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    place() {
      const el = box.current
      if (!el) return
      const status = controller.device.status()
      const tool = status.phase === 'held' ? controller.query.tool(status.side) : null
      const shaft = tool && shaftOnScreen(controller, tool)
      el.hidden = !shaft
      if (!tool || !shaft) return
      const [x, y, dx, dy] = shaft
      const angle = Math.atan2(dy, dx)
      put(ring.current, x, y, angle)
      put(arrow.current, x + dx * APART, y + dy * APART, angle)
      if (thumb.current) thumb.current.hidden = tool.dial !== 'plunger'
      put(thumb.current, x + dx * APART * 2, y + dy * APART * 2, angle)
    },
  }))
  // Everything that a handle does has a key and a button too: they are hidden from screen readers.
  return (
    <div ref={box} className="handles" aria-hidden="true" hidden>
      <div ref={ring} className="handle ring" data-hand-target="tilt" />
      <div ref={arrow} className="handle arrow" data-hand-target="push">
        <svg viewBox="0 0 48 48">
          <path d="M8 24h32M8 24l8-7M8 24l8 7M40 24l-8-7M40 24l-8 7" />
        </svg>
      </div>
      <div ref={thumb} className="handle thumb" data-hand-target="plunger">
        <svg viewBox="0 0 48 48">
          <path d="M14 12v24M14 24h22M36 16v16" />
        </svg>
      </div>
    </div>
  )
})
