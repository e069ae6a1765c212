// What counts on which kind of device: the same table that scoring obeys (a test compares the two).
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { DataTable } from '../../kit/DataTable.tsx'
import { COUNTS, type Counts, type DevicePart, DEVICES } from './counts.ts'

function usePartNames(): Readonly<Record<DevicePart, string>> {
  const { i18n } = useLingui()
  return {
    decisions: i18n._({ id: 'counts.decisions', message: 'Decisions, order, doses, communication, reading films' }),
    asepsis: i18n._({ id: 'counts.asepsis', message: 'Asepsis' }),
    place: i18n._({ id: 'counts.place', message: 'Place and depth' }),
    angle: i18n._({ id: 'counts.angle', message: 'Angle' }),
    redirection: i18n._({ id: 'counts.redirection', message: 'Changing direction' }),
    steadiness: i18n._({ id: 'counts.steadiness', message: 'Steadiness, hub held still' }),
    force: i18n._({ id: 'counts.force', message: 'Force, feel, time, smoothness' }),
  }
}

function useCountWords(): Readonly<Record<Counts, string>> {
  const { i18n } = useLingui()
  return {
    yes: i18n._({ id: 'counts.yes', message: 'counts' }),
    gross: i18n._({ id: 'counts.gross', message: 'gross errors' }),
    shown: i18n._({ id: 'counts.shown', message: 'shown' }),
    no: i18n._({ id: 'counts.no', message: 'no' }),
  }
}

export function DeviceCounts(): ReactNode {
  const { i18n } = useLingui()
  const names = usePartNames()
  const words = useCountWords()
  const touch = matchMedia('(pointer: coarse)').matches
  const devices = [
    i18n._({ id: 'counts.controllers', message: 'Headset, controllers' }),
    i18n._({ id: 'counts.hands', message: 'Headset, bare hands' }),
    i18n._({ id: 'counts.mouse', message: 'Mouse, keyboard' }),
    i18n._({ id: 'counts.touch', message: 'Touch, step buttons' }),
  ]
  const here = DEVICES.indexOf(touch ? 'touch' : 'mouse') + 1
  const caption = i18n._({ id: 'counts.title', message: 'What counts on which device' })
  const rows = COUNTS.map(([part, counts]) => ({ id: part, cells: [names[part], ...counts.map((c) => words[c])] }))
  return (
    <details className="fold">
      <summary>{caption}</summary>
      <div className="stack tight">
        <DataTable
          caption={caption}
          head={[i18n._({ id: 'counts.part', message: 'Part' }), ...devices]}
          rows={rows}
          here={here}
        />
        <p className="small soft">
          {i18n._({
            id: 'counts.note',
            message:
              'The shaded column is what you use now. Hand skill is compared only within one column; decisions and order count alike in all.',
          })}
        </p>
      </div>
    </details>
  )
}
