// A tile of skin relief (fine furrows between small fields), painted once: normal in x and y, height in z.
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RGBAFormat, RepeatWrapping } from 'three'

function randoms(count: number, seed: number): Float32Array {
  let s = seed
  return Float32Array.from({ length: count }, () => {
    s = (Math.imul(s ^ (s >>> 15), 2246822519) + 0x9e3779b9) | 0
    return ((s ^ (s >>> 13)) >>> 0) / 4294967296
  })
}

/** Distance between the two nearest of jittered points on a torus: small at the furrows. */
function furrow(points: Float32Array, n: number, x: number, y: number): number {
  const ci = Math.floor(x * n)
  const cj = Math.floor(y * n)
  let [d1, d2] = [9, 9]
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const k = (((cj + j + n) % n) * n + ((ci + i + n) % n)) * 2
      const dx = ci + i + (points[k] ?? 0) - x * n
      const dy = cj + j + (points[k + 1] ?? 0) - y * n
      const d = dx * dx * 0.8 + dy * dy * 1.25
      if (d < d1) [d1, d2] = [d, d1]
      else if (d < d2) d2 = d
    }
  }
  return Math.sqrt(d2) - Math.sqrt(d1)
}

function heights(size: number, cells: number): Float32Array {
  const fine = Math.round(cells * 2.3)
  const a = randoms(cells * cells * 2, 7)
  const b = randoms(fine * fine * 2, 11)
  return Float32Array.from({ length: size * size }, (_, o) => {
    const u = (o % size) / size
    const v = Math.floor(o / size) / size
    const wide = Math.min(1, furrow(a, cells, u, v) * 2.4)
    const narrow = Math.min(1, furrow(b, fine, u, v) * 2)
    return 0.7 * Math.sqrt(wide) + 0.3 * narrow
  })
}

/** `size` pixels, `cells` fields of skin along an edge. */
export function skinTile(size = 256, cells = 22): DataTexture {
  const h = heights(size, cells)
  const at = (x: number, y: number): number => h[((y + size) % size) * size + ((x + size) % size)] ?? 0
  const data = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dx = (at(x + 1, y) - at(x - 1, y)) * 1.6
      const dy = (at(x, y + 1) - at(x, y - 1)) * 1.6
      const l = 127 / Math.hypot(dx, dy, 1)
      data.set([128 - dx * l, 128 - dy * l, at(x, y) * 230, 255], (y * size + x) * 4)
    }
  }
  const t = new DataTexture(data, size, size, RGBAFormat)
  t.wrapS = RepeatWrapping
  t.wrapT = RepeatWrapping
  t.generateMipmaps = true
  t.minFilter = LinearMipmapLinearFilter
  t.magFilter = LinearFilter
  t.anisotropy = 4
  t.needsUpdate = true
  return t
}
