import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { procedures } from '../../../scenes/index.ts'
import { useReports } from '../history/useReports.ts'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { Page } from '../kit/Layout.tsx'
import { ProcedureCard } from './library/ProcedureCard.tsx'

export function LibraryPage(): ReactNode {
  const { i18n } = useLingui()
  const here = useReports()
  const title = i18n._({ id: 'library.title', message: 'Procedures' })
  const shelves = [
    ['orthopedic', i18n._({ id: 'library.orthopedic', message: 'Orthopedics' })],
    ['pediatric', i18n._({ id: 'library.pediatric', message: 'Pediatrics' })],
  ] as const
  return (
    <Page title={title}>
      <div className="stack">
        <h1>{title}</h1>
        <DraftNotice />
        {shelves.map(([specialty, name]) => {
          const shelf = procedures.filter((p) => p.specialty === specialty)
          if (shelf.length === 0) return null
          return (
            <section key={specialty} className="stack">
              <h2 className="shelf">{name}</h2>
              <ul className="stack">
                {shelf.map((p) => (
                  <ProcedureCard key={p.id} procedure={p} here={here} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Page>
  )
}
