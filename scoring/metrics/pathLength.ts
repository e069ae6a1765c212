/** Length of a path through points given coordinate by coordinate; unit of the coordinates. */
export function pathLength(axes: readonly (readonly number[])[]): number {
  const n = axes[0]?.length ?? 0
  let sum = 0
  for (let i = 1; i < n; i++) {
    let square = 0
    for (const axis of axes) {
      const d = (axis[i] ?? 0) - (axis[i - 1] ?? 0)
      square += d * d
    }
    sum += Math.sqrt(square)
  }
  return sum
}

/** Speed between successive points, unit of the coordinates per second; one value less than points. */
export function speed(axes: readonly (readonly number[])[], hz: number): number[] {
  const n = axes[0]?.length ?? 0
  return Array.from({ length: Math.max(n - 1, 0) }, (_, i) => {
    let square = 0
    for (const axis of axes) {
      const d = (axis[i + 1] ?? 0) - (axis[i] ?? 0)
      square += d * d
    }
    return Math.sqrt(square) * hz
  })
}
