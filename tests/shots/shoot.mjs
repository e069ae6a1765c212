// npm run shots : pictures of the room, on a screen and in an emulated headset, into build/shots; fails when a picture
// costs more than the budget or the page complains. Open the pictures: they are what people see first.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStudio } from './capture.mjs'

const OUT = resolve(import.meta.dirname, '../../build/shots')
/** Per eye, with the shadow map shared out between the eyes. */
const BUDGET = { calls: 80, triangles: 120_000 }
/** A screen draws one eye, and its shadow map counts in full. */
const SCREEN_TRIANGLES = 200_000

const SCREEN = {
  work: 'still=rest&view=work',
  aspirating: 'still=needle&view=work',
  side: 'still=needle&view=side',
  face: 'still=rest&view=face',
  tray: 'still=rest&view=tray',
  room: 'still=rest&eye=0.9,0.9,1.3&at=-0.1,-0.1,-0.1&fov=50',
  patient: 'still=rest&eye=-0.55,0.5,-0.25&at=-1.1,0.08,-0.12&fov=34',
  prepped: 'still=prepped&eye=-0.15,0.36,0.26&at=-0.045,0.1,0.01&fov=34',
  drained: 'still=drained&eye=0.02,0.5,0.16&at=-0.03,0.1,0&fov=28',
  knee: 'still=rest&eye=-0.1,0.28,0.3&at=-0.03,0.1,0.01&fov=36',
  syringe: 'still=syringe&eye=-0.2,0.3,0.16&at=-0.09,0.16,0.07&fov=24',
  marking: 'still=mark&view=work',
  ghost: 'still=needle&ghost=expert&view=work',
  low: 'still=needle&view=work&quality=low',
}
const HEADSET = {
  'headset-aspirating': 'still=needle&quality=headset&panel',
  'headset-rest': 'still=rest&quality=headset',
}

mkdirSync(OUT, { recursive: true })
const wanted = process.argv.slice(2)
const chosen = (set) => Object.entries(set).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const studio = await openStudio()
const over = []
const note = (name, info, eyes) => {
  const [calls, triangles] = [Math.ceil(info.calls / eyes), Math.ceil(info.triangles / eyes)]
  console.log(`${name}: ${calls} draw calls, ${triangles} triangles ${eyes === 2 ? 'per eye' : 'with shadow map'}`)
  const limit = eyes === 2 ? BUDGET.triangles : SCREEN_TRIANGLES
  if (calls > BUDGET.calls || triangles > limit) over.push(`${name}: ${calls} calls, ${triangles} triangles`)
}
try {
  for (const [name, query] of chosen(SCREEN)) note(name, await studio.desktop(join(OUT, `${name}.png`), query), 1)
  for (const [name, query] of chosen(HEADSET)) note(name, await studio.headset(join(OUT, `${name}.png`), query), 2)
} finally {
  await studio.close()
}
for (const text of [...over.map((o) => `over budget: ${o}`), ...studio.problems]) console.error(text)
process.exitCode = over.length + studio.problems.length > 0 ? 1 : 0
