import { useEffect, useMemo } from 'react'
import { headGeometry, lyingAt } from '../../../../src/view/patient/head.ts'
import { joined, painted, placed, rounded, turned } from '../../../../src/view/shape/kit.ts'
import { propMaterial } from '../../../../src/view/shape/materials.ts'
import { PALETTE } from '../../../../src/view/room/palette.ts'
import { COUCH_TOP } from './plan.ts'

/** Outline of a rolled towel: soft ends, the layers showing. */
const ROLL: readonly (readonly [number, number])[] = [
  [0, -96],
  [9, -99],
  [13, -96],
  [21, -100],
  [28, -97],
  [33, -88],
  [34, 0],
  [33, 72],
  [28, 81],
  [21, 84],
  [13, 80],
  [9, 83],
  [0, 80],
]

/** Roll under the knee, absorbent pad, pillow. */
function bedding() {
  const top = COUCH_TOP * 1e3
  const towel = { color: 0xe8e6dc, rough: 0.98 }
  return joined([
    painted(placed(rounded([420, 5, 330], 2), [0, top + 2, -10]), PALETTE.underpad),
    painted(placed(rounded([360, 5.6, 270], 2), [0, top + 2.4, -10]), PALETTE.paper),
    painted(placed(turned(ROLL, 30), [-20, top + 33, -10]), towel),
    painted(placed(rounded([330, 104, 520], 50, 4), [-1150, top + 50, -120]), PALETTE.pillow),
    headGeometry(10).applyMatrix4(lyingAt([-1.14, (top + 172) / 1e3, -0.12])),
  ])
}

export function Bedding() {
  const geometry = useMemo(() => bedding(), [])
  const material = useMemo(() => propMaterial(), [])
  useEffect(() => () => void [geometry.dispose(), material.dispose()], [geometry, material])
  return <mesh geometry={geometry} material={material} receiveShadow />
}
