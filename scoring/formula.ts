// Formulas over facts, such as `2.2*weight_kg+6.89`: parsed into a tree, never run as code.
import { ProtocolError } from './parse.ts'

export type Formula =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: '+' | '-' | '*' | '/'; readonly a: Formula; readonly b: Formula }
  | { readonly op: 'min' | 'max'; readonly items: readonly Formula[] }

const LONGEST = 200
const DEEPEST = 24
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|([-+*/(),]))\s*/y

interface Reader {
  readonly tokens: readonly string[]
  readonly at: string
  place: number
  depth: number
}

function tokens(source: string, at: string): string[] {
  if (source.length > LONGEST)
    throw new ProtocolError(at, `got ${source.length} characters, expected at most ${LONGEST}`)
  const out: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex
    const m = TOKEN.exec(source)
    if (!m) {
      const rest = source.slice(start, start + 10)
      throw new ProtocolError(at, `got "${rest}" in a formula, expected numbers, names, + - * / ( ) , min max`)
    }
    out.push(m[1] ?? m[2] ?? m[3] ?? '')
  }
  return out
}

function stuck(r: Reader, expected: string): never {
  const got = r.tokens[r.place]
  throw new ProtocolError(r.at, `got ${got === undefined ? 'the end' : `"${got}"`} in a formula, expected ${expected}`)
}

function eat(r: Reader, token: string): void {
  if (r.tokens[r.place] !== token) stuck(r, `"${token}"`)
  r.place++
}

function call(r: Reader, op: 'min' | 'max'): Formula {
  eat(r, '(')
  const items = [sum(r)]
  while (r.tokens[r.place] === ',') {
    r.place++
    items.push(sum(r))
  }
  eat(r, ')')
  return { op, items }
}

function atom(r: Reader): Formula {
  const t = r.tokens[r.place]
  if (t === undefined) return stuck(r, 'a number, a name or "("')
  r.place++
  if (t === '-') return { op: '-', a: { op: 'number', value: 0 }, b: nested(r, atom) }
  if (t === '(') {
    const inner = sum(r)
    eat(r, ')')
    return inner
  }
  if (t === 'min' || t === 'max') return call(r, t)
  if (t >= '0' && t <= '9~') return { op: 'number', value: Number(t) }
  if (t >= 'a') return { op: 'name', name: t }
  r.place--
  return stuck(r, 'a number, a name or "("')
}

function nested(r: Reader, read: (r: Reader) => Formula): Formula {
  if (++r.depth > DEEPEST) throw new ProtocolError(r.at, `a formula is nested deeper than ${DEEPEST}; simplify it`)
  const out = read(r)
  r.depth--
  return out
}

function product(r: Reader): Formula {
  let a = nested(r, atom)
  for (let t = r.tokens[r.place]; t === '*' || t === '/'; t = r.tokens[r.place]) {
    r.place++
    a = { op: t, a, b: nested(r, atom) }
  }
  return a
}

function sum(r: Reader): Formula {
  return nested(r, (inner) => {
    let a = product(inner)
    for (let t = inner.tokens[inner.place]; t === '+' || t === '-'; t = inner.tokens[inner.place]) {
      inner.place++
      a = { op: t, a, b: product(inner) }
    }
    return a
  })
}

/** @example parseFormula('2.2*weight_kg+6.89', 'here') @throws ProtocolError with what stands in the way */
export function parseFormula(source: string, at: string): Formula {
  const r: Reader = { tokens: tokens(source, at), at, place: 0, depth: 0 }
  const out = sum(r)
  if (r.place < r.tokens.length) stuck(r, 'the end')
  return out
}

/** All names that the formula reads. */
export function formulaNames(f: Formula): string[] {
  if (f.op === 'number') return []
  if (f.op === 'name') return [f.name]
  return 'items' in f ? f.items.flatMap(formulaNames) : [...formulaNames(f.a), ...formulaNames(f.b)]
}

/** Value of the formula; may be infinite or NaN when a fact makes it so. */
export function evaluateFormula(f: Formula, lookup: (name: string) => number): number {
  if (f.op === 'number') return f.value
  if (f.op === 'name') return lookup(f.name)
  if ('items' in f) {
    const values = f.items.map((x) => evaluateFormula(x, lookup))
    return f.op === 'min' ? Math.min(...values) : Math.max(...values)
  }
  const a = evaluateFormula(f.a, lookup)
  const b = evaluateFormula(f.b, lookup)
  if (f.op === '+') return a + b
  if (f.op === '-') return a - b
  return f.op === '*' ? a * b : a / b
}
