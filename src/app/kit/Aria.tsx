import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Gives the controls of react-aria the page's language instead of the browser's. */
export function Aria({ children }: { children: ReactNode }): ReactNode {
  const { i18n } = useLingui()
  return <I18nProvider locale={i18n.locale === 'en' ? 'en-US' : 'zh-CN'}>{children}</I18nProvider>
}
