// Says when a syringe came off its needle or went on: read from what the simulation has testified.
import { useEffect } from 'react'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import type { RoomController } from '../live/roomController.ts'
import { type RoomNote, useRoom } from '../state/room.ts'

const LOOK_MS = 250

/**
 * What is said of an event, null = nothing. That the needle moved because nobody had its hub is a lesson: an exam keeps
 * it for the report.
 */
export function noteOf(event: EvidenceEvent, exam: boolean): RoomNote | null {
  const { kind, values } = event
  if ((kind !== 'attach' && kind !== 'detach') || typeof values['held'] !== 'boolean') return null
  const moved = !exam && !values['held'] && Number(values['hub_mm']) > 0
  if (kind === 'attach') return moved ? 'on_moved' : 'on'
  return moved ? 'off_moved' : 'off'
}

/** Follows the evidence of the attempt while the room is open. */
export function useTold({ begun }: RoomController): void {
  useEffect(() => {
    const { events, setup } = begun.session
    let seen = events.length
    const timer = setInterval(() => {
      const fresh = events.slice(seen)
      seen = events.length
      const note = fresh.flatMap((e) => noteOf(e, setup.mode === 'exam') ?? []).at(-1)
      if (note) useRoom.getState().set({ note })
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [begun])
}
