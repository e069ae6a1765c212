import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../kit/Card.tsx'
import { DataTable } from '../../kit/DataTable.tsx'
import { PARTS } from './licences.ts'

/** Licences of the product, its assets and its parts. */
export function Licences(): ReactNode {
  const { i18n } = useLingui()
  const own = i18n._({ id: 'about.own', message: 'own work' })
  const assets = [
    ['surehand', i18n._({ id: 'about.itself', message: 'Surehand itself' }), 'Apache-2.0', own],
    ['anatomy', i18n._({ id: 'about.anatomy', message: 'Anatomy, meshes, films' }), 'Apache-2.0', own],
    ['font', 'Noto Sans SC', 'SIL OFL 1.1', 'Google, Adobe'],
    ['profiles', '@webxr-input-profiles/assets', 'MIT', 'Amazon'],
  ] as const
  const parts = i18n._({ id: 'about.parts', message: 'Program parts ({n})', values: { n: PARTS.length } })
  const part = i18n._({ id: 'about.part', message: 'Part' })
  const licence = i18n._({ id: 'about.licence', message: 'Licence' })
  return (
    <Card title={i18n._({ id: 'about.licences', message: 'Licences' })}>
      <DataTable
        caption={i18n._({ id: 'about.licences', message: 'Licences' })}
        head={[part, licence, i18n._({ id: 'about.from', message: 'From' })]}
        rows={assets.map(([id, ...cells]) => ({ id, cells }))}
      />
      <details className="fold">
        <summary>{parts}</summary>
        <DataTable
          caption={parts}
          head={[part, licence]}
          rows={PARTS.map((p) => ({ id: p.name, cells: [p.name, p.licence] }))}
        />
      </details>
    </Card>
  )
}
