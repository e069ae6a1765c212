// Value noise from an integer hash: the same bits in every engine.

function hash(i: number, j: number, k: number): number {
  let h = Math.imul(i, 374761393) ^ Math.imul(j, 668265263) ^ Math.imul(k, 2147471302)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

function ease(t: number): number {
  return t * t * (3 - 2 * t)
}

/** Smooth noise in -1..1 with a lattice of 1 unit. */
export function noise(x: number, y: number, z: number): number {
  const i = Math.floor(x)
  const j = Math.floor(y)
  const k = Math.floor(z)
  const u = ease(x - i)
  const v = ease(y - j)
  const w = ease(z - k)
  const row = (b: number, c: number): number => {
    const h = hash(i, j + b, k + c)
    return h + (hash(i + 1, j + b, k + c) - h) * u
  }
  const layer = (c: number): number => {
    const r = row(0, c)
    return r + (row(1, c) - r) * v
  }
  const low = layer(0)
  return (low + (layer(1) - low) * w) * 2 - 1
}
