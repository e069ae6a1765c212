import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { HELPER_VERBS } from '../../input/index.ts'
import type { RoomController } from '../live/roomController.ts'
import { type Panel, useRoom } from '../state/room.ts'
import { ExchangeButton, HoldHubButton } from './ExchangeTools.tsx'
import { useTold } from './useTold.ts'
import { verbName } from './words.ts'

/** The six verbs of the helper hand, and how firmly. */
export function HelperTools({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const helper = useRoom((s) => s.shown.status?.helper)
  const title = i18n._({ id: 'helper.title', message: 'Helper hand' })
  return (
    <section className="tools helper" aria-label={title}>
      <h2>{title}</h2>
      {HELPER_VERBS.map((verb, i) => {
        const on = helper?.pending === verb || (helper?.pending === null && helper.verb === verb)
        return (
          <button key={verb} type="button" aria-pressed={on} onClick={() => controller.device.helper(verb)}>
            {verbName(i18n, verb)}
            <kbd aria-hidden="true">{i + 1}</kbd>
          </button>
        )
      })}
      <HoldHubButton controller={controller} />
      <label className="firmness">
        <span>{i18n._({ id: 'helper.firmness', message: 'Firmness' })}</span>
        <input
          type="range"
          min={1}
          max={3}
          step={1}
          value={helper?.firmness ?? 2}
          onChange={(e) => controller.device.setFirmness(Number(e.target.value))}
        />
      </label>
    </section>
  )
}

/** Opens the list of containers for what is in the hand. */
function PutButton({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const { panel, open } = useRoom()
  const holding = useRoom((s) => s.shown.status?.holding ?? null)
  if (!controller.begun.bench.procedure.fixtures.some((f) => f.bin === true)) return null
  return (
    <button
      type="button"
      disabled={holding === null}
      aria-expanded={panel === 'put'}
      onClick={() => open(panel === 'put' ? 'none' : 'put')}
    >
      {i18n._({ id: 'tool.putInto', message: 'Throw away' })}
      <kbd aria-hidden="true">B</kbd>
    </button>
  )
}

/** Lists and acts at the right of the picture. */
export function ActTools({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const { panel, open } = useRoom()
  useTold(controller)
  const holding = useRoom((s) => s.shown.status?.holding ?? null)
  const lists: readonly (readonly [Panel, string, string])[] = [
    ['tools', i18n._({ id: 'tool.instruments', message: 'Instruments' }), ''],
    ['do', i18n._({ id: 'tool.do', message: 'Prepare, decide, order' }), 'E'],
    ['talk', i18n._({ id: 'tool.talk', message: 'Talk' }), 'T'],
    ['wait', i18n._({ id: 'tool.wait', message: 'Let time pass' }), 'W'],
    ['view', i18n._({ id: 'tool.view', message: 'View' }), 'V'],
    ['steps', i18n._({ id: 'tool.steps', message: 'Step buttons' }), ''],
  ]
  const title = i18n._({ id: 'tool.title', message: 'Acts' })
  return (
    <section className="tools acts" aria-label={title}>
      <h2>{title}</h2>
      {lists.map(([id, name, key]) => (
        <button key={id} type="button" aria-expanded={panel === id} onClick={() => open(panel === id ? 'none' : id)}>
          {name}
          {key && <kbd aria-hidden="true">{key}</kbd>}
        </button>
      ))}
      <ExchangeButton controller={controller} />
      <button type="button" disabled={holding === null} onClick={() => controller.device.putBack()}>
        {i18n._({ id: 'tool.putBack', message: 'Put back' })}
        <kbd aria-hidden="true">G</kbd>
      </button>
      <PutButton controller={controller} />
      <button type="button" onClick={() => controller.device.swapHands()}>
        {i18n._({ id: 'tool.swap', message: 'Other hand' })}
        <kbd aria-hidden="true">Q</kbd>
      </button>
    </section>
  )
}
