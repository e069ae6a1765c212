// Colours of the room: warm light walls, quiet green-blue, wood; nothing that competes with the patient.
import type { Paint } from '../shape/kit.ts'

const paint = (color: number, rough: number, metal = 0): Paint => ({ color, rough, metal })

export const PALETTE = {
  wall: paint(0xf1efe8, 0.92),
  dado: paint(0xc9d9d3, 0.88),
  skirting: paint(0xd8d9d3, 0.6),
  floor: paint(0xb7b2a6, 0.55),
  floorEdge: paint(0x8f9a95, 0.6),
  ceiling: paint(0xf1f0ea, 0.95),
  wood: paint(0xcdb48f, 0.6),
  white: paint(0xeef0ee, 0.45),
  vinyl: paint(0x2f5560, 0.5),
  paper: paint(0xe7ebe8, 0.95),
  steel: paint(0xc5cbce, 0.3, 0.9),
  enamel: paint(0xdfe4e4, 0.4),
  dark: paint(0x2b3135, 0.6),
  rubber: paint(0x3a3f42, 0.8),
  sterile: paint(0x2f7f88, 0.9),
  sharps: paint(0xf0c027, 0.5),
  warning: paint(0xc23b2e, 0.5),
  pillow: paint(0xf3f3ef, 0.95),
  underpad: paint(0xa9c9dd, 0.95),
  glassPane: paint(0xdfeef2, 0.2),
} as const satisfies Record<string, Paint>
