import type { ReactNode } from 'react'
import { Page } from '../kit/Layout.tsx'
export function ReportPage({ id }: { id: string }): ReactNode {
  return <Page title="Report">{id}</Page>
}
