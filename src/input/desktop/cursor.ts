// The point of the picture that the tool follows. Slow motion, tilting and pushing take it off the mouse's own pointer;
// it finds back while the mouse moves, so that nothing ever jumps.
const HOMING = 0.5

export class Cursor {
  x = 0
  y = 0
  private pointer: { x: number; y: number } | null = null

  /** Pixels from the last place of the pointer to this one; `glide` moves the cursor too, by `gain`. */
  move(x: number, y: number, glide: number): { dx: number; dy: number } {
    const was = this.pointer
    this.pointer = { x, y }
    if (!was) {
      this.x = x
      this.y = y
      return { dx: 0, dy: 0 }
    }
    const [dx, dy] = [x - was.x, y - was.y]
    if (glide > 0) this.shift(dx * glide, dy * glide)
    if (glide >= 1) this.home(Math.hypot(dx, dy) * HOMING)
    return { dx, dy }
  }

  shift(dx: number, dy: number): void {
    this.x += dx
    this.y += dy
  }

  /** Sets out again from the pointer: a click means the place under it. */
  snap(): void {
    if (this.pointer) Object.assign(this, this.pointer)
  }

  private home(most: number): void {
    if (!this.pointer) return
    const [ex, ey] = [this.pointer.x - this.x, this.pointer.y - this.y]
    const far = Math.hypot(ex, ey)
    if (far > 0) this.shift((ex * Math.min(most, far)) / far, (ey * Math.min(most, far)) / far)
  }
}
