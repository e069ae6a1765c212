// Damaged protocols and random JSON against the parser: it accepts the whole or throws a ProtocolError, nothing else.
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { grade, parseProtocol, ProtocolError, type Protocol } from '../../scoring/index.ts'

const FOLDER = `${import.meta.dirname}/../fixtures/protocols`

interface Edit {
  readonly how: 'replace' | 'delete' | 'rename' | 'repeat' | 'copy'
  readonly at: number
  readonly from: number
  readonly value: unknown
}

interface Place {
  readonly parent: Record<string, unknown>
  readonly key: string
}

/** Every place in the tree where a value stands. */
function places(root: unknown, out: Place[] = []): Place[] {
  if (typeof root !== 'object' || root === null) return out
  const parent = root as Record<string, unknown>
  for (const key of Object.keys(parent)) {
    out.push({ parent, key })
    places(parent[key], out)
  }
  return out
}

/** As JSON.parse does it: a key named __proto__ is a key like any other. */
function put(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true })
}

function apply(root: unknown, edit: Edit): void {
  const all = places(root)
  const target = all[edit.at % Math.max(all.length, 1)]
  const source = all[edit.from % Math.max(all.length, 1)]
  if (!target || !source) return
  const { parent, key } = target
  if (edit.how === 'replace') put(parent, key, structuredClone(edit.value))
  else if (edit.how === 'copy') parent[key] = structuredClone(source.parent[source.key])
  else if (edit.how === 'repeat' && Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]))
  else {
    if (edit.how === 'rename' && !Array.isArray(parent)) put(parent, String(edit.value).slice(0, 20), parent[key])
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  }
}

/** Values that parsers stumble over. */
const ODD: readonly unknown[] = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  1e308,
  5e-324,
  -1,
  0.5,
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(5000),
  [],
  {},
  null,
  true,
  'source',
  'placeholder',
  'rule',
  '1/0',
  'min()',
  '((((((((',
  'weight_kg*',
  { value: '1/0', mark: 'placeholder' },
  Array.from({ length: 600 }, () => 0),
  { format: 1 },
  undefined,
]

function edits(): fc.Arbitrary<Edit[]> {
  const value = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 3 }), fc.double(), fc.string())
  const how = fc.constantFrom(
    'replace' as const,
    'delete' as const,
    'rename' as const,
    'repeat' as const,
    'copy' as const,
  )
  return fc.array(fc.record({ how, at: fc.nat(), from: fc.nat(), value }), { minLength: 1, maxLength: 4 })
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

const size = (value: unknown): number => (Array.isArray(value) ? value.length : -1)

/** Nothing was left out: as many steps and criteria as the file has. */
function isWhole(p: Protocol, json: unknown): boolean {
  const file = json as Readonly<Record<string, unknown>>
  return p.steps.length === size(file['steps']) && p.criteria.length === size(file['criteria'])
}

/** An accepted protocol can be used: grading gives a report, or says which fact or number is missing. */
function canGrade(p: Protocol): boolean {
  const facts = Object.fromEntries([...p.facts].map((f) => [f, 3]))
  const device = {
    input_class: 'mouse',
    assists: [],
    jitter_mm: 1,
    jitter_deg: 1,
    reaction_ms: 300,
    clock_lost: 0,
  } as const
  try {
    return grade(p, facts, { version: 1, events: [], channels: {} }, device).criteria.length === p.criteria.length
  } catch (error) {
    return error instanceof RangeError
  }
}

export interface FuzzResult {
  readonly runs: number
  readonly accepted: number
  readonly refused: number
}

/**
 * Runs the parser over `runs` damaged protocols and random JSON values.
 * @throws with the smallest counterexample when anything but a whole protocol or a ProtocolError comes out
 */
export function fuzzProtocol(runs: number, seed: number): FuzzResult {
  const bases = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.json'))
    .map((f) => JSON.stringify(JSON.parse(readFileSync(`${FOLDER}/${f}`, 'utf8'))))
    // most runs on the small one: an edit then hits every kind of place
    .sort((a, b) => a.length - b.length)
  const count = { accepted: 0, refused: 0 }
  const damaged = fc.record({
    base: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(bases.length - 1) }),
    edits: edits(),
  })
  const check = (json: unknown): void => {
    let p: Protocol
    try {
      p = parseProtocol(freeze(json))
    } catch (error) {
      if (!(error instanceof ProtocolError) || error.message.length > 1000) throw error
      count.refused++
      return
    }
    if (!isWhole(p, json) || !canGrade(p)) throw new Error('half a protocol was read')
    count.accepted++
  }
  const property = fc.property(
    fc.oneof({ weight: 9, arbitrary: damaged }, { weight: 1, arbitrary: fc.anything() }),
    (input) => {
      const isDamaged = typeof input === 'object' && input !== null && 'base' in input && 'edits' in input
      if (!isDamaged) return check(input)
      const { base, edits } = input as { base: number; edits: Edit[] }
      const json: unknown = JSON.parse(bases[base] ?? '')
      edits.forEach((e) => apply(json, e))
      return check(json)
    },
  )
  fc.assert(property, { numRuns: runs, seed })
  return { runs, ...count }
}
