import './olderBrowsers.ts'
import { I18nProvider } from '@lingui/react'
import { i18n } from '@lingui/core'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
// Read before any page changes the address.
import './flags.ts'
import { activate } from './i18n.ts'
import { followAppearance } from './state/appearance.ts'
import { useSettings } from './state/settings.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/components.css'
import './styles/pages.css'
import './styles/room.css'

activate(useSettings.getState().language)
followAppearance(useSettings.getState)
const root = document.getElementById('root')
if (!root) throw new Error('index.html: no element with id "root"; the page cannot start')
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <App />
  </I18nProvider>,
)
