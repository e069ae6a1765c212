import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { say } from '../../i18n.ts'
import { drillOf } from '../../live/leadIn.ts'
import type { RoomController } from '../../live/roomController.ts'

/** In the room: what the drill asks for; folds away. */
export function DrillTask({ controller }: { controller: RoomController }): ReactNode {
  useLingui()
  const [open, setOpen] = useState(true)
  const { bench, header } = controller.begun
  const drill = drillOf(bench, header.setup.drill)
  if (!drill) return null
  return (
    <details className="guide drill-task" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{say(drill.title)}</summary>
      <p>{say(drill.task)}</p>
    </details>
  )
}
