import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { zh } from '../../src/app/locales/zh/index.ts'

const APP = join(import.meta.dirname, '../../src/app')

interface Message {
  readonly id: string
  readonly message: string
}

function textOf(node: unknown): string | undefined {
  const n = node as { type: string; value?: unknown }
  return n.type === 'Literal' && typeof n.value === 'string' ? n.value : undefined
}

/** Every `i18n._({ id, message })` of the page; a call of another shape is an offence of its own. */
function messagesOf(file: string): Message[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  const found: Message[] = []
  new Visitor({
    CallExpression(call) {
      const callee = call.callee
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== '_')
        return
      const [arg] = call.arguments
      if (arg?.type !== 'ObjectExpression') throw new Error(`${file}: i18n._ without { id, message }`)
      const entries = arg.properties.flatMap((p) =>
        p.type === 'Property' && p.key.type === 'Identifier' ? [[p.key.name, textOf(p.value)] as const] : [],
      )
      const { id, message } = Object.fromEntries(entries) as Record<string, string | undefined>
      if (id === undefined || message === undefined) throw new Error(`${file}: i18n._ whose id or message is no text`)
      found.push({ id, message })
    },
  }).visit(program)
  return found
}

const files = readdirSync(APP, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile() && /\.tsx?$/.test(f.name))
  .map((f) => join(f.parentPath, f.name))
const messages = files.flatMap(messagesOf)
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((m) => m[1] ?? '').sort()

describe('texts of the page', () => {
  it('are all there in Chinese, with none left over', () => {
    const ids = new Set(messages.map((m) => m.id))
    expect(messages.filter((m) => !(m.id in zh)).map((m) => `'${m.id}': '${m.message}'`)).toEqual([])
    expect(Object.keys(zh).filter((id) => !ids.has(id))).toEqual([])
  })

  it('say one thing by one id', () => {
    const byId = new Map(messages.map((m) => [m.id, m.message]))
    expect(messages.filter((m) => byId.get(m.id) !== m.message).map((m) => m.id)).toEqual([])
  })

  it('have the same blanks in both languages', () => {
    const differ = messages.filter((m) => new Set(places(m.message)).size !== new Set(places(zh[m.id] ?? '')).size)
    expect(differ.map((m) => m.id)).toEqual([])
  })

  it('let no English into the Chinese', () => {
    const allowed = /WebGL 2|WebXR|Safari|https|Page (Up|Down)|\{[^}]*\}/g
    const leaks = Object.entries(zh).filter(([, text]) => /[a-z]{3,}/i.test(text.replace(allowed, '')))
    expect(leaks).toEqual([])
  })
})
