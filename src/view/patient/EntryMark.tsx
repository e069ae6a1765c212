import { useFrame } from '@react-three/fiber'
import { useMemo } from 'react'
import { Matrix4, Mesh, MeshBasicMaterial, Quaternion, TorusGeometry, Vector3 } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import { useFeed } from '../frame/context.ts'
import type { Frame } from '../frame/reader.ts'
import type { SkinState } from './skinMaterial.ts'

const M = new Matrix4()
const P = new Vector3()
const Q = new Quaternion()
const S = new Vector3()
const TIP = new Vector3()
const AXIS = new Vector3()
const Z = new Vector3(0, 0, 1)
/** Dent: 1.6 mm for a newton, at most 5 mm; design values for what is seen, not for what is computed. */
const DENT_PER_N = 0.0016
const DENT_MAX = 0.005

/** Where a needle goes through the skin: entry point into `at`, axis into `axis`; false when none is in. */
function entry(frame: Frame, needles: readonly Instrument[], at: Vector3, axis: Vector3): number | undefined {
  for (const n of needles) {
    if (frame.index(`${n.id}.inserted`) === 0 || !frame.matrix(n.id, M)) continue
    TIP.set(...n.tip).applyMatrix4(M)
    axis.set(...n.axis).transformDirection(M)
    const depth = frame.scalar(`${n.id}.depth_mm`) / 1e3
    at.copy(TIP).addScaledVector(axis, -depth)
    return frame.scalar(`${n.id}.force_n`)
  }
  return undefined
}

/** Places ring and dent at P along AXIS. */
function mark(force: number | undefined, ring: Mesh, skin: SkinState | undefined): void {
  ring.visible = force !== undefined
  if (skin) skin.dentRadius = force === undefined ? 0 : 0.013
  if (force === undefined) return
  const deep = Math.min(DENT_MAX, Math.abs(force) * DENT_PER_N)
  const r = 0.0013 + 0.0004 * Math.min(1, force / 4)
  ring.matrix.compose(P, Q.setFromUnitVectors(Z, AXIS), S.set(r, r, r * 0.8))
  ring.matrixAutoUpdate = false
  skin?.dentAt.copy(P)
  skin?.dentAlong.copy(AXIS).multiplyScalar(deep)
}

/** Ring round the needle where it enters, and the dent that its force makes in the skin. */
export function EntryMark({
  instruments,
  skin,
}: {
  readonly instruments: readonly Instrument[]
  readonly skin?: SkinState
}) {
  const frame = useFeed()
  const needles = useMemo(() => instruments.filter((i) => i.needle), [instruments])
  const ring = useMemo(() => {
    const material = new MeshBasicMaterial({ color: 0x7a2f28, transparent: true, opacity: 0.55 })
    const m = new Mesh(new TorusGeometry(1, 0.3, 6, 24), material)
    m.visible = false
    m.renderOrder = 1
    return m
  }, [])
  useFrame(() => mark(entry(frame, needles, P, AXIS), ring, skin), -36)
  return <primitive object={ring} />
}
