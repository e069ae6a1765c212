// Baked body parts out of one GLB: positions unpacked to metres in the archetype's frame.
import { useEffect, useState } from 'react'
import { BufferAttribute, BufferGeometry, Mesh } from 'three'
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'

/** Geometry by part name (`skin`, `femur` ...), with `position`, `normal` and the baked `aBake`. */
export type Parts = ReadonlyMap<string, BufferGeometry>

/** Quantised attributes as plain floats, so that they can be moved in place. */
function plain(mesh: Mesh): BufferGeometry {
  const from: BufferGeometry = mesh.geometry
  const g = new BufferGeometry()
  const floats = (name: string, size: number): Float32Array => {
    const a = from.getAttribute(name)
    const out = new Float32Array(a.count * size)
    for (let i = 0; i < a.count; i++) for (let k = 0; k < size; k++) out[i * size + k] = a.getComponent(i, k)
    return out
  }
  g.setAttribute('position', new BufferAttribute(floats('position', 3), 3))
  g.setAttribute('normal', new BufferAttribute(floats('normal', 3), 3))
  if (from.hasAttribute('color')) g.setAttribute('aBake', new BufferAttribute(floats('color', 4), 4))
  g.setIndex(from.index)
  mesh.updateWorldMatrix(true, false)
  return g.applyMatrix4(mesh.matrixWorld)
}

/** Loads all parts of a GLB. @throws Error naming the address when it cannot be read */
export async function loadParts(url: string): Promise<Parts> {
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder)
  const gltf = await loader.loadAsync(url)
  const parts = new Map<string, BufferGeometry>()
  gltf.scene.traverse((o) => {
    if (o instanceof Mesh) parts.set(o.name, plain(o))
  })
  if (parts.size === 0) throw new Error(`body parts: ${url} holds no mesh; bake it again`)
  return parts
}

/** Parts of a GLB once they are loaded; undefined before, and when there is no address. */
export function useParts(url: string | undefined, onError?: (e: unknown) => void): Parts | undefined {
  const [parts, setParts] = useState<Parts>()
  useEffect(() => {
    if (url === undefined) return undefined
    let wanted = true
    loadParts(url)
      .then((p) => wanted && setParts(p))
      .catch((e: unknown) => {
        if (onError) onError(e)
        else console.error(e)
      })
    return () => void (wanted = false)
  }, [url, onError])
  return parts
}
