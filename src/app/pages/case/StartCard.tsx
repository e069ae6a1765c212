import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { Case, Procedure } from '../../../sim/index.ts'
import { canDraw } from '../../device/checks.ts'
import { DraftNotice } from '../../kit/DraftNotice.tsx'
import { HeadsetLink } from '../../headset/HeadsetLink.tsx'
import { roomAddress } from '../../live/setup.ts'
import { ModeChoice } from './ModeChoice.tsx'

/** The prebrief's last question, and the door. */
export function StartCard({ procedure, chosen }: { procedure: Procedure; chosen: Case }): ReactNode {
  const { i18n } = useLingui()
  const [mode, setMode] = useState<'guided' | 'practice'>('guided')
  const wanted = { procedure: procedure.id, case: chosen.id, mode }
  return (
    <aside className="stack start">
      <div className="sheet stack">
        <ModeChoice mode={mode} onChange={setMode} />
        {canDraw() ? (
          <Link href={roomAddress(wanted)} className="button primary large">
            {i18n._({ id: 'case.enter', message: 'Enter the room' })}
          </Link>
        ) : (
          <p className="notice">
            {i18n._({
              id: 'case.noRoom',
              message: 'This browser cannot draw the room (no WebGL 2). Reading the case works.',
            })}
          </p>
        )}
        <HeadsetLink to={roomAddress(wanted, 'headset')} />
        <p className="small soft">
          {i18n._({
            id: 'case.safe',
            message: 'Everything is kept second by second. You can stop at any time and go on later.',
          })}
        </p>
      </div>
      <DraftNotice />
    </aside>
  )
}
