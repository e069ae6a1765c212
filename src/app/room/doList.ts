// The procedure's own acts as lists: first which kind, then which one.
import type { Procedure } from '../../sim/index.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import type { Item } from './Lists.tsx'

/** Kinds of acts; choosing one opens its list. */
export function groupItems(procedure: Procedure, open: (group: string) => void): Item[] {
  return procedure.actGroups.map((g) => ({ id: g.id, name: say(g.title), stays: true, choose: () => open(g.id) }))
}

/** The acts of one kind. */
export function actItems(controller: RoomController, group: string): Item[] {
  const { procedure } = controller.begun.bench
  const found = procedure.actGroups.find((g) => g.id === group)
  return (found?.acts ?? []).map((a, i) => ({
    id: `${group}-${i}`,
    name: say(a.text),
    choose: () => controller.command(a.command.command, a.command.args),
  }))
}
