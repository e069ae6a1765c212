// The procedure's own acts as lists: first which kind, then which one.
import type { Procedure } from '../../sim/index.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import type { Item } from './Lists.tsx'

/** Kinds of acts; choosing one opens its list. */
export function groupItems(procedure: Procedure, open: (group: string) => void): Item[] {
  return procedure.actGroups.map((g) => ({ id: g.id, name: say(g.title), stays: true, choose: () => open(g.id) }))
}

/** Opened records of this attempt, by field; a list shows them until the room is left. */
export type Opened = ReadonlySet<string>

interface Reading {
  readonly opened: Opened
  open(field: string): void
}

/** The acts of one kind; a record that was opened shows what it says. */
export function actItems(controller: RoomController, group: string, reading: Reading): Item[] {
  const { procedure } = controller.begun.bench
  const found = procedure.actGroups.find((g) => g.id === group)
  return (found?.acts ?? []).map((a, i) => {
    const field = a.command.args['field']
    const text = typeof field === 'string' ? recordOf(controller, field) : undefined
    const read = text !== undefined && typeof field === 'string' && reading.opened.has(field)
    return {
      id: `${group}-${i}`,
      name: read ? `${say(a.text)}: ${text}` : say(a.text),
      stays: text !== undefined,
      choose(): void {
        controller.command(a.command.command, a.command.args)
        if (typeof field === 'string') reading.open(field)
      },
    }
  })
}

function recordOf(controller: RoomController, field: string): string | undefined {
  const { bench, header } = controller.begun
  const text = bench.procedure.cases.find((c) => c.id === header.setup.case)?.record?.[field]
  return text && say(text)
}
