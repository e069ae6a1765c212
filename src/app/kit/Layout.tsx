// Frame of every page but the room: brand, navigation, language, and what the product does not claim.
import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useSettings } from '../state/settings.ts'

export function LanguageSwitch(): ReactNode {
  const { language, set } = useSettings()
  const other = language === 'en' ? 'zh' : 'en'
  return (
    <button
      type="button"
      className="language"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => set({ language: other })}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}

function NavLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  const [path] = useLocation()
  return (
    <Link href={to} aria-current={path.startsWith(to) ? 'page' : undefined}>
      {children}
    </Link>
  )
}

function TopBar(): ReactNode {
  const { i18n } = useLingui()
  return (
    <header className="top">
      <Link href="/" className="brand" aria-label={i18n._({ id: 'nav.home', message: 'Surehand, home' })}>
        <b lang="zh-CN">妙手</b>
        <span lang="en">Surehand</span>
      </Link>
      <nav aria-label={i18n._({ id: 'nav.label', message: 'Main' })}>
        <NavLink to="/library">{i18n._({ id: 'nav.library', message: 'Procedures' })}</NavLink>
        <NavLink to="/attempts">{i18n._({ id: 'nav.attempts', message: 'My attempts' })}</NavLink>
        <NavLink to="/settings">{i18n._({ id: 'nav.settings', message: 'Settings' })}</NavLink>
      </nav>
      <LanguageSwitch />
    </header>
  )
}

function Footer(): ReactNode {
  const { i18n } = useLingui()
  return (
    <footer className="footer">
      <p>
        {i18n._({
          id: 'footer.claim',
          message:
            'For practice only. No clinician has signed a protocol here; nothing on this site assesses or certifies anybody. Your attempts stay in this browser.',
        })}
      </p>
      <Link href="/about">{i18n._({ id: 'nav.about', message: 'About, sources, licences' })}</Link>
    </footer>
  )
}

interface PageProps {
  readonly title: string
  readonly wide?: boolean
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** A page with its heading as document title; the heading takes the focus when the page changes, for screen readers. */
export function Page({ title, children, wide, narrow }: PageProps): ReactNode {
  const { i18n } = useLingui()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${title} · ${i18n._({ id: 'app.name', message: 'Surehand' })}`
  }, [title, i18n])
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
    globalThis.scrollTo(0, 0)
  }, [])
  const width = wide ? ' wide' : narrow ? ' narrow' : ''
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {i18n._({ id: 'nav.skip', message: 'Skip to the content' })}
      </button>
      <TopBar />
      <main id="main" ref={main} tabIndex={-1} className={`page${width}`}>
        {children}
      </main>
      <Footer />
    </>
  )
}
