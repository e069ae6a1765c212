// What lies under a cover: heights over a lattice, raised by body parts, then spread as cloth spreads over them.

/** Lattice over x and z of the work frame, metres. */
export interface Lattice {
  readonly x0: number
  readonly z0: number
  readonly step: number
  readonly nx: number
  readonly nz: number
}

export class Heights {
  readonly lattice: Lattice
  readonly y: Float32Array
  private readonly floor: number

  constructor(lattice: Lattice, floor: number) {
    this.lattice = lattice
    this.floor = floor
    this.y = new Float32Array(lattice.nx * lattice.nz).fill(floor)
  }

  private put(i: number, k: number, y: number): void {
    const { nx, nz } = this.lattice
    if (i < 0 || k < 0 || i >= nx || k >= nz) return
    const o = i + k * nx
    this.y[o] = Math.max(this.y[o] ?? y, y)
  }

  /** Raises the lattice to points of a surface. */
  points(p: Float32Array, move: (x: number, y: number, z: number) => readonly [number, number, number]): void {
    const { x0, z0, step } = this.lattice
    for (let o = 0; o < p.length; o += 3) {
      const [x, y, z] = move(p[o] ?? 0, p[o + 1] ?? 0, p[o + 2] ?? 0)
      this.put(Math.round((x - x0) / step), Math.round((z - z0) / step), y)
    }
  }

  /** Raises the lattice to an ellipsoid: middle and half axes, m. */
  ellipsoid(at: readonly [number, number, number], r: readonly [number, number, number]): void {
    const { x0, z0, step, nx, nz } = this.lattice
    for (let k = 0; k < nz; k++) {
      for (let i = 0; i < nx; i++) {
        const u = (x0 + i * step - at[0]) / r[0]
        const w = (z0 + k * step - at[2]) / r[2]
        const h = 1 - u * u - w * w
        if (h > 0) this.put(i, k, at[1] + r[1] * Math.sqrt(h))
      }
    }
  }

  /** Nothing falls more steeply than `slope`: cloth bridges hollows and hangs off edges. */
  spread(slope: number): void {
    const { nx, nz, step } = this.lattice
    const fall = slope * step
    const diagonal = fall * Math.SQRT2
    const pass = (from: number, to: number, d: number): void => {
      for (let k = from; k !== to; k += d) {
        for (let i0 = 0; i0 < nx; i0++) {
          const i = d > 0 ? i0 : nx - 1 - i0
          const o = i + k * nx
          const near = (di: number, dk: number, drop: number): void => {
            const [a, b] = [i + di, k + dk]
            if (a < 0 || a >= nx || b < 0 || b >= nz) return
            this.y[o] = Math.max(this.y[o] ?? 0, (this.y[a + b * nx] ?? 0) - drop)
          }
          near(-d, 0, fall)
          near(0, -d, fall)
          near(-d, -d, diagonal)
          near(d, -d, diagonal)
        }
      }
    }
    for (let n = 0; n < 2; n++) {
      pass(0, nz, 1)
      pass(nz - 1, -1, -1)
    }
  }

  /** Presses the lattice down to `y` inside a rectangle. */
  press(r: { readonly x0: number; readonly x1: number; readonly z0: number; readonly z1: number }, y: number): void {
    const { x0, z0, step, nx } = this.lattice
    this.y.forEach((h, o) => {
      const x = x0 + step * (o % nx)
      const z = z0 + step * Math.floor(o / nx)
      if (h > y && x > r.x0 && x < r.x1 && z > r.z0 && z < r.z1) this.y[o] = y
    })
  }

  /** Mean over a neighbourhood, `times` over. */
  smooth(times: number): void {
    const { nx, nz } = this.lattice
    for (let t = 0; t < times; t++) {
      const from = this.y.slice()
      for (let k = 0; k < nz; k++) {
        for (let i = 0; i < nx; i++) {
          let [sum, weight] = [0, 0]
          for (let b = -1; b <= 1; b++) {
            for (let a = -1; a <= 1; a++) {
              const [u, w] = [i + a, k + b]
              if (u < 0 || w < 0 || u >= nx || w >= nz) continue
              const g = (a === 0 ? 2 : 1) * (b === 0 ? 2 : 1)
              sum += g * (from[u + w * nx] ?? 0)
              weight += g
            }
          }
          this.y[i + k * nx] = sum / weight
        }
      }
    }
  }

  /** Height at a place, between lattice points. */
  at(x: number, z: number): number {
    const { x0, z0, step, nx, nz } = this.lattice
    const u = Math.min(nx - 1.001, Math.max(0, (x - x0) / step))
    const w = Math.min(nz - 1.001, Math.max(0, (z - z0) / step))
    const [i, k] = [Math.floor(u), Math.floor(w)]
    const h = (a: number, b: number): number => this.y[i + a + (k + b) * nx] ?? this.floor
    const [s, t] = [u - i, w - k]
    return (h(0, 0) * (1 - s) + h(1, 0) * s) * (1 - t) + (h(0, 1) * (1 - s) + h(1, 1) * s) * t
  }
}
