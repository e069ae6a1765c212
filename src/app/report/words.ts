import type { I18n } from '@lingui/core'
import type { CriterionRow, Mark, Outcome } from '../../../scoring/index.ts'

export function outcomeName(i18n: I18n, outcome: Outcome): string {
  return {
    met: i18n._({ id: 'outcome.met', message: 'met' }),
    partly: i18n._({ id: 'outcome.partly', message: 'partly' }),
    missed: i18n._({ id: 'outcome.missed', message: 'missed' }),
    'not-applicable': i18n._({ id: 'outcome.na', message: 'did not arise' }),
    'not-measurable': i18n._({ id: 'outcome.nm', message: 'not measurable here' }),
    'to-confirm': i18n._({ id: 'outcome.confirm', message: 'to confirm' }),
  }[outcome]
}

/** Who set the numbers of a criterion. */
export function markName(i18n: I18n, mark: Mark): string {
  return {
    source: i18n._({ id: 'mark.source', message: 'published source' }),
    panel: i18n._({ id: 'mark.panel', message: 'expert panel' }),
    placeholder: i18n._({ id: 'mark.placeholder', message: 'provisional, nobody has set it' }),
    rule: i18n._({ id: 'mark.rule', message: 'rule' }),
  }[mark]
}

/** A sign beside the colour, so that no meaning hangs on colour alone. */
export const SIGN: Readonly<Record<Outcome, string>> = {
  met: '✓',
  partly: '◐',
  missed: '✗',
  'not-applicable': '–',
  'not-measurable': '–',
  'to-confirm': '?',
}

export const TAG: Readonly<Record<Outcome, string>> = {
  met: 'tag met',
  partly: 'tag partly',
  missed: 'tag missed',
  'not-applicable': 'tag',
  'not-measurable': 'tag',
  'to-confirm': 'tag partly',
}

/** Shares read as per cent: a bound like ">= 0.5" of something without a unit is one. */
function isShare(row: CriterionRow): boolean {
  return (row.unit === '' || row.unit === '1') && /0\.\d/.test(`${row.expected ?? ''} ${String(row.measured ?? '')}`)
}

/** What was expected, in words where it is a yes or a no. */
export function expectedText(i18n: I18n, row: CriterionRow): string {
  const words: Readonly<Record<string, string>> = {
    true: i18n._({ id: 'measured.yes', message: 'yes' }),
    false: i18n._({ id: 'measured.no', message: 'no' }),
  }
  const text = row.expected ?? ''
  const percent = isShare(row) ? text.replace(/\d+(\.\d+)?/g, (n) => `${Math.round(Number(n) * 100)} %`) : text
  return words[text] ?? percent.replace('<=', '≤').replace('>=', '≥')
}

/** Without decimals where none are needed: what people read, not what was computed. */
export function measuredText(i18n: I18n, row: CriterionRow): string {
  const { measured, unit } = row
  if (measured === null) return ''
  if (measured === true) return i18n._({ id: 'measured.yes', message: 'yes' })
  if (measured === false) return i18n._({ id: 'measured.no', message: 'no' })
  if (typeof measured === 'string') return measured
  const share = isShare(row)
  const value = share ? measured * 100 : measured
  const rounded = Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10
  return `${rounded}${share ? ' %' : unit && unit !== '1' ? ` ${unit}` : ''}`
}
