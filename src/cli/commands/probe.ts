// `probe`: tissue and force along a straight path, as rows.
import { normalize } from '../../../scoring/math/index.ts'
import { need, numberOption, vectorOption, wholeOption, type Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { openCurrentEngine, setUp } from '../engine.ts'
import { badUsage } from '../fail.ts'
import { PLAIN_SETUP } from '../inputs/header.ts'
import { probe, type Path, type Row } from '../probing.ts'

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

function readPath(args: Args): Path {
  const direction = vectorOption(args, 'direction')
  if (direction.every((v) => v === 0)) badUsage('--direction: got 0,0,0, expected a direction')
  const [speed, depth] = [numberOption(args, 'speed'), numberOption(args, 'depth')]
  if (!(speed > 0 && speed <= 2000)) badUsage(`--speed: got ${speed}, expected millimetres a second up to 2000`)
  if (!(depth > 0 && depth <= 300)) badUsage(`--depth: got ${depth}, expected millimetres up to 300`)
  const from = vectorOption(args, 'from')
  return { from, direction: normalize(direction), speed_m_s: speed / 1e3, depth_m: depth / 1e3 }
}

export async function run(args: Args): Promise<Answer> {
  const [procedure = ''] = args.positional
  const [path, tool] = [readPath(args), need(args, 'tool')]
  const setup = { ...PLAIN_SETUP, procedure, case: need(args, 'case'), seed: wholeOption(args, 'seed', 1) }
  const engine = await openCurrentEngine()
  const { makeSession } = setUp(engine, setup)
  const rows = probe(engine, makeSession(), tool, path).map((r): Row => ({
    depth_mm: round(r.depth_mm, 3),
    force_n: round(r.force_n, 4),
    tissue: r.tissue,
  }))
  return { json: { rows }, lines: rows.map((r) => `${r.depth_mm} mm\t${r.force_n} N\t${r.tissue}`) }
}
