import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clock, modeName } from '../history/names.ts'
import { say } from '../i18n.ts'
import { LanguageSwitch } from '../kit/Layout.tsx'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'

function Clocks(): ReactNode {
  const { i18n } = useLingui()
  const clinical = useRoom((s) => s.shown.clinical_s)
  const safe = useRoom((s) => s.shown.safe_s)
  const error = useRoom((s) => s.storeError)
  return (
    <p className="clocks">
      <span>{i18n._({ id: 'room.clinical', message: 'Clinical time {time}', values: { time: clock(clinical) } })}</span>
      <span className={error === null ? 'safe' : 'unsafe'}>
        {error === null
          ? i18n._({ id: 'room.safe', message: 'Kept {time}', values: { time: clock(safe) } })
          : i18n._({ id: 'room.unsafe', message: 'Not kept since {time}', values: { time: clock(safe) } })}
      </span>
    </p>
  )
}

export function TopStrip({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const open = useRoom((s) => s.open)
  const { header, bench } = controller.begun
  return (
    <header className="top-strip">
      <Link
        href="/"
        className="brand-mark"
        aria-label={i18n._({ id: 'room.leave', message: 'Leave; what you did is kept' })}
      >
        <b lang="zh-CN">妙手</b>
      </Link>
      <h1>{say(bench.procedure.title)}</h1>
      <span className="tag">{modeName(i18n, header.setup.mode)}</span>
      <Clocks />
      <div className="strip-buttons">
        <LanguageSwitch />
        <button type="button" onClick={() => open('help')}>
          {i18n._({ id: 'room.help', message: 'Help' })}
        </button>
        <button type="button" onClick={() => controller.pause()}>
          {i18n._({ id: 'room.pause', message: 'Pause' })}
        </button>
        <button type="button" className="finish" onClick={() => open('finish')}>
          {i18n._({ id: 'room.finish', message: 'Finish' })}
        </button>
      </div>
    </header>
  )
}
