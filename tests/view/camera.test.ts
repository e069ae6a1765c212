import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../scenes/index.ts'
import { views } from '../../scenes/views.ts'
import { Orbit } from '../../src/view/camera/orbit.ts'
import { VIEWS } from '../../src/view/camera/views.ts'
import { renderMode } from '../../src/view/frame/DrawGate.tsx'

const { work } = VIEWS

describe('the orbit', () => {
  it('starts at the view itself and comes back to it', () => {
    const camera = new PerspectiveCamera()
    const orbit = new Orbit()
    orbit.turn(1, 0.3)
    orbit.closer(0.5)
    orbit.place(camera, work)
    expect(camera.position.distanceTo(new Vector3(...work.eye))).toBeGreaterThan(0.1)
    orbit.reset()
    orbit.place(camera, work)
    expect(camera.position.distanceTo(new Vector3(...work.eye))).toBeLessThan(1e-6)
  })

  it('never goes below the working surface or through the patient', () => {
    const camera = new PerspectiveCamera()
    const orbit = new Orbit()
    for (let i = 0; i < 50; i++) {
      orbit.turn(0.3, 0.4)
      orbit.closer(0.5)
    }
    orbit.place(camera, work)
    expect(camera.position.y).toBeGreaterThan(work.at[1])
    expect(camera.position.distanceTo(new Vector3(...work.at))).toBeGreaterThan(0.1)
  })
})

describe('drawing', () => {
  it('can be switched off for a test, and never in an exam', () => {
    expect(renderMode('?clock=frames:2&render=off', false)).toBe('off')
    expect(renderMode('', true)).toBe('on')
    expect(() => renderMode('?render=off', true)).toThrow('exam')
  })
})

describe('scenes', () => {
  it('have a view for every procedure', () => {
    expect(Object.keys(views).sort()).toEqual(procedures.map((p) => p.id).sort())
  })

  it('give a patient, a couch and at least the working view', async () => {
    for (const load of Object.values(views)) {
      const scene = await load()
      expect(scene.spots.work).toBeDefined()
      expect(scene.couch.foot).toBeGreaterThan(scene.couch.head)
      expect(typeof scene.Patient).toBe('function')
    }
  })
})
