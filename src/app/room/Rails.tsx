// Rails for the thumbs (touch): right pushes and withdraws, left moves the plunger; there while a tool is in the hand.
import type { ReactNode } from 'react'
import { useRoom } from '../state/room.ts'

/** Everything that a rail does has step buttons too, and the bar says what they do: hidden from screen readers. */
export function Rails(): ReactNode {
  const holding = useRoom((s) => s.shown.status?.holding ?? null)
  const hasPlunger = useRoom((s) => s.shown.hasPlunger)
  if (holding === null) return null
  return (
    <>
      {hasPlunger && (
        <div className="rail left-rail" data-hand-target="dialRail" aria-hidden="true">
          <svg viewBox="0 0 48 48">
            <path d="M14 8h20M24 8v16M14 24h20v16h-20z" />
          </svg>
        </div>
      )}
      <div className="rail right-rail" data-hand-target="pushRail" aria-hidden="true">
        <svg viewBox="0 0 48 48">
          <path d="M24 6v36M24 6l-8 9M24 6l8 9M24 42l-8-9M24 42l8-9" />
        </svg>
      </div>
    </>
  )
}
