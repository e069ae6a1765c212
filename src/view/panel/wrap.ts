// Breaking lines of English (between words) and Chinese (between characters, never before closing marks).

const CLOSING = /^[，。、；：？！）》」】％,.;:?!)%]/u
const WIDE = /[\u3000-\u9fff\uff00-\uffef]/u

/** Smallest pieces between which a line may break. */
export function pieces(text: string): string[] {
  const out: string[] = []
  for (const c of text) {
    const last = out[out.length - 1]
    const glue = last !== undefined && (CLOSING.test(c) || (!WIDE.test(c) && !WIDE.test(last) && !/\s$/.test(last)))
    if (glue) out[out.length - 1] = last + c
    else out.push(c)
  }
  return out
}

/**
 * Lines no wider than `width`; `measure` gives the width of a text. A piece that is too wide alone gets its own line.
 * Line feeds in the text are kept.
 */
export function wrap(text: string, width: number, measure: (t: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const p of pieces(paragraph)) {
      if (line !== '' && measure((line + p).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = p.trimStart()
      } else line += p
    }
    return [...lines, line.trimEnd()]
  })
}
