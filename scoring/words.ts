// Words that every report carries, in both languages.
import type { Text } from './parse.ts'
import type { Review } from './standing.ts'

export const REVIEW_TEXT: Readonly<Record<Review['state'], Text>> = {
  draft: {
    en: 'Draft. Written from published sources; no clinician has signed it. Use it to practise steps and control, not to treat a patient, assess or certify a doctor.',
    zh: '草案：依据公开文献编写，尚无临床专家签字。可用于练习步骤与手法，不得据此诊疗患者，也不得用于考核或发证。',
  },
  reviewed: {
    en: 'Reviewed by the clinicians named here, not yet signed. For practice only: not to treat a patient, assess or certify a doctor.',
    zh: '已由所列临床专家审阅，尚未签字。仅供练习，不得据此诊疗患者，也不得用于考核或发证。',
  },
  signed: {
    en: 'Signed by the clinicians named here. Practising here gives no right to do it on a patient.',
    zh: '已由所列临床专家签字。在此练习不等于获准在患者身上操作。',
  },
}

/** What the marks of numbers are called. */
export const MARK_TEXT: Readonly<Record<'source' | 'panel' | 'placeholder' | 'rule', Text>> = {
  source: { en: 'published source', zh: '文献' },
  panel: { en: 'expert panel', zh: '专家组' },
  placeholder: { en: 'placeholder, not reviewed', zh: '暂定值，未经审定' },
  rule: { en: 'rule', zh: '规则' },
}
