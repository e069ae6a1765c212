// What is counted for each step of a whole attempt: acts of the hand and seconds of the simulation, beside the expert's.
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { noCounts, type Counts, type Device } from '../app/device.ts'

/** Parts of the procedure; each ends with the last event that its test knows. */
export const PARTS: readonly (readonly [name: string, isEnd: (e: EvidenceEvent) => boolean])[] = [
  ['patient, plan', (e) => e.object === 'portal'],
  ['mark', (e) => e.kind === 'measure' && e.object === 'mark'],
  ['prepare', (e) => e.object === 'prepare' && e.values['choice'] === 'gloves'],
  ['clean, drape', (e) => e.object === 'prepare' && e.values['choice'] === 'drape'],
  ['anaesthetic', (e) => e.kind === 'place' && e.subject === 'syringe-5'],
  ['to the fluid', (e) => e.kind === 'enter' && e.site === 'effusion'],
  ['drain', (e) => e.kind === 'fill' && e.site === 'effusion'],
  ['exchange, inject', (e) => e.kind === 'exit' && e.site === 'skin'],
  ['sharps', (e) => e.kind === 'place' && e.site === 'sharps_box'],
  ['aftercare', (e) => e.kind === 'phase' && e.object === 'finished'],
]

/** Seconds that each part took, of motion. */
export function secondsOf(events: readonly EvidenceEvent[]): number[] {
  let from = 0
  return PARTS.map(([, isEnd]) => {
    const end = events.filter(isEnd).at(-1)?.tick ?? from
    const took = Math.max(0, end - from) / 90
    from = Math.max(from, end)
    return took
  })
}

interface Noted extends Counts {
  readonly tick: number
}

/** Notes what a device has done by which tick. */
export class Tally {
  private readonly device: Device
  private readonly notes: Noted[] = []

  constructor(device: Device) {
    this.device = device
  }

  note(tick: number): void {
    this.notes.push({ ...this.device.counts, tick })
  }

  private upTo(tick: number): Counts {
    if (tick < 0) return noCounts()
    return this.notes.find((n) => n.tick >= tick) ?? this.notes.at(-1) ?? noCounts()
  }

  /** A table of the parts: acts by hand, seconds, and the expert's seconds. */
  table(events: readonly EvidenceEvent[], expert: readonly EvidenceEvent[]): string {
    const [mine, theirs] = [secondsOf(events), secondsOf(expert)]
    const rows = PARTS.map(([name, isEnd], i) => {
      const before = i === 0 ? -1 : (events.filter(PARTS[i - 1]?.[1] ?? isEnd).at(-1)?.tick ?? 0)
      const [a, b] = [this.upTo(before), this.upTo(events.filter(isEnd).at(-1)?.tick ?? before)]
      const n = (k: keyof Counts): number => Math.max(0, b[k] - a[k])
      return { name, presses: n('presses'), drags: n('drags'), keys: n('keys'), notches: n('notches'), i }
    })
    const line = (cells: readonly (string | number)[]): string =>
      cells.map((c, i) => (i === 0 ? String(c).padEnd(18) : String(c).padStart(9))).join('')
    return [
      line(['part', 'presses', 'drags', 'keys', 'notches', 's', 'expert s']),
      ...rows.map((r) =>
        line([
          r.name,
          r.presses,
          r.drags,
          r.keys,
          r.notches,
          (mine[r.i] ?? 0).toFixed(1),
          (theirs[r.i] ?? 0).toFixed(1),
        ]),
      ),
    ].join('\n')
  }
}
