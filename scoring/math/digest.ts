// Digest of plain state: a split detector that every engine computes alike (not a signature; files end with SHA-256).
const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

/** Two independent 32-bit lanes over the bits of every number; 64 bits of state. */
export interface Digest {
  a: number
  b: number
}

export function newDigest(): Digest {
  return { a: 0x811c9dc5 | 0, b: 0x9e3779b9 | 0 }
}

function foldWord(d: Digest, word: number): void {
  d.a = Math.imul(d.a ^ word, 0x01000193)
  d.a ^= d.a >>> 15
  d.b = Math.imul(d.b ^ word, 0x85ebca6b)
  d.b ^= d.b >>> 13
}

export function foldNumber(d: Digest, value: number): void {
  float[0] = value
  foldWord(d, words[0] ?? 0)
  foldWord(d, words[1] ?? 0)
}

export function foldString(d: Digest, text: string): void {
  foldWord(d, text.length)
  for (let i = 0; i < text.length; i++) foldWord(d, text.charCodeAt(i))
}

/** 16 hexadecimal digits. */
export function digestHex(d: Digest): string {
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')
  return hex(d.a) + hex(d.b)
}
