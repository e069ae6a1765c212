import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Group, Matrix4, MeshStandardMaterial, Vector3 } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import type { Side } from '../frame/feed.ts'
import { useFeed } from '../frame/context.ts'
import { bodyIn, needleIn } from '../frame/assembly.ts'
import { handMatrix, type Frame } from '../frame/reader.ts'
import { ghostly } from '../shape/materials.ts'
import { leaning, postureOf, rolledTo } from './posture.ts'
import { createHand, type HandRig } from './rig.ts'

export interface HandsProps {
  readonly instruments: readonly Instrument[]
  /** Millimetres between points of the hand's surface. */
  readonly step_mm?: number
  /** Glove or skin. */
  readonly color?: number
  readonly ghost?: boolean
  /** Forearms come from the learner's shoulders whatever the roll of the hand; by default on a screen, not in a headset. */
  readonly tidyArms?: boolean
}

/** Shoulders of a learner who stands at the working surface, work frame, m (design values). */
const SHOULDERS: Readonly<Record<Side, readonly [number, number, number]>> = {
  left: [-0.3, 0.16, 0.62],
  right: [0.32, 0.16, 0.62],
}
const SHOULDER = new Vector3()
const INVERSE = new Matrix4()

const AT = new Matrix4()
const MEET = new Vector3()

/** Opacity of a hand that would hide its tip, and how fast it gets there (share per drawn frame). */
const GLASS = 0.38
/** In a headset nothing is revealed: the head moves instead. */
const NOTHING: readonly Instrument[] = []
const EASE = 0.25
/** Middles of fingers, palm, wrist and forearm: along +y and outwards in grip space, m; and the radius of each. */
const BULK = [
  [-0.03, 0.02],
  [0.02, 0.025],
  [0.07, 0.026],
  [0.13, 0.026],
  [0.2, 0.024],
] as const
const COVER_M = 0.05
const TOOL = new Matrix4()
const TIP = new Vector3()
const RAY = new Vector3()
const POINT = new Vector3()

function glove(color: number, ghost: boolean): MeshStandardMaterial {
  const m = new MeshStandardMaterial({ color, roughness: 0.55, vertexColors: true, transparent: true })
  return ghost ? ghostly(m, 'keep') : m
}

/** A hand that the feed moves. */
class DrawnHand {
  readonly group = new Group()
  private readonly side: Side
  private readonly rig: HandRig
  private readonly material: MeshStandardMaterial

  constructor(side: Side, step: number, material: MeshStandardMaterial, shadow: boolean) {
    this.side = side
    this.material = material
    this.rig = createHand(side, step, material)
    this.rig.mesh.castShadow = shadow
    this.group.add(this.rig.mesh)
    this.group.matrixAutoUpdate = false
  }

  update(frame: Frame, instruments: readonly Instrument[], tidy: boolean): void {
    const { group, side } = this
    group.visible = frame.index(`${side}.tracked`) > 0 && handMatrix(frame, side, AT)
    if (!group.visible) return
    group.matrix.copy(AT)
    group.matrixWorldNeedsUpdate = true
    const tool = instruments[frame.index(`${side}.holding`)]
    if (tool) this.hold(tool, tidy)
    else this.open(frame.scalar(`${side}.squeeze`), frame.scalar(`${side}.trigger`))
  }

  private open(squeeze: number, trigger: number): void {
    const { rig } = this
    const c = 0.14 + 0.8 * squeeze
    rig.curl([Math.max(c * 0.85, trigger * 0.8), c, c * 1.06, c * 1.12], 0.1 + 0.8 * squeeze)
    rig.mesh.position.set(0, 0, 0)
    rig.mesh.quaternion.identity()
  }

  private hold(tool: Instrument, tidy: boolean): void {
    const { rig } = this
    const p = postureOf(tool)
    if (!p) return
    rig.curl(p.fingers, p.thumb)
    leaning(p.lean, rig.mesh.quaternion)
    if (tidy) {
      SHOULDER.set(...SHOULDERS[this.side]).applyMatrix4(INVERSE.copy(this.group.matrix).invert())
      rolledTo(SHOULDER, rig.mesh.quaternion)
    }
    rig.mesh.position.set(0, 0, 0)
    if (p.pinch) rig.mesh.position.copy(rig.pinch(MEET)).applyQuaternion(rig.mesh.quaternion).negate()
  }

  /** On a screen a hand in front of the tip that it guides turns to glass. `camera` in the work frame. */
  reveal(frame: Frame, instruments: readonly Instrument[], camera: Vector3): void {
    const body = bodyIn(frame, instruments, frame.index(`${this.side}.holding`))
    const tool = instruments[needleIn(frame, instruments, body)]
    const hidden =
      tool !== undefined && frame.matrix(tool.id, TOOL) && this.covers(TIP.set(...tool.tip).applyMatrix4(TOOL), camera)
    const { material } = this
    material.opacity += ((hidden ? GLASS : 1) - material.opacity) * EASE
    material.depthWrite = material.opacity > 0.95
  }

  private covers(tip: Vector3, camera: Vector3): boolean {
    const { mesh } = this.rig
    RAY.subVectors(tip, camera)
    const length = RAY.length()
    RAY.divideScalar(length)
    const s = this.side === 'right' ? 1 : -1
    return BULK.some(([a, b]) => {
      // the group is moved by its matrix alone, so the mesh's own matrix is brought up to date here
      mesh.updateWorldMatrix(true, false)
      const at = POINT.set(s * b, a, 0)
        .applyMatrix4(mesh.matrixWorld)
        .sub(camera)
      const along = at.dot(RAY)
      return along > 0 && along < length && at.addScaledVector(RAY, -along).length() < COVER_M
    })
  }

  dispose(): void {
    this.material.dispose()
    this.rig.dispose()
  }
}

/** Both hands in gloves: pose of the feed, fingers by what they hold, by squeeze and trigger. */
export function Hands(props: HandsProps) {
  const { instruments, step_mm = 4, color = 0x94b6cf, ghost = false, tidyArms } = props
  const frame = useFeed()
  const hands = useMemo(() => {
    return (['left', 'right'] as const).map((side) => new DrawnHand(side, step_mm, glove(color, ghost), !ghost))
  }, [step_mm, color, ghost])
  useEffect(() => () => hands.forEach((h) => h.dispose()), [hands])
  useFrame(({ gl, camera }) => {
    const screen = !gl.xr.isPresenting
    for (const h of hands) {
      h.update(frame, instruments, tidyArms ?? screen)
      if (!ghost) h.reveal(frame, screen ? instruments : NOTHING, camera.position)
    }
  }, -34)
  return (
    <>
      {hands.map((h, i) => (
        <primitive key={i === 0 ? 'left' : 'right'} object={h.group} />
      ))}
    </>
  )
}
