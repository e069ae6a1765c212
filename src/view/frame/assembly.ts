// Tools that go together in a frame: a syringe and the needle on its nozzle are drawn as one thing that two tools make.
import { Matrix4 } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import { handMatrix, type Frame } from './reader.ts'

const OLD = new Matrix4()
const NEW = new Matrix4()

/** Index of the needle on a tool's nozzle, otherwise the tool itself. */
export function needleIn(frame: Frame, instruments: readonly Instrument[], index: number): number {
  const tool = instruments[index]
  const mount = tool?.nozzle ? frame.index(`${tool.id}.mount`) : -1
  return mount >= 0 ? mount : index
}

/** Index of the tool on whose nozzle a needle sits, otherwise the needle itself. */
export function bodyIn(frame: Frame, instruments: readonly Instrument[], index: number): number {
  const tool = instruments[index]
  if (!tool?.needle || tool.syringe) return index
  const carrier = instruments.findIndex((_, i) => i !== index && needleIn(frame, instruments, i) === index)
  return carrier < 0 ? index : carrier
}

/** Moves `out` by what the newest pose of the hand that holds tool `index` is ahead; false when no hand holds it. */
function followHand(frame: Frame, index: number, out: Matrix4): boolean {
  for (const side of ['left', 'right'] as const) {
    if (frame.index(`${side}.holding`) !== index || !frame.feed.newestHand?.(side)) continue
    if (!frame.matrix(side, OLD) || !handMatrix(frame, side, NEW)) continue
    out.premultiply(OLD.invert()).premultiply(NEW)
    return true
  }
  return false
}

/**
 * Where a tool is drawn: in tissue between its two ticks; held in air it follows the newest hand by the offset that hand
 * and tool have in the frame, so that it does not lag behind the hand that holds it or what it is mounted on.
 */
export function toolMatrix(frame: Frame, instruments: readonly Instrument[], index: number, out: Matrix4): boolean {
  const tool = instruments[index]
  if (!tool || !frame.matrix(tool.id, out)) return false
  const body = bodyIn(frame, instruments, index)
  const needle = needleIn(frame, instruments, body)
  if (frame.index(`${instruments[needle]?.id}.inserted`) > 0) return true
  if (!followHand(frame, body, out) && needle !== body) followHand(frame, needle, out)
  return true
}
