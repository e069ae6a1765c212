import { useFrame } from '@react-three/fiber'
import { useMemo } from 'react'
import { Color, CylinderGeometry, InstancedMesh, Matrix4, MeshBasicMaterial, Quaternion, Vector3 } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import { useFeed } from '../frame/context.ts'
import { toolMatrix } from '../frame/assembly.ts'
import { handMatrix, matrixOf, type Frame } from '../frame/reader.ts'
import type { Side } from '../frame/feed.ts'

/** Force at which the line is at its thickest and warmest, N: the largest that a needle's grip gives at 20 mm. */
const FULL_N = 5
const THIN_M = 0.0006
const THICK_M = 0.0032
/** A shorter gap is hidden: hand and tool are together. */
const SMALLEST_M = 0.0025

const HAND = new Matrix4()
const TOOL = new Matrix4()
const GRIP = new Matrix4()
const A = new Vector3()
const B = new Vector3()
const UP = new Vector3(0, 1, 0)
const Q = new Quaternion()
const S = new Vector3()
const CALM = new Color(0xf5d34e)
const STRONG = new Color(0xe2502a)
const C = new Color()
const NOWHERE = new Matrix4().makeScale(0, 0, 0)

/** Line from the hand to where it holds its tool; false when there is nothing to show. */
function line(frame: Frame, side: Side, instruments: readonly Instrument[], out: Matrix4): boolean {
  const index = frame.index(`${side}.holding`)
  const tool = instruments[index]
  const grip = tool?.grips[0]
  if (!tool || !grip || !handMatrix(frame, side, HAND) || !toolMatrix(frame, instruments, index, TOOL)) return false
  A.setFromMatrixPosition(HAND)
  B.setFromMatrixPosition(matrixOf(grip, GRIP).premultiply(TOOL))
  const length = A.distanceTo(B)
  if (length < SMALLEST_M) return false
  const share = Math.min(1, frame.scalar(`${side}.force_n`) / FULL_N)
  const r = THIN_M + (THICK_M - THIN_M) * share
  C.lerpColors(CALM, STRONG, share)
  Q.setFromUnitVectors(UP, S.subVectors(B, A).divideScalar(length))
  out.compose(A.lerp(B, 0.5), Q, S.set(r, length, r))
  return true
}

function place(lines: InstancedMesh, frame: Frame, instruments: readonly Instrument[]): void {
  let any = false
  for (const [i, side] of (['left', 'right'] as const).entries()) {
    const shown = line(frame, side, instruments, TOOL)
    lines.setMatrixAt(i, shown ? TOOL : NOWHERE)
    lines.setColorAt(i, C)
    any ||= shown
  }
  lines.visible = any
  lines.instanceMatrix.needsUpdate = true
  if (lines.instanceColor) lines.instanceColor.needsUpdate = true
}

/** Force made visible: the hand leads, the tool lags, and the line between them thickens. */
export function GapLines({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const frame = useFeed()
  const lines = useMemo(() => {
    const material = new MeshBasicMaterial({ transparent: true, opacity: 0.85, depthTest: false, toneMapped: false })
    const m = new InstancedMesh(new CylinderGeometry(1, 1, 1, 10), material, 2)
    m.frustumCulled = false
    m.renderOrder = 10
    return m
  }, [])
  useFrame(() => place(lines, frame, instruments), -39)
  return <primitive object={lines} />
}
