// Files of this site, and of no other.
import { LoadError } from './loadError.ts'

/** An address of this site, wherever the page itself is. */
export function siteUrl(path: string): string {
  return new URL(`${import.meta.env.BASE_URL}${path}`, location.href).href
}

export interface SiteFile {
  readonly bytes: Uint8Array
  readonly text: string
}

/** A file of this site. @throws LoadError `offline` when the site does not answer, `absent` when it has no such file */
export async function fetchFile(path: string): Promise<SiteFile> {
  const response = await fetch(siteUrl(path)).catch((error: unknown) => {
    throw new LoadError('offline', `loading ${path}: no answer (${String(error)}); try again when connected`)
  })
  if (!response.ok) throw new LoadError('absent', `loading ${path}: the server answered ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    bytes,
    get text() {
      return new TextDecoder().decode(bytes)
    },
  }
}
