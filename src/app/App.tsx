import { useLingui } from '@lingui/react'
import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { LoadError } from './engine/loadError.ts'
import { Boundary } from './kit/Boundary.tsx'
import { Page } from './kit/Layout.tsx'
import { Working } from './kit/Working.tsx'
import { CasePage } from './pages/CasePage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { LibraryPage } from './pages/LibraryPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { ReportPage } from './pages/ReportPage.tsx'

/** The server has another version by now, or does not answer: a reload fetches all of one version. */
function outdated(error: unknown): never {
  throw new LoadError('anatomy', `page: a part did not load: ${String(error)}`)
}

// Drawing in three dimensions is most of the download: only those who enter the room or a replay fetch it.
const RoomPage = lazy(() => import('./pages/RoomPage.tsx').catch(outdated))
const ReplayPage = lazy(() => import('./pages/ReplayPage.tsx').catch(outdated))
// Pages with larger controls, which nobody needs for a first try.
const AttemptsPage = lazy(() => import('./pages/AttemptsPage.tsx').catch(outdated))
const SettingsPage = lazy(() => import('./pages/SettingsPage.tsx').catch(outdated))
const AboutPage = lazy(() => import('./pages/AboutPage.tsx').catch(outdated))

function Loading(): ReactNode {
  const { i18n } = useLingui()
  const text = i18n._({ id: 'page.loading', message: 'Loading…' })
  return (
    <Page title={text}>
      <Working text={text} />
    </Page>
  )
}

export function App(): ReactNode {
  // Re-renders everything when the language changes; pages keep their state.
  useLingui()
  return (
    <Boundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/library">
            <LibraryPage />
          </Route>
          <Route path="/library/:procedure/:case">
            {(p) => <CasePage procedureId={p.procedure} caseId={p.case} />}
          </Route>
          <Route path="/room/*">
            <RoomPage />
          </Route>
          <Route path="/settings">
            <SettingsPage />
          </Route>
          <Route path="/about">
            <AboutPage />
          </Route>
          <Route path="/attempts">
            <AttemptsPage />
          </Route>
          <Route path="/attempts/:id">{(p) => <ReportPage key={p.id} id={p.id} />}</Route>
          <Route path="/attempts/:id/replay">{(p) => <ReplayPage key={p.id} id={p.id} />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  )
}
