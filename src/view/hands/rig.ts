// The drawn hand: one skinned mesh with bones that curl; made once, mirrored for the left.
import {
  Bone,
  BufferAttribute,
  Matrix4,
  MeshStandardMaterial,
  Quaternion,
  Skeleton,
  SkinnedMesh,
  Uint16BufferAttribute,
  Vector3,
  type BufferGeometry,
} from 'three'
import { surfaceNet } from '../shape/surfaceNets.ts'
import type { Side } from '../frame/feed.ts'
import { HAND_BOX, LIMBS, handField, limbDistance, type Limb, type V3 } from './field.ts'

const MM = 0.001

/** Bones in order: the palm, then three per finger. */
export const BONES: readonly string[] = ['palm', ...LIMBS.filter((l) => l.parent).map((l) => l.name)]

/** Limbs that each bone carries. */
const LIMBS_OF: readonly (readonly Limb[])[] = BONES.map((b) => LIMBS.filter((l) => l.name === b))

const limbOf = (bone: string): Limb | undefined => LIMBS.find((l) => l.name === bone && l.parent !== undefined)

/** Field frame (a, b, c; mm) to grip space (m): a = -y, b = +x, c = -z for the right hand; b = -x for the left. */
export function toGrip(side: Side): Matrix4 {
  const s = side === 'right' ? 1 : -1
  return new Matrix4().set(0, s * MM, 0, 0, -MM, 0, 0, 0, 0, 0, -MM, 0, 0, 0, 0, 1)
}

/** Weights of the two or three nearest bones; a bone takes over within 7 mm. */
function weigh(p: V3): { index: number[]; weight: number[] } {
  const distances = LIMBS_OF.map((limbs) => limbs.reduce((d, l) => Math.min(d, limbDistance(l, p)), 1e9))
  const nearest = Math.min(...distances)
  const raw = distances.map((d) => Math.max(0, 1 - (d - nearest) / 7) ** 2)
  const order = raw.map((_, i) => i).sort((a, b) => (raw[b] ?? 0) - (raw[a] ?? 0))
  const index = order.slice(0, 4)
  const sum = index.reduce((s, i) => s + (raw[i] ?? 0), 0)
  return { index, weight: index.map((i) => (raw[i] ?? 0) / sum) }
}

function skinned(step: number, side: Side): BufferGeometry {
  const g = surfaceNet(handField, HAND_BOX, step)
  const p = g.getAttribute('position')
  const index: number[] = []
  const weight: number[] = []
  for (let i = 0; i < p.count; i++) {
    const w = weigh([p.getX(i), p.getY(i), p.getZ(i)])
    index.push(...w.index)
    weight.push(...w.weight)
  }
  g.setAttribute('skinIndex', new Uint16BufferAttribute(index, 4))
  g.setAttribute('skinWeight', new BufferAttribute(new Float32Array(weight), 4))
  g.setAttribute('color', new BufferAttribute(sleeve(p.array), 4))
  g.applyMatrix4(toGrip(side))
  if (side === 'right') flip(g)
  return g
}

/** The field frame is left-handed for the right hand: turn its faces. */
function flip(g: BufferGeometry): void {
  const index = g.index
  if (!index) return
  for (let i = 0; i < index.count; i += 3) {
    const b = index.getX(i + 1)
    index.setX(i + 1, index.getX(i + 2))
    index.setX(i + 2, b)
  }
}

/** Where the sleeve begins, begins to fade and is gone: nobody knows where the elbow is. mm along the forearm. */
const CUFF = -122
const FADE = [-165, -255] as const

/** White hand, tinted sleeve, and alpha that lets the forearm fade out. */
function sleeve(p: ArrayLike<number>): Float32Array {
  const n = p.length / 3
  const out = new Float32Array(n * 4)
  for (let i = 0; i < n; i++) {
    const a = p[i * 3] ?? 0
    const t = Math.min(1, Math.max(0, (a - FADE[1]) / (FADE[0] - FADE[1])))
    out.set(a < CUFF ? [0.3, 0.47, 0.52] : [1, 1, 1], i * 4)
    out[i * 4 + 3] = t * t * (3 - 2 * t)
  }
  return out
}

function bonesOf(side: Side): Map<string, Bone> {
  const m = toGrip(side)
  const bones = new Map<string, Bone>()
  const origin = new Map<string, Vector3>()
  for (const name of BONES) {
    const limb = limbOf(name)
    const at = limb ? new Vector3(...limb.from).applyMatrix4(m) : new Vector3()
    const bone = new Bone()
    bone.name = name
    const parent = limb?.parent === undefined ? undefined : bones.get(limb.parent)
    bone.position.copy(at).sub(origin.get(limb?.parent ?? '') ?? new Vector3())
    parent?.add(bone)
    bones.set(name, bone)
    origin.set(name, at)
  }
  return bones
}

/** How far each joint bends at full curl, rad; the fingers close around a rod of about 20 mm. */
const BEND: readonly [number, number, number] = [1.02, 1.2, 0.75]
const THUMB: readonly [number, number, number] = [0.28, 0.42, 0.5]
const TURN = new Quaternion()
const AXIS = new Vector3()

export interface HandRig {
  readonly mesh: SkinnedMesh
  /** Bends index, middle, ring and little finger and the thumb: 0 = straight, 1 = a fist. */
  curl(fingers: readonly [number, number, number, number], thumb: number): void
  /** Where index and thumb meet, in the mesh's frame, for the present curl. */
  pinch(out: Vector3): Vector3
  dispose(): void
}

function bend(bones: ReadonlyMap<string, Bone>, name: string, axis: Vector3, angle: number): void {
  bones.get(name)?.quaternion.copy(TURN.setFromAxisAngle(axis, angle))
}

const TIP = new Vector3()
const LOCAL = new Vector3()

/** Pad of a finger's last bone in the world. */
function tipOf(bones: ReadonlyMap<string, Bone>, name: string, side: Side, out: Vector3): Vector3 {
  const limb = limbOf(name)
  const bone = bones.get(name)
  if (!limb || !bone) return out.set(0, 0, 0)
  const along = 0.8
  const d = limb.to.map((v, k) => (v - (limb.from[k] ?? 0)) * along) as [number, number, number]
  LOCAL.set(...d).applyMatrix4(toGrip(side))
  return bone.localToWorld(out.copy(LOCAL))
}

/** A hand for one side; `step` mm between points of its surface. */
export function createHand(side: Side, step: number, material: MeshStandardMaterial): HandRig {
  const geometry = skinned(step, side)
  const bones = bonesOf(side)
  const mesh = new SkinnedMesh(geometry, material)
  const palm = bones.get('palm')
  if (palm) mesh.add(palm)
  mesh.bind(new Skeleton(BONES.map((b) => bones.get(b) ?? new Bone())))
  mesh.frustumCulled = false
  mesh.castShadow = true
  const s = side === 'right' ? 1 : -1
  // fingers (-y) bend towards the palm (-x on the right hand) about z; the thumb folds across it
  const flex = AXIS.clone().set(0, 0, -s)
  const fold = new Vector3(-0.55, -0.25 * s, -0.8 * s).normalize()
  return {
    mesh,
    pinch(out) {
      mesh.updateWorldMatrix(true, true)
      tipOf(bones, 'index3', side, out)
        .add(tipOf(bones, 'thumb3', side, TIP))
        .multiplyScalar(0.5)
      return mesh.worldToLocal(out)
    },
    curl(fingers, thumb) {
      for (const [i, f] of ['index', 'middle', 'ring', 'little'].entries()) {
        BEND.forEach((angle, k) => bend(bones, `${f}${k + 1}`, flex, angle * (fingers[i] ?? 0)))
      }
      THUMB.forEach((angle, k) => bend(bones, `thumb${k + 1}`, fold, angle * thumb))
    },
    dispose: () => geometry.dispose(),
  }
}
