import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { exposeRoom } from '../debug.ts'
import { EnterPage, type HeadsetClass } from '../headset/EnterPage.tsx'
import type { HeadsetSession } from '../headset/session.ts'
import { say } from '../i18n.ts'
import { Boundary } from '../kit/Boundary.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { Working } from '../kit/Working.tsx'
import type { RoomController } from '../live/roomController.ts'
import { BottomBar } from '../room/BottomBar.tsx'
import { Ended } from '../room/Ended.tsx'
import { entryOf, needsHeadset } from '../room/entry.ts'
import { Guide } from '../room/Guide.tsx'
import { OpenList } from '../room/Lists.tsx'
import { AskFinish, Help, Messages, Paused } from '../room/Overlays.tsx'
import { Picture } from '../room/Picture.tsx'
import { StepButtons } from '../room/StepButtons.tsx'
import { ActTools, HelperTools } from '../room/Toolbar.tsx'
import { TopStrip } from '../room/TopStrip.tsx'
import { useLive } from '../room/useLive.ts'
import { DrillTask } from './drills/DrillTask.tsx'

interface RoomProps {
  readonly controller: RoomController
  readonly session: HeadsetSession | null
  onSession(session: HeadsetSession): void
}

function Room({ controller, session, onSession }: RoomProps): ReactNode {
  const { i18n } = useLingui()
  const { procedure } = controller.begun.bench
  useEffect(() => exposeRoom(controller), [controller])
  useEffect(() => {
    document.title = `${say(procedure.title)} · ${i18n._({ id: 'app.name', message: 'Surehand' })}`
  }, [i18n, procedure])
  const label = i18n._({
    id: 'room.picture',
    message: 'Treatment room. All acts are also on keys and buttons; Help lists them.',
  })
  return (
    <div className="room night">
      <TopStrip controller={controller} />
      <main className="room-main">
        <Boundary onError={() => controller.run.flush()}>
          <Picture controller={controller} session={session} label={label} />
        </Boundary>
        <HelperTools controller={controller} />
        <ActTools controller={controller} />
        <OpenList controller={controller} />
        <StepButtons controller={controller} />
        <Guide controller={controller} />
        <DrillTask controller={controller} />
        <Messages />
      </main>
      <BottomBar procedure={procedure} touch={controller.touch} />
      <Paused controller={controller} onSession={onSession} />
      <AskFinish controller={controller} />
      <Help touch={controller.touch} />
      <Ended controller={controller} />
    </div>
  )
}

function Waiting({ share, isNew }: { share: number | null; isNew: boolean }): ReactNode {
  const { i18n } = useLingui()
  const text =
    share === null
      ? i18n._({ id: 'room.loading', message: 'Preparing the room…' })
      : isNew
        ? i18n._({ id: 'room.leadIn', message: 'The beginning is being done for you…' })
        : i18n._({ id: 'room.resuming', message: 'Going through what you did so far…' })
  return (
    <Page title={text}>
      <Working text={text} share={share} />
    </Page>
  )
}

/** The address decides once, when the page opens; later changes of it (a reload leads back here) change nothing. */
export default function RoomPage(): ReactNode {
  const { i18n } = useLingui()
  const [asked] = useState(() => entryOf(location.pathname))
  const [session, setSession] = useState<HeadsetSession | null>(null)
  const [entry, setEntry] = useState(() => (needsHeadset(asked) ? null : asked))
  const live = useLive(entry)
  const enter = (fresh: HeadsetSession, input_class: HeadsetClass): void => {
    setSession(fresh)
    if (asked.kind === 'new') setEntry({ kind: 'new', wanted: { ...asked.wanted, input_class } })
  }
  if (entry === null && session === null) return <EnterPage onEnter={enter} />
  if (live.state === 'ready') return <Room controller={live.controller} session={session} onSession={setSession} />
  if (live.state === 'loading') return <Waiting share={live.share} isNew={asked.kind === 'new'} />
  const title = i18n._({ id: 'room.failed', message: 'The room cannot be opened' })
  return (
    <Page title={title}>
      <div className="stack">
        <h1>{title}</h1>
        <Failure error={live.error} />
        <p>
          <Link href="/attempts" className="button">
            {i18n._({ id: 'room.toAttempts', message: 'To my attempts' })}
          </Link>
        </p>
      </div>
    </Page>
  )
}
