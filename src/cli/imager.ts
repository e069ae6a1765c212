// The radiograph of a session as the engine's imager shows it.
import { mad, transform } from '../../scoring/math/index.ts'
import type { Rod } from '../sim/imaging/rods.ts'
import type { XrayImage, XrayView } from '../sim/imaging/xray.ts'
import type { Session } from '../sim/index.ts'
import type { Engine } from './engine.ts'
import { badUsage } from './fail.ts'

type Body = Session['anatomy']
const VIEWS = ['AP', 'lateral'] as const

/** What an engine with an imager exports. */
interface Imager {
  standardView(body: Body, name: (typeof VIEWS)[number], seed: number): XrayView
  renderXray(body: Body, view: XrayView, instruments: readonly Rod[], size: number): XrayImage
  readonly STEEL_MU: number
}

const hasImager = (engine: object): engine is Imager =>
  'renderXray' in engine && 'standardView' in engine && 'STEEL_MU' in engine

/** Needles where they are now, work frame. */
function needles(session: Session, mu: number): Rod[] {
  return session.procedure.instruments.flatMap((instrument, i) => {
    const pose = session.state.tools[i]
    const { needle, tip, axis } = instrument
    if (!needle || !pose) return []
    const to = transform(pose, tip)
    const from = transform(pose, mad(tip, axis, -needle.length_m))
    return [{ from, to, radius: needle.outer_m / 2, bore: needle.inner_m / 2, mu }]
  })
}

/** @throws CliError (2) for a view that there is not, or an engine without an imager */
export function radiograph(engine: Engine, session: Session, viewName: string, size: number): XrayImage {
  const view =
    VIEWS.find((v) => v === viewName) ?? badUsage(`--view: got "${viewName}", expected ${VIEWS.join(' or ')}`)
  if (!hasImager(engine)) return badUsage('image: this engine has no imager; radiographs are not available')
  const { seed } = session.setup
  return engine.renderXray(
    session.anatomy,
    engine.standardView(session.anatomy, view, seed),
    needles(session, engine.STEEL_MU),
    size,
  )
}
