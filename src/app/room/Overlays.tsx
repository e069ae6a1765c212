// What lies over the room: paused, help, asking whether it is finished, messages of hands and store.
import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { type HeadsetSession, requestHeadset } from '../headset/session.ts'
import { explain } from '../kit/explain.ts'
import type { RoomController } from '../live/roomController.ts'
import { type RoomNote, useRoom } from '../state/room.ts'
import { useSettings } from '../state/settings.ts'
import { useHelp } from './useHelp.ts'

/** A box in the middle that takes the keyboard. */
export function Middle({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  return (
    <div className="veil">
      <dialog open ref={box} className="sheet middle" aria-label={title}>
        <h2>{title}</h2>
        {children}
      </dialog>
    </div>
  )
}

export interface PausedProps {
  readonly controller: RoomController
  /** A headset was entered again. */
  onSession(session: HeadsetSession): void
}

/** Going on in a headset needs its session; it may also be finished here, on the page. */
export function Paused({ controller, onSession }: PausedProps): ReactNode {
  const { i18n } = useLingui()
  const phase = useRoom((s) => s.shown.phase)
  const panel = useRoom((s) => s.panel)
  const open = useRoom((s) => s.open)
  if (phase !== 'paused' || panel === 'finish') return null
  const goOn = (): void => {
    if (controller.headset) void requestHeadset().then(onSession, () => undefined)
    else controller.resume()
  }
  return (
    <Middle title={i18n._({ id: 'paused.title', message: 'Paused' })}>
      <p>
        {i18n._({ id: 'paused.text', message: 'Nothing moves and no clinical time passes. What you did is kept.' })}
      </p>
      <p className="row">
        <button type="button" className="button primary" onClick={goOn}>
          {i18n._({ id: 'paused.continue', message: 'Go on' })}
        </button>
        <button type="button" className="button" onClick={() => open('finish')}>
          {i18n._({ id: 'room.finish', message: 'Finish' })}
        </button>
        <Link href="/" className="button">
          {i18n._({ id: 'paused.leave', message: 'Leave for now' })}
        </Link>
      </p>
    </Middle>
  )
}

export function AskFinish({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const { panel, open } = useRoom()
  if (panel !== 'finish') return null
  const finish = (): void => {
    controller.finish()
    open('none')
  }
  return (
    <Middle title={i18n._({ id: 'finish.title', message: 'Finish this attempt?' })}>
      <p>
        {i18n._({ id: 'finish.text', message: 'You then see the report. An attempt that is finished cannot go on.' })}
      </p>
      <p className="row">
        <button type="button" className="button primary" onClick={finish}>
          {i18n._({ id: 'finish.yes', message: 'Finish' })}
        </button>
        <button type="button" className="button" onClick={() => open('none')}>
          {i18n._({ id: 'finish.no', message: 'Not yet' })}
        </button>
      </p>
    </Middle>
  )
}

function SoundSwitch(): ReactNode {
  const { i18n } = useLingui()
  const { sound, set } = useSettings()
  return (
    <label className="row tight">
      <input type="checkbox" checked={sound} onChange={(e) => set({ sound: e.target.checked })} />
      {i18n._({ id: 'help.sound', message: 'Sound (everything that is heard is also seen)' })}
    </label>
  )
}

export function Help({ touch }: { touch: boolean }): ReactNode {
  const { i18n } = useLingui()
  const { panel, open } = useRoom()
  const rows = useHelp(touch)
  if (panel !== 'help') return null
  return (
    <Middle
      title={i18n._({
        id: 'help.rule',
        message:
          'Press it and drag it. What you press decides what moves. The other hand keeps doing what you told it.',
      })}
    >
      <dl className="help">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <SoundSwitch />
      <p>
        <button type="button" className="button primary" onClick={() => open('none')}>
          {i18n._({ id: 'help.close', message: 'Understood' })}
        </button>
      </p>
    </Middle>
  )
}

function useSaid(): string | null {
  const { i18n } = useLingui()
  const note = useRoom((s) => s.note)
  if (note === null) return null
  const texts: Readonly<Record<RoomNote, string>> = {
    missed: i18n._({ id: 'note.missed', message: 'The hand did not get hold of it. Press it again.' }),
    in_tissue: i18n._({ id: 'note.inTissue', message: 'The needle is still in the patient: withdraw it first.' }),
    off: i18n._({ id: 'note.off', message: 'The syringe is off the needle.' }),
    off_moved: i18n._({
      id: 'note.offMoved',
      message: 'The syringe is off. Nobody held the hub: the needle was pulled.',
    }),
    on: i18n._({ id: 'note.on', message: 'The syringe is on the needle.' }),
    on_moved: i18n._({
      id: 'note.onMoved',
      message: 'The syringe is on. Nobody held the hub: the needle was pushed.',
    }),
  }
  return texts[note]
}

/** Short messages that come and go: read out by screen readers, seen above the bottom bar. */
export function Messages(): ReactNode {
  const { i18n } = useLingui()
  const { note, storeError, set } = useRoom()
  useEffect(() => {
    if (note === null) return undefined
    const timer = setTimeout(() => set({ note: null }), 5000)
    return () => clearTimeout(timer)
  }, [note, set])
  const said = useSaid()
  return (
    <output className="messages">
      {storeError !== null && <span className="unsafe">{explain(i18n, storeError)}</span>}
      {said !== null && <span>{said}</span>}
    </output>
  )
}
