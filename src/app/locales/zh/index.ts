// Chinese for every message of the page, by id. A test compares this with the sources: nothing missing, nothing left over.
import { common } from './common.ts'
import { pages } from './pages.ts'
import { report } from './report.ts'
import { room } from './room.ts'
import { study } from './study.ts'

export const zh: Readonly<Record<string, string>> = { ...common, ...pages, ...report, ...room, ...study }
