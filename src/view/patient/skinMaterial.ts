// Skin: colour from baked vertex data, relief from one small tile laid on from three sides, light that reddens at its edge.
import { Color, MeshPhysicalMaterial, ShaderChunk, Vector3, Vector4, type Texture } from 'three'
import { patch } from '../shape/materials.ts'

/** Colours of a skin (sRGB hex). */
export interface SkinTone {
  readonly base: number
  readonly pale: number
  readonly red: number
}

export const EAST_ASIAN_ADULT: SkinTone = { base: 0xc29d86, pale: 0xd8c0ac, red: 0xb0725f }

/** What changes while the skin is drawn; all lengths in metres in the work frame. */
export interface SkinState {
  /** Entry point and radius of a dent (0 = none); `along` is the direction of the push times its depth. */
  readonly dentAt: Vector3
  readonly dentAlong: Vector3
  dentRadius: number
  /** Middle and radius of the painted (iodine) field; w = strength 0..1. */
  readonly prepAt: Vector3
  prepRadius: number
  prepStrength: number
}

export interface SkinMaterial {
  readonly material: MeshPhysicalMaterial
  readonly state: SkinState
  /** Copies the state into the uniforms. */
  update(): void
}

const VERTEX_HEAD = `#include <common>
attribute vec4 aBake; attribute vec3 aRest; attribute vec3 aRestNormal; attribute vec4 aLook;
uniform vec4 uDentAt; uniform vec3 uDentAlong;
varying vec4 vBake; varying vec3 vRest; varying vec3 vRestN; varying vec4 vLook; varying vec3 vWork;`

const VERTEX_DENT = `#include <project_vertex>`
const VERTEX_BODY = `
vBake = aBake; vRest = aRest; vRestN = aRestNormal; vLook = aLook;
{ float q = length(transformed - uDentAt.xyz) / max(uDentAt.w, 1e-5); transformed += uDentAlong * exp(-q * q); }
vWork = transformed;
#include <project_vertex>`

const FRAGMENT_HEAD = `#include <common>
uniform sampler2D uTile; uniform vec3 uBase, uPale, uRed; uniform vec4 uPrep; uniform float uStain;
varying vec4 vBake; varying vec3 vRest; varying vec3 vRestN; varying vec4 vLook; varying vec3 vWork;
vec3 gSide; vec4 gX, gY, gZ; float gStain;`

const COLOUR = `
gSide = pow(abs(normalize(vRestN)), vec3(6.)); gSide /= gSide.x + gSide.y + gSide.z;
vec3 tp = vRest * 62.;
gX = texture2D(uTile, tp.zy); gY = texture2D(uTile, tp.xz); gZ = texture2D(uTile, tp.xy);
float relief = gX.z * gSide.x + gY.z * gSide.y + gZ.z * gSide.z;
float lo = vLook.x, mi = vLook.y;
vec3 c = uBase;
c = mix(c, uRed, clamp(vBake.z * .5 + (lo - .46) * .55 + (mi - .46) * .4, 0., 1.));
c = mix(c, uPale, clamp(vBake.y * .3 + (.5 - lo) * .5, 0., 1.));
c *= mix(.9, 1.035, relief);
c = mix(c, vec3(.62, .13, .11), vLook.z * (.62 + .3 * (mi - .4)));
float pd = length(vWork - uPrep.xyz) / max(uPrep.w, 1e-5) + (mi - .5) * .22 + (lo - .5) * .2;
gStain = uStain * (1. - smoothstep(.88, 1.02, pd));
float streak = .84 + .3 * (mi - .45) + .3 * (lo - .45) + .045 * sin(length(vWork - uPrep.xyz) * 430. + lo * 14.);
c = mix(c, c * mix(vec3(1.), vec3(.56, .30, .13), clamp(streak, 0., 1.)), gStain);
c = mix(c, vec3(.16, .10, .30), vLook.w);
diffuseColor.rgb = c;`

const ROUGH = `
float roughnessFactor = roughness + (.5 - relief) * .2 + (lo - .5) * .1;
roughnessFactor = mix(roughnessFactor, .3 + .1 * mi, gStain * .75);
roughnessFactor = mix(roughnessFactor, .42, vLook.z * .6);`

const RELIEF = `
{ vec2 a = gX.xy * 2. - 1., b = gY.xy * 2. - 1., e = gZ.xy * 2. - 1.;
  vec3 off = vec3(0., a.y, a.x) * gSide.x + vec3(b.x, 0., b.y) * gSide.y + vec3(e.x, e.y, 0.) * gSide.z;
  float fade = 1. - smoothstep(.0, 1., length(fwidth(vRest)) * 1500. - .5);
  normal = normalize(normal + (viewMatrix * vec4(off, 0.)).xyz * .34 * mix(.2, 1., fade)); }`

const DIFFUSE = 'reflectedLight.directDiffuse += irradiance * diffuseBRDF'
/** Wrapped diffuse light per channel: red reaches furthest round the edge of a shadow. */
const WRAPPED = `
float ndl_ = dot(geometryNormal, directLight.direction); vec3 w_ = vec3(.26, .1, .06);
vec3 wr_ = clamp((ndl_ + w_) / ((1. + w_) * (1. + w_)), 0., 1.);
reflectedLight.directDiffuse += wr_ * directLight.color * diffuseBRDF`

const SHADE = `{ float a = mix(1., clamp(vBake.x, .25, 1.), .78); vec3 ao = mix(vec3(a), vec3(1.), vec3(.40, .14, .08) * (1. - a));
  reflectedLight.indirectDiffuse *= ao; reflectedLight.indirectSpecular *= a * a;
  reflectedLight.directDiffuse *= mix(vec3(1.), ao, .4); reflectedLight.directSpecular *= mix(1., a, .6); }`

interface Uniforms {
  readonly uDentAt: { value: Vector4 }
  readonly uDentAlong: { value: Vector3 }
  readonly uPrep: { value: Vector4 }
  readonly uStain: { value: number }
}

/** The material with its shader patched; `u` are the uniforms that change. */
function shaded(tile: Texture, tone: SkinTone, u: Uniforms, plain: boolean): MeshPhysicalMaterial {
  const color = (hex: number) => ({ value: new Color(hex) })
  const fixed = { uTile: { value: tile }, uBase: color(tone.base), uPale: color(tone.pale), uRed: color(tone.red) }
  const material = new MeshPhysicalMaterial({
    roughness: 0.56,
    ior: 1.4,
    specularIntensity: 0.85,
    sheen: plain ? 0 : 0.3,
    sheenRoughness: 0.5,
    sheenColor: new Color(0xffb9a0).multiplyScalar(0.35),
  })
  material.onBeforeCompile = (s) => {
    Object.assign(s.uniforms, u, fixed)
    s.vertexShader = patch(s.vertexShader, '#include <common>', VERTEX_HEAD)
    s.vertexShader = patch(s.vertexShader, VERTEX_DENT, VERTEX_BODY)
    let f = patch(s.fragmentShader, '#include <common>', FRAGMENT_HEAD)
    f = patch(f, '#include <color_fragment>', COLOUR)
    f = patch(f, '#include <roughnessmap_fragment>', ROUGH)
    f = patch(f, '#include <normal_fragment_maps>', RELIEF)
    f = patch(
      f,
      '#include <lights_physical_pars_fragment>',
      patch(ShaderChunk.lights_physical_pars_fragment, DIFFUSE, WRAPPED),
    )
    s.fragmentShader = patch(f, '#include <aomap_fragment>', SHADE)
  }
  return material
}

/** Material for a mesh with the attributes aBake, aRest, aRestNormal and aLook (`dressSkin`); `plain` leaves out what old graphics pay for. */
export function skinMaterial(tile: Texture, tone: SkinTone, plain = false): SkinMaterial {
  const u: Uniforms = {
    uDentAt: { value: new Vector4(0, -9, 0, 0) },
    uDentAlong: { value: new Vector3() },
    uPrep: { value: new Vector4(0, -9, 0, 0) },
    uStain: { value: 0 },
  }
  const material = shaded(tile, tone, u, plain)
  const state: SkinState = {
    dentAt: new Vector3(0, -9, 0),
    dentAlong: new Vector3(),
    dentRadius: 0,
    prepAt: new Vector3(0, -9, 0),
    prepRadius: 0,
    prepStrength: 0,
  }
  return {
    material,
    state,
    update() {
      u.uDentAt.value.set(state.dentAt.x, state.dentAt.y, state.dentAt.z, state.dentRadius)
      u.uDentAlong.value.copy(state.dentAlong)
      u.uPrep.value.set(state.prepAt.x, state.prepAt.y, state.prepAt.z, state.prepRadius)
      u.uStain.value = state.prepStrength
    },
  }
}
