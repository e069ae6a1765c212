// The bundled font of everything written in the room: English and Simplified Chinese without a system font.

export const FAMILY = 'Surehand SC'
const FILE = 'fonts/surehand-sc.woff2'

let loading: Promise<boolean> | undefined

/** Loads the font once; false when it cannot be had (a system font is used then, and text may look different). */
export function loadFont(base: string = document.baseURI): Promise<boolean> {
  loading ??= (async () => {
    try {
      const face = new FontFace(FAMILY, `url(${new URL(FILE, base).href})`)
      document.fonts.add(await face.load())
      return true
    } catch (e) {
      console.warn(`font: ${FILE} could not be loaded; panels use a system font`, e)
      return false
    }
  })()
  return loading
}

export const fontOf = (px: number, bold = false): string => `${bold ? '600 ' : ''}${px}px "${FAMILY}", sans-serif`
