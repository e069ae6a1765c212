// The end of an attempt, wanted or not: seal it, then the report; or hand the file out when it cannot be stored.
import { useLingui } from '@lingui/react'
import { type ReactNode, useCallback } from 'react'
import { useLocation } from 'wouter'
import { fileName, saveFile } from '../history/exchange.ts'
import { clock } from '../history/names.ts'
import { detail } from '../kit/explain.ts'
import { Failure } from '../kit/Failure.tsx'
import { useAsync } from '../kit/useAsync.ts'
import { Working } from '../kit/Working.tsx'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'
import { Middle } from './Overlays.tsx'

function Stopped({ controller, onReport }: { controller: RoomController; onReport(): void }): ReactNode {
  const { i18n } = useLingui()
  const error = useRoom((s) => s.runError)
  const time = clock(controller.run.session.state.tick / 90)
  return (
    <Middle title={i18n._({ id: 'stopped.title', message: 'The simulation stopped' })}>
      <p>
        {i18n._({
          id: 'stopped.text',
          message:
            'It met something that it cannot compute. This is a fault of the program, not yours. What you did until {time} is kept.',
          values: { time },
        })}
      </p>
      <details className="small">
        <summary>{i18n._({ id: 'error.detail', message: 'Technical text' })}</summary>
        <code lang="en">{detail(error)}</code>
      </details>
      <p>
        <button type="button" className="button primary" onClick={onReport}>
          {i18n._({ id: 'stopped.report', message: 'To the report' })}
        </button>
      </p>
    </Middle>
  )
}

function SaveIt({ controller, bytes }: { controller: RoomController; bytes: Uint8Array }): ReactNode {
  const { i18n } = useLingui()
  const { header } = controller.begun
  const name = fileName({ id: header.id, procedure: header.procedure, createdUtc: header.created_utc })
  return (
    <Middle title={i18n._({ id: 'save.title', message: 'Save this attempt as a file' })}>
      <p>
        {i18n._({
          id: 'save.text',
          message:
            'This browser could not store it. Save the file; import it later under "My attempts" to see report and replay.',
        })}
      </p>
      <p>
        <button type="button" className="button primary" onClick={() => saveFile(name, bytes)}>
          {i18n._({ id: 'save.button', message: 'Save the file' })}
        </button>
      </p>
    </Middle>
  )
}

function Sealing({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const [, go] = useLocation()
  const seal = useCallback(async () => {
    controller.run.flush()
    const sealed = await controller.begun.keeper.seal()
    if (sealed.stored) go(`/attempts/${controller.begun.header.id}`, { replace: true })
    return sealed
  }, [controller, go])
  const sealed = useAsync(seal)
  if (sealed.state === 'failed') return <Failure error={sealed.error} />
  if (sealed.state === 'done' && !sealed.value.stored)
    return <SaveIt controller={controller} bytes={sealed.value.bytes} />
  const text = i18n._({ id: 'seal.working', message: 'Keeping the attempt…' })
  return (
    <Middle title={text}>
      <Working text={text} />
    </Middle>
  )
}

/** Nothing while the attempt runs. */
export function Ended({ controller }: { controller: RoomController }): ReactNode {
  const phase = useRoom((s) => s.shown.phase)
  const sealing = useRoom((s) => s.sealing)
  const set = useRoom((s) => s.set)
  if (phase === 'finished' || sealing) return <Sealing controller={controller} />
  if (phase === 'stopped') return <Stopped controller={controller} onReport={() => set({ sealing: true })} />
  return null
}
