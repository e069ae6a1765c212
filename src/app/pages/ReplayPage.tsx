import type { ReactNode } from 'react'
import { Page } from '../kit/Layout.tsx'

export default function ReplayPage(props: { id: string }): ReactNode {
  return <Page title="Replay">{JSON.stringify(props)}</Page>
}
