import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Group, Matrix4, MeshStandardMaterial, Quaternion } from 'three'
import type { Side } from '../frame/feed.ts'
import { useFeed } from '../frame/context.ts'
import { handMatrix } from '../frame/reader.ts'
import { ghostly } from '../shape/materials.ts'
import { createHand, type HandRig } from './rig.ts'

export interface HandsProps {
  /** Millimetres between points of the hand's surface. */
  readonly step_mm?: number
  /** Glove or skin. */
  readonly color?: number
  readonly ghost?: boolean
}

const AT = new Matrix4()
/** Holding a tool by finger tips the hand leans over it: fingers point half way along the tool. */
const PEN: Readonly<Record<Side, Quaternion>> = {
  left: new Quaternion().setFromAxisAngle({ x: 1, y: 0, z: 0 } as never, 0),
  right: new Quaternion(),
}

interface Drawn {
  readonly side: Side
  readonly rig: HandRig
  readonly group: Group
  curl: number
}

function glove(color: number, ghost: boolean): MeshStandardMaterial {
  const m = new MeshStandardMaterial({ color, roughness: 0.48, vertexColors: true, envMapIntensity: 0.9 })
  return ghost ? ghostly(m) : m
}

function handsOf(step: number, color: number, ghost: boolean): Drawn[] {
  const material = glove(color, ghost)
  return (['left', 'right'] as const).map((side) => {
    const rig = createHand(side, step, material)
    rig.mesh.castShadow = !ghost
    const group = new Group()
    group.add(rig.mesh)
    group.matrixAutoUpdate = false
    return { side, rig, group, curl: 0 }
  })
}

/** Both hands in gloves: pose of the feed, fingers by squeeze and trigger. */
export function Hands({ step_mm = 4, color = 0xa9c7dc, ghost = false }: HandsProps) {
  const frame = useFeed()
  const hands = useMemo(() => handsOf(step_mm, color, ghost), [step_mm, color, ghost])
  useEffect(() => () => hands.forEach((h) => h.rig.dispose()), [hands])
  useFrame(() => {
    for (const h of hands) {
      h.group.visible = frame.index(`${h.side}.tracked`) > 0 && handMatrix(frame, h.side, AT)
      if (!h.group.visible) continue
      h.group.matrix.copy(AT)
      const holding = frame.index(`${h.side}.holding`) >= 0
      const squeeze = Math.max(frame.scalar(`${h.side}.squeeze`), holding ? 0.8 : 0)
      const trigger = frame.scalar(`${h.side}.trigger`)
      h.rig.curl(0.12 + 0.88 * squeeze, 0.1 + 0.8 * Math.max(squeeze * 0.92, trigger), 0.1 + 0.9 * squeeze)
    }
  }, -40)
  return (
    <>
      {hands.map((h) => (
        <primitive key={h.side} object={h.group} />
      ))}
    </>
  )
}
void PEN
