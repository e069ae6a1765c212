import { useEffect, useMemo } from 'react'
import { useFrame, type ThreeElements } from '@react-three/fiber'
import { LOOK, PanelCanvas, type PanelLine, type PanelLook } from './canvas.ts'
import { loadFont } from './font.ts'

export interface PanelProps {
  /** What it shows; or a function asked once per frame, for numbers that change (it may return the same array). */
  readonly lines: readonly PanelLine[] | (() => readonly PanelLine[])
  /** Width in the room, m; the height follows the canvas. */
  readonly width?: number
  readonly look?: Partial<PanelLook>
  readonly position?: ThreeElements['mesh']['position']
  readonly rotation?: ThreeElements['mesh']['rotation']
  /** A ray, a touch or a mouse on it. Keep panels 0.6 to 3 m away and locked to the world. */
  readonly onPress?: () => void
}

/** A panel with text in the room, in English or Chinese; painted again only when its text changes. */
export function Panel({ lines, width = 0.6, look, position, rotation, onPress }: PanelProps) {
  const full = useMemo(() => ({ ...LOOK, ...look }), [look])
  const canvas = useMemo(() => new PanelCanvas(full), [full])
  useEffect(() => {
    let wanted = true
    void loadFont().then(() => wanted && canvas.repaint())
    return () => void (wanted = false)
  }, [canvas])
  useEffect(() => () => canvas.texture.dispose(), [canvas])
  useFrame(() => canvas.show(typeof lines === 'function' ? lines() : lines), -30)
  const size: [number, number] = [width, (width * full.height) / full.width]
  const press = onPress ? { onClick: onPress } : {}
  return (
    <mesh {...(position ? { position } : {})} {...(rotation ? { rotation } : {})} {...press}>
      <planeGeometry args={size} />
      <meshBasicMaterial map={canvas.texture} transparent toneMapped={false} />
    </mesh>
  )
}
