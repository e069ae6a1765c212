// `export`: the attempt for other systems.
import type { Evidence } from '../../../scoring/evidence.ts'
import { need, type Args } from '../args.ts'
import { evidenceOf, readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf } from '../engine.ts'
import { badUsage } from '../fail.ts'
import { gradeAttempt } from '../grading.ts'
import { madeFile, writeOut } from '../record.ts'
import { toXapi } from '../xapi.ts'

const HEAD = ['t_s', 'clinical_s', 'kind', 'subject', 'object', 'site', 'name', 'value', 'unit']

/** A cell that a spreadsheet neither splits nor runs as a formula. */
function cell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row for each value of each event, then one for each sample of each channel. */
export function toCsv(evidence: Evidence, hz: number): string {
  const rows: (string | number | boolean)[][] = [HEAD]
  for (const e of evidence.events) {
    const start = [e.tick / hz, e.clinical_s, e.kind, e.subject, e.object ?? '', e.site ?? '']
    const values = Object.entries(e.values)
    if (values.length === 0) rows.push([...start, '', '', ''])
    for (const [name, value] of values) rows.push([...start, name, value, ''])
  }
  for (const c of Object.values(evidence.channels)) {
    for (let i = 0; i < c.samples.length; i++) {
      rows.push([(c.start / hz + i / c.hz).toFixed(4), '', 'sample', c.name, '', '', c.name, c.samples[i] ?? 0, c.unit])
    }
  }
  return `${rows.map((r) => r.map(cell).join(',')).join('\n')}\n`
}

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const [as, out] = [need(args, 'as'), need(args, 'out')]
  if (as === 'xror') badUsage('--as xror: not available in this version; csv and xapi are')
  if (as !== 'csv' && as !== 'xapi') badUsage(`--as: got "${as}", expected csv, xapi or xror`)
  const { attempt } = readAttempt(path)
  const bench = await benchOf(attempt)
  const evidence = evidenceOf(attempt, bench)
  const seconds = attempt.ticks.length / bench.engine.TICK_HZ
  const body =
    as === 'csv'
      ? toCsv(evidence, bench.engine.TICK_HZ)
      : `${JSON.stringify(toXapi(attempt.header, gradeAttempt(attempt, bench, evidence), seconds), null, 2)}\n`
  return madeFile(out, writeOut(out, body), attempt.ticks.length)
}
