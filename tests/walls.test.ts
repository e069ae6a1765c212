// The import walls of the rooms, the size of files, the fixed top level, and words that have no place in the tree.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const words = (text: string): string[] => text.split(' ')

/**
 * Room -> what it may import besides itself and scoring/math: rooms (or files) and packages; `type:` = `import type`
 * only. A path belongs to the longest room that it starts with, so `src/sim/world` is stricter or freer than `src/sim`.
 */
const WALLS: Readonly<Record<string, readonly string[]>> = {
  scoring: [],
  'src/sim': ['type:scoring'],
  'src/sim/world': ['src/sim', 'type:scoring', 'cannon-es'],
  'src/recording': ['src/sim', 'type:scoring', '@noble/hashes', 'fflate'],
  'src/input': ['src/sim/tick', 'src/sim/viewState', 'src/sim/tissue', 'type:src/sim'],
  'src/view': ['src/sim/viewState', 'type:src/recording', 'type:src/sim', 'three', '@react-three/fiber', 'react'],
  'src/xr': ['src/sim/viewState', 'three', '@react-three/xr', '@react-three/fiber', 'react', 'zustand'],
  'src/audio': ['src/sim/viewState'],
  'src/app': [
    ...words('src/recording scoring src/input src/view src/xr src/audio src/server/contract type:src/sim'),
    ...words(
      'scenes/index scenes/protocols scenes/views scenes/engine @lingui wouter zustand idb react react-dom qrcode',
    ),
    ...words('@react-three/fiber react-aria-components @visx'),
  ],
  'src/server': ['src/sim', 'src/recording', 'scoring', 'scenes/index', 'scenes/protocols', 'node:', 'selfsigned'],
  'src/cli': [
    'src/sim',
    'src/recording',
    'scoring',
    'scenes/index',
    'scenes/protocols',
    'src/server',
    'node:',
    'qrcode',
  ],
  'src/cli/bundle': ['node:', 'vite'],
  // The manifests of baked body parts are data of the scenes.
  scenes: ['src/sim', 'type:scoring', 'assets/anatomy'],
  'assets/bake': words('src/sim/tissue type:src/sim node: fflate @gltf-transform meshoptimizer subset-font three'),
}
/** What a scene's view files may import more than the scene. */
const VIEW_MORE = ['src/view', 'three', '@react-three/fiber', 'react']
const VIEW_FILE = /^scenes\/.*\/view(\.tsx$|\/)|^scenes\/views\.ts$/
/** The baker reads where the anatomy of a scene is written, nothing else of it. */
const ANATOMY_FILE = /^scenes\/([\w-]+\/)*anatomy(\.ts$|\/)/

const TOP_LEVEL = [
  ...words('src scenes assets scoring tests index.html vite.config.ts package.json README.md package-lock.json'),
  ...words('tsconfig.json .oxlintrc.json .npmrc .gitattributes .ci .gitignore LICENSE'),
]
const OUTPUTS = ['node_modules', 'dist', 'build', '.data', '.git']

const MAX_LINES = 300
/** Tables of data written as code: the only files that may be longer. */
const DATA_TABLES: readonly string[] = []

const CODE_FOLDERS = ['src', 'scenes', 'scoring', 'assets/bake', 'tests']
const CODE = /\.(tsx?|mjs|js)$/
const TEXT = /\.(tsx?|mjs|js|json|md|html|css|po|yml|svg)$/
/** Machine paths, working notes and unfinished business. */
const FOREIGN = [
  /\/work\/(main|shared)/,
  /\.\.\/shared\b/,
  /\/root\//,
  /\/home\/\w/,
  /\bspikes\//,
  /\bTODO\b/,
  /\bFIXME\b/,
]

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

function filesUnder(folder: string, pattern: RegExp): string[] {
  const found = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
  return found
    .filter((f) => f.isFile() && pattern.test(f.name))
    .map((f) => relative(ROOT, join(f.parentPath, f.name)).split(sep).join('/'))
    .filter((f) => !f.includes('node_modules/'))
}

const allCode = (): string[] => CODE_FOLDERS.flatMap((f) => filesUnder(f, CODE))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Every module that the text names: static, re-exported, dynamic, and inside type expressions; `export *` as such. */
function importsOf(path: string, text: string): { imports: Import[]; exportsAll: string[] } {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports: Import[] = []
  const exportsAll: string[] = []
  const add = (from: string, kind: string | undefined): unknown => imports.push({ from, typeOnly: kind === 'type' })
  new Visitor({
    ImportDeclaration: (n) => void add(n.source.value, n.importKind),
    ExportNamedDeclaration: (n) => void (n.source && add(n.source.value, n.exportKind)),
    ExportAllDeclaration: (n) => void (exportsAll.push(n.source.value), add(n.source.value, n.exportKind)),
    ImportExpression: (n) => void (n.source.type === 'Literal' && add(String(n.source.value), undefined)),
    TSImportType: (n) => void add(n.source.value, 'type'),
  }).visit(program)
  return { imports, exportsAll }
}

const within = (path: string, place: string): boolean =>
  path === place || path.startsWith(place.endsWith(':') ? place : `${place}/`) || path === `${place}.ts`

function roomOf(path: string): string | undefined {
  return Object.keys(WALLS)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0]
}

function allowed(path: string, target: string, typeOnly: boolean): boolean {
  const room = roomOf(path)
  if (room === undefined || within(target, 'scoring/math')) return true
  const outer = Object.keys(WALLS).filter((r) => within(path, r))
  if (outer.some((r) => within(target, r))) return !VIEW_FILE.test(target) || VIEW_FILE.test(path)
  if (room === 'assets/bake' && ANATOMY_FILE.test(target)) return true
  const list = [...(WALLS[room] ?? []), ...(VIEW_FILE.test(path) ? VIEW_MORE : [])]
  return list.some((w) => (w.startsWith('type:') ? typeOnly && within(target, w.slice(5)) : within(target, w)))
}

/** Offences of one file as sentences. */
function offences(path: string, text: string): string[] {
  const { imports, exportsAll } = importsOf(path, text)
  const bad = exportsAll.map((from) => `${path}: export * from ${from}; name what is exported`)
  for (const { from, typeOnly } of imports) {
    const target = from.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(path), from))
          .split(sep)
          .join('/')
      : from
    if (allowed(path, target, typeOnly)) continue
    const hint = allowed(path, target, true) ? ' (allowed as `import type` only)' : ''
    bad.push(`${path} imports ${from}${hint}`)
  }
  return bad
}

describe('import walls', () => {
  for (const room of Object.keys(WALLS)) {
    it(`${room} imports only what its room may`, () => {
      const files = allCode().filter((f) => roomOf(f) === room)
      expect(files.flatMap((f) => offences(f, read(f)))).toEqual([])
    })
  }

  it('no file of the tests re-exports everything of another', () => {
    expect(filesUnder('tests', CODE).flatMap((f) => importsOf(f, read(f)).exportsAll)).toEqual([])
  })

  it('finds an offence when there is one', () => {
    const found = (path: string, text: string): number => offences(path, text).length
    expect(found('src/sim/a.ts', "import { World } from 'cannon-es'")).toBe(1)
    expect(found('src/sim/world/a.ts', "import { World } from 'cannon-es'")).toBe(0)
    expect(found('src/sim/a.ts', "import { type Kind } from '../../scoring/evidence.ts'")).toBe(1)
    expect(found('src/sim/a.ts', "import type { Kind } from '../../scoring/evidence.ts'")).toBe(0)
    expect(found('src/sim/a.ts', "export type { Kind } from '../../scoring/evidence.ts'")).toBe(0)
    expect(found('src/sim/a.ts', "type T = import('../view/a.ts').T")).toBe(1)
    expect(found('scoring/a.ts', "const a = await import('../src/sim/tick.ts')")).toBe(1)
    expect(found('src/server/a.ts', "import { a } from '../view/a.ts'")).toBe(1)
    expect(found('src/recording/a.ts', "export * from './b.ts'")).toBe(1)
    expect(found('scenes/orthopedic/a/index.ts', "import { View } from './view.tsx'")).toBe(1)
    expect(found('scenes/orthopedic/a/view.tsx', "import { Mesh } from 'three'")).toBe(0)
    expect(found('assets/bake/a.ts', "import { knee } from '../../scenes/orthopedic/a/anatomy.ts'")).toBe(0)
    expect(found('assets/bake/a.ts', "import { rules } from '../../scenes/orthopedic/a/rules.ts'")).toBe(1)
  })
})

describe('the tree', () => {
  it('has nothing at the top level that is not on the list', () => {
    const known = new Set([...TOP_LEVEL, ...OUTPUTS])
    expect(readdirSync(ROOT).filter((name) => !known.has(name))).toEqual([])
  })

  it(`has no code file longer than ${MAX_LINES} lines, data tables excepted by name`, () => {
    const tooLong = allCode()
      .map((f) => ({ f, lines: read(f).trimEnd().split('\n').length }))
      .filter(({ f, lines }) => lines > MAX_LINES && !DATA_TABLES.includes(f))
    expect(tooLong.map(({ f, lines }) => `${f}: ${lines} lines`)).toEqual([])
  })

  it('names no machine, no working note and nothing left to do', () => {
    const files = [...CODE_FOLDERS, '.ci'].flatMap((f) => filesUnder(f, TEXT))
    const top = ['README.md', 'vite.config.ts', 'package.json', '.ci/run']
    const found = [...files, ...top].flatMap((f) =>
      FOREIGN.filter((w) => w.test(read(f))).map((w) => `${f}: ${w.source}`),
    )
    expect(found).toEqual([])
  })
})
