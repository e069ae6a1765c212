// node tests/shots/look.mjs OUT.png "still=needle&view=work" [OUT.png QUERY ...] : single pictures; a query with xr is a headset's.
import { openStudio } from './capture.mjs'

const studio = await openStudio()
try {
  for (let i = 2; i < process.argv.length; i += 2) {
    const [out, query] = [process.argv[i], process.argv[i + 1] ?? '']
    const t = Date.now()
    const info = await (/\bxr\b/.test(query) ? studio.headset(out, query) : studio.desktop(out, query))
    console.log(out, JSON.stringify(info), `${Date.now() - t} ms`)
  }
} finally {
  for (const p of studio.problems) console.log('problem:', p.slice(0, 500))
  await studio.close()
}
