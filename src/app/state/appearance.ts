// Settings that the style sheets obey, written on <html>.
import type { Settings } from './settings.ts'

export type Appearance = Pick<Settings, 'theme' | 'textSize' | 'lessMotion' | 'captions'>

const prefersDark = (): MediaQueryList | undefined => globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** `data-theme`, `data-text`, `data-motion` and `data-captions` of the page; see styles/tokens.css. */
export function showAppearance(a: Appearance): void {
  const { dataset } = document.documentElement
  const dark = a.theme === 'dark' || (a.theme === 'system' && prefersDark()?.matches === true)
  dataset['theme'] = dark ? 'dark' : 'light'
  dataset['text'] = a.textSize
  dataset['motion'] = a.lessMotion ? 'less' : 'usual'
  dataset['captions'] = a.captions ? 'on' : 'off'
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#11181c' : '#f6f4ee')
}

/** Shows it now, and again when the device turns to dark or light. */
export function followAppearance(settings: () => Appearance): void {
  showAppearance(settings())
  const query = prefersDark()
  // Safari 14 and Chrome 87 both know addEventListener here.
  query?.addEventListener('change', () => showAppearance(settings()))
}
