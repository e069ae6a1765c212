// All instruments in four draw calls: solids, glass, liquids, print. Each part is an instance with a matrix of its own.
import {
  BatchedMesh,
  Color,
  CylinderGeometry,
  DoubleSide,
  Group,
  Matrix4,
  Vector3,
  type BufferGeometry,
  type Material,
} from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import { bodyIn, toolMatrix } from '../frame/assembly.ts'
import type { Frame } from '../frame/reader.ts'
import { fluidMaterial, glassMaterial, ghostly, printMaterial, propMaterial } from '../shape/materials.ts'
import { PaintedAtlas } from './atlas.ts'
import { Caps } from './caps.ts'
import { modelOf } from './library.ts'
import type { InstrumentModel } from './model.ts'

interface Parts {
  readonly solid: BatchedMesh
  readonly glass: BatchedMesh
  readonly print: BatchedMesh
  readonly fluid: BatchedMesh
}

/** An instrument's places in the batches; -1 = has no such part. */
interface Drawn {
  readonly id: string
  readonly model: InstrumentModel
  readonly solid: number
  readonly cap: number
  readonly plunger: number
  readonly glass: number
  readonly print: number
  readonly fluid: number
}

const TOOL = new Matrix4()
const PART = new Matrix4()
const SCALE = new Vector3()

function unitColumn(): BufferGeometry {
  const g = new CylinderGeometry(1, 1, 1, 28).rotateX(Math.PI / 2).translate(0, 0, -0.5)
  g.deleteAttribute('uv')
  return g
}

function batchOf(geometries: readonly (BufferGeometry | undefined)[], material: Material): BatchedMesh {
  const all = geometries.filter((g) => g !== undefined)
  const vertices = all.reduce((n, g) => n + g.getAttribute('position').count, 0)
  const indices = all.reduce((n, g) => n + (g.index?.count ?? 0), 0)
  const batch = new BatchedMesh(Math.max(1, all.length), Math.max(1, vertices), Math.max(1, indices), material)
  batch.frustumCulled = false
  batch.sortObjects = false
  return batch
}

function add(batch: BatchedMesh, g: BufferGeometry | undefined): number {
  return g ? batch.addInstance(batch.addGeometry(g)) : -1
}

/** Options of the drawn tray. */
export interface TrayOptions {
  readonly anisotropy: number
  readonly ghost: boolean
  /** Colour of what a syringe or tube holds, by instrument id. */
  readonly fluids: Readonly<Record<string, number>>
}

function materials(atlas: PaintedAtlas, ghost: boolean): readonly [Material, Material, Material, Material] {
  const solid = propMaterial()
  solid.side = DoubleSide
  const list = [solid, glassMaterial(), printMaterial(atlas.texture), fluidMaterial()] as const
  if (ghost) for (const m of list) ghostly(m)
  return list
}

/** The tray as a group of four batches; `update` places everything by a frame. */
export class Tray {
  readonly group = new Group()
  private readonly parts: Parts
  private readonly drawn: readonly Drawn[]
  private readonly instruments: readonly Instrument[]
  private readonly caps: Caps

  constructor(instruments: readonly Instrument[], options: TrayOptions) {
    this.instruments = instruments
    this.caps = new Caps(instruments)
    const atlas = new PaintedAtlas(options.anisotropy)
    const models = instruments.map((i) => modelOf(i, atlas))
    const [solid, glass, print, fluid] = materials(atlas, options.ghost)
    const column = unitColumn()
    this.parts = {
      solid: batchOf(
        models.flatMap((m) => [m.solid, m.plunger, m.cap]),
        solid,
      ),
      glass: batchOf(
        models.map((m) => m.glass),
        glass,
      ),
      print: batchOf(
        models.map((m) => m.print),
        print,
      ),
      fluid: batchOf(
        models.map((m) => m.fluid && column),
        fluid,
      ),
    }
    this.drawn = models.map((m, i) => this.place(instruments[i]?.id ?? '', m, column, options))
    const { parts } = this
    parts.solid.castShadow = !options.ghost
    parts.solid.receiveShadow = !options.ghost
    const order = [parts.solid, parts.fluid, parts.glass, parts.print]
    order.forEach((b, k) => void (b.renderOrder = k))
    this.group.add(...order)
    atlas.upload()
  }

  private place(id: string, m: InstrumentModel, column: BufferGeometry, options: TrayOptions): Drawn {
    const { solid, glass, print, fluid } = this.parts
    const f = m.fluid ? add(fluid, column) : -1
    if (m.fluid) fluid.setColorAt(f, new Color(options.fluids[id] ?? m.fluid.color))
    return {
      id,
      model: m,
      solid: add(solid, m.solid),
      cap: add(solid, m.cap),
      plunger: add(solid, m.plunger),
      glass: add(glass, m.glass),
      print: add(print, m.print),
      fluid: f,
    }
  }

  /** Places every part; `only` limits a ghost to what its hands hold. */
  update(frame: Frame, only?: (index: number) => boolean): void {
    const { instruments } = this
    this.caps.read(frame)
    this.drawn.forEach((d, i) => {
      const wanted = !only || only(i) || only(bodyIn(frame, instruments, i))
      const shown = wanted && toolMatrix(frame, instruments, i, TOOL)
      this.show(d, shown)
      if (d.cap >= 0) this.parts.solid.setVisibleAt(d.cap, shown && this.caps.isOn(i))
      if (shown) this.pose(d, frame)
    })
  }

  private show(d: Drawn, shown: boolean): void {
    const { solid, glass, print, fluid } = this.parts
    if (d.solid >= 0) solid.setVisibleAt(d.solid, shown)
    if (d.plunger >= 0) solid.setVisibleAt(d.plunger, shown)
    if (d.glass >= 0) glass.setVisibleAt(d.glass, shown)
    if (d.print >= 0) print.setVisibleAt(d.print, shown)
    if (d.fluid >= 0) fluid.setVisibleAt(d.fluid, shown)
  }

  private pose(d: Drawn, frame: Frame): void {
    const { solid, glass, print } = this.parts
    if (d.solid >= 0) solid.setMatrixAt(d.solid, TOOL)
    if (d.cap >= 0) solid.setMatrixAt(d.cap, TOOL)
    if (d.glass >= 0) glass.setMatrixAt(d.glass, TOOL)
    if (d.print >= 0) print.setMatrixAt(d.print, TOOL)
    const column = d.model.fluid
    if (!column) return
    if (d.plunger >= 0) {
      const travel = frame.scalar(`${d.id}.plunger_ml`) * column.m_per_ml
      solid.setMatrixAt(d.plunger, PART.makeTranslation(0, 0, -travel).premultiply(TOOL))
    }
    this.fill(d, frame.scalar(`${d.id}.fluid_ml`), column)
  }

  private fill(d: Drawn, ml: number, column: NonNullable<InstrumentModel['fluid']>): void {
    const { fluid } = this.parts
    const length = Math.abs(ml * column.m_per_ml)
    fluid.setVisibleAt(d.fluid, length > 2e-4)
    const top = column.m_per_ml > 0 ? column.front : column.front + length
    PART.makeTranslation(0, 0, top).scale(SCALE.set(column.radius, column.radius, Math.max(length, 1e-4)))
    fluid.setMatrixAt(d.fluid, PART.premultiply(TOOL))
  }

  dispose(): void {
    for (const b of Object.values(this.parts)) b.dispose()
  }
}
