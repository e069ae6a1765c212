// Image-based light made from a small scene of bright panels: no picture to download.
import {
  BackSide,
  BoxGeometry,
  CircleGeometry,
  Color,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  PlaneGeometry,
  Scene,
  type BufferGeometry,
  type Texture,
  type WebGLRenderer,
} from 'three'

function glowing(g: BufferGeometry, color: number, strength: number, at: readonly [number, number, number]): Mesh {
  const material = new MeshBasicMaterial({ color: new Color(color).multiplyScalar(strength), side: DoubleSide })
  const m = new Mesh(g, material)
  m.position.set(...at)
  m.lookAt(0, 0, 0)
  return m
}

function surroundings(): Scene {
  const s = new Scene()
  const faces = [0xc9cfc9, 0xd9d8cf, 0xf0efe8, 0x8d887e, 0xc7cfca, 0xd3d3ca]
  const walls = faces.map((c) => new MeshBasicMaterial({ color: new Color(c).multiplyScalar(0.5), side: BackSide }))
  const room = new Mesh(new BoxGeometry(6, 3.2, 5), walls)
  room.position.y = 0.6
  s.add(room)
  for (const [x, z] of [
    [-1.1, -0.9],
    [-1.1, 1],
    [1.3, -0.9],
    [1.3, 1],
  ] as const) {
    s.add(glowing(new PlaneGeometry(1.2, 0.35), 0xfbfaf4, 7, [x, 2.1, z]))
  }
  s.add(glowing(new CircleGeometry(0.2, 24), 0xfff3e2, 16, [-0.15, 1.1, -0.35]))
  s.add(glowing(new PlaneGeometry(1.6, 1.2), 0xdcebff, 3.2, [-2.9, 0.8, -0.2]))
  return s
}

/** Filtered environment map; the caller disposes of it. */
export function roomLight(gl: WebGLRenderer): Texture {
  const generator = new PMREMGenerator(gl)
  const texture = generator.fromScene(surroundings(), 0.03).texture
  generator.dispose()
  return texture
}
