import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Vitals as Measured } from '../../../sim/index.ts'

/** What is measured on arrival. No value is coloured: what is abnormal is the learner's to see. */
export function Vitals({ measured: v }: { measured: Measured }): ReactNode {
  const { i18n } = useLingui()
  const perMinute = i18n._({ id: 'unit.perMinute', message: '/min' })
  const rows = [
    [i18n._({ id: 'vitals.temperature', message: 'Temperature' }), v.temperature_c.toFixed(1), '°C'],
    [i18n._({ id: 'vitals.pulse', message: 'Pulse' }), v.pulse_bpm, perMinute],
    [i18n._({ id: 'vitals.pressure', message: 'Blood pressure' }), `${v.systolic_mmhg}/${v.diastolic_mmhg}`, 'mmHg'],
    [i18n._({ id: 'vitals.breaths', message: 'Breathing' }), v.breaths_per_min, perMinute],
    [i18n._({ id: 'vitals.oxygen', message: 'Oxygen saturation' }), v.spo2_percent, '%'],
  ] as const
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'vitals.title', message: 'On arrival' })}</h2>
      <dl className="vitals">
        {rows.map(([name, value, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b className="figures">{value}</b> <span className="small">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
