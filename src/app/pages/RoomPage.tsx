import type { ReactNode } from 'react'
import { Page } from '../kit/Layout.tsx'

export default function RoomPage(props: {
  start?: { procedure: string; case: string; mode: string }
  resume?: string
}): ReactNode {
  return <Page title="Room">{JSON.stringify(props)}</Page>
}
