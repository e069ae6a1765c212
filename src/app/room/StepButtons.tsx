import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { DesktopHands, type StepKind } from '../../input/index.ts'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'
import { ExchangeButton, hasExchange, HoldHubButton } from './ExchangeTools.tsx'

type Row = readonly [kind: StepKind, name: string, minus: string, plus: string]

function useStepRows(): readonly Row[] {
  const { i18n } = useLingui()
  return [
    [
      'advance',
      i18n._({ id: 'step.advance', message: 'Needle' }),
      i18n._({ id: 'step.out', message: '1 mm out' }),
      i18n._({ id: 'step.in', message: '1 mm in' }),
    ],
    [
      'glide_right',
      i18n._({ id: 'step.across', message: 'Across' }),
      i18n._({ id: 'step.left', message: '1 mm left' }),
      i18n._({ id: 'step.right', message: '1 mm right' }),
    ],
    [
      'glide_away',
      i18n._({ id: 'step.along', message: 'Along' }),
      i18n._({ id: 'step.near', message: '1 mm nearer' }),
      i18n._({ id: 'step.away', message: '1 mm away' }),
    ],
    [
      'tilt_right',
      i18n._({ id: 'step.tilt', message: 'Tilt' }),
      i18n._({ id: 'step.tiltLeft', message: '2° left' }),
      i18n._({ id: 'step.tiltRight', message: '2° right' }),
    ],
    [
      'tilt_away',
      i18n._({ id: 'step.pitch', message: 'Tilt' }),
      i18n._({ id: 'step.tiltNear', message: '2° nearer' }),
      i18n._({ id: 'step.tiltAway', message: '2° away' }),
    ],
    [
      'dial',
      i18n._({ id: 'step.plunger', message: 'Plunger' }),
      i18n._({ id: 'step.inject', message: '0.1 mL in' }),
      i18n._({ id: 'step.draw', message: '0.1 mL out' }),
    ],
  ]
}

/** For hands that tremble and for keyboards: one press moves by a fixed small amount, and the attempt notes it. */
export function StepButtons({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const panel = useRoom((s) => s.panel)
  const rows = useStepRows()
  const { device } = controller
  if (panel !== 'steps' || !(device instanceof DesktopHands)) return null
  const press = (kind: StepKind, sign: 1 | -1): void => {
    if (!useRoom.getState().stepButtons) {
      useRoom.getState().set({ stepButtons: true })
      controller.command('assist', { id: 'step_buttons', on: 1 })
    }
    device.step(kind, sign)
  }
  return (
    <section className="list-panel step-buttons" aria-label={i18n._({ id: 'tool.steps', message: 'Step buttons' })}>
      <h2>{i18n._({ id: 'tool.steps', message: 'Step buttons' })}</h2>
      {rows.map(([kind, name, minus, plus]) => (
        <div key={kind} className="step-row">
          <span>{name}</span>
          <button type="button" onClick={() => press(kind, -1)}>
            {minus}
          </button>
          <button type="button" onClick={() => press(kind, 1)}>
            {plus}
          </button>
        </div>
      ))}
      {hasExchange(controller) && (
        <div className="step-row">
          <span>{i18n._({ id: 'step.exchange', message: 'Syringe' })}</span>
          <HoldHubButton controller={controller} />
          <ExchangeButton controller={controller} />
        </div>
      )}
      <p className="small">
        {i18n._({
          id: 'step.note',
          message: 'Their use is noted in the attempt: place, angle and depth are then shown, not scored.',
        })}
      </p>
    </section>
  )
}
