import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Procedure } from '../../sim/index.ts'
import { useRoom } from '../state/room.ts'
import { useActs } from './useActs.ts'
import { instrumentName, sideName, targetName, verbName } from './words.ts'

/** What each hand does, always on screen. */
function Badge({ side, procedure }: { side: 'left' | 'right'; procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const held = useRoom((s) => s.shown[side])
  const status = useRoom((s) => s.shown.status)
  const working = status?.side === side
  const helper = status?.helper
  const job =
    !working && helper && helper.verb !== 'rest'
      ? i18n._({
          id: 'badge.job',
          message: '{verb}: {target}',
          values: { verb: verbName(i18n, helper.verb), target: targetName(i18n, helper.target) },
        })
      : i18n._({ id: 'badge.empty', message: 'empty' })
  return (
    <p className={working ? 'badge working' : 'badge'}>
      <b>{sideName(i18n, side)}</b>
      <span>{held ? instrumentName(procedure, held) : job}</span>
    </p>
  )
}

function Cell({ name, does }: { name: string; does: string }): ReactNode {
  return (
    <li>
      <kbd>{name}</kbd>
      <span>{does}</span>
    </li>
  )
}

/** What press, wheel and Space do now, in words; it changes with what the hand holds. */
function Cells({ touch }: { touch: boolean }): ReactNode {
  const { i18n } = useLingui()
  const acts = useActs(touch)
  return (
    <ul className="cells" aria-label={i18n._({ id: 'bar.label', message: 'What the controls do now' })}>
      {acts.map(([name, does]) => (
        <Cell key={name} name={name} does={does} />
      ))}
    </ul>
  )
}

export function BottomBar({ procedure, touch }: { procedure: Procedure; touch: boolean }): ReactNode {
  return (
    <footer className="bottom-bar">
      <Badge side="left" procedure={procedure} />
      <Cells touch={touch} />
      <Badge side="right" procedure={procedure} />
    </footer>
  )
}
