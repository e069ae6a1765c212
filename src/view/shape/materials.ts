// Materials shared by everything in the room: few, so that few draw calls are needed.
import { Color, DoubleSide, MeshPhysicalMaterial, MeshStandardMaterial, type Texture, type Material } from 'three'

/** Replaces `find` in a shader; fails loudly when three has renamed it. */
export function patch(source: string, find: string, put: string): string {
  if (!source.includes(find)) throw new Error(`shader: three no longer has "${find}"; adapt the patch`)
  return source.replace(find, put)
}

/** Vertex colour with roughness and metalness from `aSurface`: solids of room and instruments. `lift` brightens all of it. */
export function propMaterial(lift = 1): MeshStandardMaterial {
  const m = new MeshStandardMaterial({ vertexColors: true, color: new Color().setScalar(lift) })
  m.onBeforeCompile = (s) => {
    s.vertexShader = patch(
      s.vertexShader,
      '#include <common>',
      '#include <common>\nattribute vec2 aSurface; varying vec2 vSurface;',
    )
    s.vertexShader = patch(s.vertexShader, '#include <begin_vertex>', '#include <begin_vertex>\nvSurface = aSurface;')
    s.fragmentShader = patch(s.fragmentShader, '#include <common>', '#include <common>\nvarying vec2 vSurface;')
    s.fragmentShader = patch(
      s.fragmentShader,
      '#include <roughnessmap_fragment>',
      'float roughnessFactor = vSurface.x;',
    )
    s.fragmentShader = patch(
      s.fragmentShader,
      '#include <metalnessmap_fragment>',
      'float metalnessFactor = vSurface.y;',
    )
  }
  return m
}

/** Clear plastic and glass; no transmission pass: a headset cannot afford it. */
export function glassMaterial(): MeshPhysicalMaterial {
  return new MeshPhysicalMaterial({
    color: 0xeef6fa,
    roughness: 0.14,
    transparent: true,
    opacity: 0.24,
    ior: 1.49,
    side: DoubleSide,
    forceSinglePass: true,
    depthWrite: false,
    envMapIntensity: 1.4,
  })
}

/** Liquid in a syringe or tube; tinted by the batch's colours. */
export function fluidMaterial(): MeshPhysicalMaterial {
  return new MeshPhysicalMaterial({ roughness: 0.12, transparent: true, opacity: 0.86, ior: 1.33, depthWrite: false })
}

/** Printed scales and labels. */
export function printMaterial(atlas: Texture): MeshStandardMaterial {
  return new MeshStandardMaterial({ map: atlas, transparent: true, roughness: 0.55, depthWrite: false })
}

const GHOST = { color: 0x8fd0e8, opacity: 0.34 } as const

/**
 * Makes a material see-through for a ghost: an expert's hands beside one's own. `paint` keeps the colours (and the
 * fading) that are baked into vertices.
 */
export function ghostly<M extends Material>(m: M, paint: 'keep' | 'drop' = 'drop'): M {
  const { color, opacity } = GHOST
  m.transparent = true
  m.opacity = opacity
  m.depthWrite = false
  if (m instanceof MeshStandardMaterial) {
    m.color = new Color(color)
    m.vertexColors = paint === 'keep' && m.vertexColors
    m.emissive = new Color(color)
    m.emissiveIntensity = 0.25
  }
  return m
}
