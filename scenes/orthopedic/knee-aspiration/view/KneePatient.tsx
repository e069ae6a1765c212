import { useFrame } from '@react-three/fiber'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Mesh, type BufferGeometry } from 'three'
import type { KneeAnatomy } from '../../../../src/sim/tissue/anatomy.ts'
import { useFeed } from '../../../../src/view/frame/context.ts'
import { usePiecewise } from '../../../../src/view/frame/piecewise.ts'
import type { Frame } from '../../../../src/view/frame/reader.ts'
import { clothMaterial, coverGeometry } from '../../../../src/view/patient/cover.ts'
import { EntryMark } from '../../../../src/view/patient/EntryMark.tsx'
import { dressSkin } from '../../../../src/view/patient/look.ts'
import { useParts } from '../../../../src/view/patient/parts.ts'
import { EAST_ASIAN_ADULT, skinMaterial, type SkinMaterial } from '../../../../src/view/patient/skinMaterial.ts'
import { skinTile } from '../../../../src/view/patient/skinTile.ts'
import { morphTo, warped, type VertexWarp } from '../../../../src/view/patient/warped.ts'
import type { Quality } from '../../../../src/view/quality.ts'
import type { PatientProps } from '../../../../src/view/scene.ts'
import { instruments } from '../instruments.ts'
import { flexionStep } from '../anatomy.ts'
import { lesionFor } from '../patients.ts'
import { Bedding } from './Bedding.tsx'
import { COVER, bodyHeights } from './plan.ts'

/** Fluid and push of the patella that the morph targets stand for. */
const PUSH_M = 0.01
const SKIN = 0

type Played = NonNullable<PatientProps['played']>
/** Whose skin is shown where nobody says. */
const FIRST: Played = { caseId: 'hot-knee', seed: 1 }

interface Extremes {
  readonly effusion_ml: number
  readonly flexion_rad: number
}

/** The skin at this flexion, with targets for an empty joint and a pushed patella; a rest after each part of the work. */
function* skinOf(
  source: BufferGeometry,
  knee: KneeAnatomy,
  { played, flexion_rad }: Worn,
): Generator<void, BufferGeometry> {
  const at: Extremes = { effusion_ml: knee.params.effusion_ml, flexion_rad }
  const move: VertexWarp = (v, n) => knee.moveVertex(SKIN, v, n)
  const pose = (effusion_ml: number, x: number): void =>
    knee.setDynamic({ effusion_ml, flexion_rad: at.flexion_rad, patella: [x, 0, 0] })
  pose(at.effusion_ml, 0)
  const g = warped(source, move)
  yield
  pose(0, 0)
  morphTo(g, source, move)
  yield
  pose(at.effusion_ml, PUSH_M)
  morphTo(g, source, move)
  pose(at.effusion_ml, 0)
  yield
  const lesion = lesionFor(played.caseId, played.seed)
  const middle = lesion ? knee.landmarks[lesion.at] : undefined
  dressSkin(g, lesion && middle ? [{ at: middle, radius: lesion.radius_mm / 1e3 }] : [])
  return g
}

interface Dressed {
  readonly mesh: Mesh
  readonly skin: SkinMaterial
  readonly cover: Mesh
}

interface Worn {
  readonly played: Played
  readonly flexion_rad: number
}

interface Look extends Worn {
  readonly quality: Quality
}

function* dress(source: BufferGeometry, knee: KneeAnatomy, look: Look): Generator<void, Dressed> {
  const plain = look.quality === 'low' || look.quality === 'test'
  const skin = skinMaterial(skinTile(), EAST_ASIAN_ADULT, plain)
  yield
  const mesh = new Mesh(yield* skinOf(source, knee, look), skin.material)
  yield
  const heights = bodyHeights(mesh.geometry.getAttribute('position').array as Float32Array)
  yield
  const cover = new Mesh(coverGeometry(COVER, heights), clothMaterial(plain))
  mesh.castShadow = true
  for (const m of [mesh, cover]) m.receiveShadow = true
  mesh.frustumCulled = false
  return { mesh, skin, cover }
}

function strip({ mesh, cover }: Dressed): void {
  for (const m of [mesh, cover]) m.geometry.dispose()
}

/** The dressed patient; a look that changes is worked on in pieces, and the old one stays until it is whole. */
function useDressed(
  source: BufferGeometry | undefined,
  knee: KneeAnatomy | undefined,
  look: Look,
): Dressed | undefined {
  const { quality, played, flexion_rad } = look
  const begin = useCallback(
    () => (source && knee ? dress(source, knee, { quality, played, flexion_rad }) : null),
    [source, knee, quality, played, flexion_rad],
  )
  const dressed = usePiecewise(begin)
  useEffect(
    () => () => {
      if (dressed) strip(dressed)
    },
    [dressed],
  )
  return dressed
}

/** Radius of the field that is painted with iodine, m (design value: as wide as a fenestrated drape leaves). */
const PREP_M = 0.075

/** Shape of the skin by the fluid that is left and by the pushed patella; iodine where a procedure says `prep_share`. */
function follow({ mesh, skin }: Dressed, frame: Frame, knee: KneeAnatomy): void {
  const weights = mesh.morphTargetInfluences
  const full = knee.params.effusion_ml
  if (weights) {
    weights[0] = full > 0 && frame.hasScalar('effusion_ml') ? 1 - frame.scalar('effusion_ml') / full : 0
    weights[1] = frame.scalar('patella_mm') / (PUSH_M * 1e3)
  }
  const portal = knee.landmarks['portal_superolateral']
  if (portal) skin.state.prepAt.set(...portal)
  skin.state.prepRadius = PREP_M
  skin.state.prepStrength = frame.scalar('prep_share')
  skin.update()
}

/** The skin is warped anew for a flexion that has stayed for so long, s, and differs by so much from the drawn one, rad. */
const SETTLED_S = 0.25
const ANEW_RAD = 0.005

/** Flexion at which the leg is drawn, rad: it follows the knee whenever that has come to rest. */
function useFlexion(knee: KneeAnatomy | undefined): number {
  const frame = useFeed()
  const [drawn, setDrawn] = useState<number | null>(null)
  const seen = useRef({ rad: NaN, for_s: 0 })
  const start = knee?.params.flexion_rad ?? 0
  const now = drawn ?? start
  useFrame((_, dt) => {
    if (!knee || !frame.hasScalar('flexion_deg')) return
    const rad = flexionStep((frame.index('flexion_deg') * Math.PI) / 180)
    const s = seen.current
    s.for_s = rad === s.rad ? s.for_s + dt : 0
    s.rad = rad
    if (s.for_s >= SETTLED_S && Math.abs(rad - now) > ANEW_RAD) setDrawn(rad)
  }, -35)
  return now
}

function PlainLeg() {
  return (
    <mesh position={[0, 0.055, 0]} rotation-z={Math.PI / 2} castShadow receiveShadow>
      <capsuleGeometry args={[0.055, 0.5, 8, 24]} />
      <meshStandardMaterial color={EAST_ASIAN_ADULT.base} roughness={0.6} />
    </mesh>
  )
}

/** The patient of a knee aspiration: the knee that is felt and punctured, under a blanket. */
export function KneePatient({ meshUrl, anatomy, played = FIRST, quality = 'high', onError }: PatientProps) {
  const frame = useFeed()
  const [failed, setFailed] = useState(false)
  const fail = useCallback(
    (error: unknown) => {
      setFailed(true)
      onError?.(error)
    },
    [onError],
  )
  const parts = useParts(meshUrl, fail)
  const knee = anatomy as KneeAnatomy | undefined
  const source = parts?.get('skin')
  const dressed = useDressed(source, knee, { quality, played, flexion_rad: useFlexion(knee) })
  useFrame(() => {
    if (dressed && knee) follow(dressed, frame, knee)
  }, -34)
  if (!dressed) return failed ? <PlainLeg /> : null
  return (
    <>
      <primitive object={dressed.mesh} />
      <primitive object={dressed.cover} />
      <Bedding />
      <EntryMark instruments={instruments} skin={dressed.skin.state} />
    </>
  )
}
