// The lists of the room: instruments, sentences, waiting, views. Digits and arrows choose, Esc closes.
import { useLingui } from '@lingui/react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { VIEWS, type ViewName } from '../../view/index.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'
import { actItems, groupItems, type Opened } from './doList.ts'
import { fixtureName, instrumentName } from './words.ts'

export interface Item {
  readonly id: string
  readonly name: string
  /** Choosing it leads on to another list instead of closing this one. */
  readonly stays?: boolean
  choose(): void
}

function move(e: KeyboardEvent<HTMLElement>): void {
  const buttons = [...e.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((b) => b === document.activeElement)
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key]
  const digit = /^[1-9]$/.test(e.key) ? buttons[Number(e.key) - 1] : undefined
  if (e.key === 'Escape') useRoom.getState().open('none')
  else if (digit) digit.click()
  else if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus()
  else return
  e.preventDefault()
  e.stopPropagation()
}

/** A list that took the keyboard; gives it back when it closes. */
export function ListPanel(props: { title: string; items: readonly Item[]; controller: RoomController }): ReactNode {
  const { title, items, controller } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    controller.setListOpen(true)
    box.current?.querySelector('button')?.focus()
    return () => {
      controller.setListOpen(false)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [controller])
  return (
    <div ref={box} className="list-panel" aria-label={title} role="menu" tabIndex={-1} onKeyDown={move}>
      <h2>{title}</h2>
      <ol role="none">
        {items.map((item, i) => (
          <li key={item.id} role="none">
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                item.choose()
                if (!item.stays) useRoom.getState().open('none')
              }}
            >
              {i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
              {item.name}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

const WAITS = ['30', '60', '300', '600', '900'] as const

function useViewItems(): Item[] {
  const { i18n } = useLingui()
  const set = useRoom((s) => s.set)
  const names: Readonly<Record<ViewName, string>> = {
    work: i18n._({ id: 'view.work', message: 'Work' }),
    side: i18n._({ id: 'view.side', message: 'From the side' }),
    face: i18n._({ id: 'view.face', message: 'Face and monitor' }),
    tray: i18n._({ id: 'view.tray', message: 'Tray' }),
  }
  return (Object.keys(VIEWS) as ViewName[]).map((id) => ({ id, name: names[id], choose: () => set({ view: id }) }))
}

function useWaitItems(controller: RoomController): Item[] {
  const { i18n } = useLingui()
  return WAITS.map((seconds) => ({
    id: seconds,
    name:
      seconds === '30'
        ? i18n._({ id: 'wait.seconds', message: '30 seconds' })
        : i18n._({
            id: 'wait.minutes',
            message: '{n, plural, one {# minute} other {# minutes}}',
            values: { n: Number(seconds) / 60 },
          }),
    choose: () => controller.command('wait', { seconds }),
  }))
}

function useToolItems(controller: RoomController): Item[] {
  const { procedure } = controller.begun.bench
  return procedure.instruments.map(({ id }) => ({
    id,
    name: instrumentName(procedure, id),
    choose: () => controller.device.take(id),
  }))
}

/** Where what is in the hand may go: its own place, then the containers of the room. */
function usePutItems(controller: RoomController): Item[] {
  const { i18n } = useLingui()
  const bins = controller.begun.bench.procedure.fixtures.filter((f) => f.bin === true)
  const home = i18n._({ id: 'put.home', message: 'Back to its place' })
  return [
    { id: 'home', name: home, choose: () => controller.device.putBack() },
    ...bins.map(({ id }) => ({ id, name: fixtureName(i18n, id), choose: () => controller.device.putInto(id) })),
  ]
}

/** The list that is open, if any. */
export function OpenList({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const panel = useRoom((s) => s.panel)
  const views = useViewItems()
  const waits = useWaitItems(controller)
  const tools = useToolItems(controller)
  const puts = usePutItems(controller)
  const talk = controller.begun.bench.procedure.phrases.map((p) => ({
    id: p.id,
    name: say(p.text),
    choose: () => controller.command('say', { phrase: p.id }),
  }))
  const group = useRoom((s) => s.group)
  const set = useRoom((s) => s.set)
  const [opened, setOpened] = useState<Opened>(new Set())
  const reading = { opened, open: (field: string): void => setOpened(new Set([...opened, field])) }
  const { procedure } = controller.begun.bench
  const kind = procedure.actGroups.find((g) => g.id === group)
  const does = group === '' ? groupItems(procedure, (id) => set({ group: id })) : actItems(controller, group, reading)
  const lists: Readonly<Record<string, readonly [string, readonly Item[]]>> = {
    do: [kind ? say(kind.title) : i18n._({ id: 'list.do', message: 'Do' }), does],
    tools: [i18n._({ id: 'list.tools', message: 'Take an instrument' }), tools],
    put: [i18n._({ id: 'list.put', message: 'Put it into' }), puts],
    talk: [i18n._({ id: 'list.talk', message: 'Say' }), talk],
    wait: [i18n._({ id: 'list.wait', message: 'Let this much time pass' }), waits],
    view: [i18n._({ id: 'list.view', message: 'Look' }), views],
  }
  const open = lists[panel]
  return open ? <ListPanel key={panel + group} title={open[0]} items={open[1]} controller={controller} /> : null
}
