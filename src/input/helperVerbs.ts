// The helper hand: a verb, then a place, then it stays (CONTROLS section 2). Becomes the command `helper`.
import type { Command } from '../sim/command.ts'
import type { Verb } from '../sim/state.ts'

/** Verbs that need no place of their own. */
const PLACELESS: readonly Verb[] = ['rest', 'pass']

export class HelperVerbs {
  /** Verb that waits for a place, null = none. */
  pending: Verb | null = null
  verb: Verb = 'rest'
  target: string
  firmness = 2
  private commands: Command[] = []

  constructor(targets: readonly string[]) {
    this.target = targets[0] ?? 'none'
  }

  /** Chooses a verb; it acts at once where no place is needed or one is given. */
  choose(verb: Verb, target?: string): void {
    this.pending = verb
    if (target !== undefined) this.place(target)
    else if (PLACELESS.includes(verb)) this.place(this.target)
  }

  /** The place that was clicked; null gives the verb up. */
  place(target: string | null): void {
    if (this.pending !== null && target !== null) {
      this.verb = this.pending
      this.target = target
      this.send()
    }
    this.pending = null
  }

  /** 1 light to 3 firm; tells the hand at once when it is doing something. */
  setFirmness(firmness: number): void {
    const to = Math.min(3, Math.max(1, Math.round(firmness)))
    if (to === this.firmness) return
    this.firmness = to
    if (this.verb !== 'rest') this.send()
  }

  takeCommands(): Command[] {
    return this.commands.splice(0)
  }

  private send(): void {
    this.commands.push({ command: 'helper', args: { verb: this.verb, target: this.target, firmness: this.firmness } })
  }
}
