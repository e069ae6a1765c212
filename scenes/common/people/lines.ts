// What the patient and the assistant say. Evidence names the line; these are its texts. All patients are made up.
import type { Text } from '../../../src/sim/index.ts'

export const LINE_IDS = [
  'greets',
  'identity',
  'understands',
  'consents',
  'asks_steroid',
  'calmer',
  'lies_down',
  'thanks',
  'accepts',
  'pain_mild',
  'pain_strong',
  'feels_faint',
  'better_lying',
  'no_answer',
  'assistant_ready',
  'assistant_calls',
  'assistant_here',
] as const
export type LineId = (typeof LINE_IDS)[number]

export interface Line {
  readonly id: string
  readonly text: Text
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * The answer to the identity question with both items: name and date of birth.
 * @param born year, month 1..12, day
 */
export function identityText(name: Text, born: readonly [number, number, number]): Text {
  const [year, month, day] = born
  return {
    en: `My name is ${name.en}, born on ${day} ${MONTHS[month - 1] ?? ''} ${year}.`,
    zh: `我叫${name.zh}，${year}年${month}月${day}日出生的。`,
  }
}

const TEXTS: Readonly<Record<LineId, Text>> = {
  greets: { en: 'Hello, doctor.', zh: '大夫好，麻烦您了。' },
  identity: identityText({ en: 'Wang Jianguo', zh: '王建国' }, [1968, 3, 5]),
  understands: { en: 'I see. Go ahead, gently please.', zh: '听明白了，您做吧，轻一点。' },
  consents: { en: 'All right, I agree. Where do I sign?', zh: '行，我同意，在哪儿签字？' },
  asks_steroid: { en: 'Just give me a steroid shot.', zh: '给我打一针封闭吧。' },
  calmer: { en: 'All right, I will try to relax.', zh: '好，我放松点。' },
  lies_down: { en: 'All right, I am lying down.', zh: '好，我躺下。' },
  thanks: { en: 'I see. Thank you, doctor.', zh: '好，我记住了，谢谢大夫。' },
  accepts: { en: 'All right, I will do as you say.', zh: '行，那就听您的。' },
  pain_mild: { en: 'Ouch, that hurts a bit.', zh: '嘶，有点疼。' },
  pain_strong: { en: 'Ow! That really hurts!', zh: '哎哟！疼，疼得厉害！' },
  feels_faint: {
    en: 'Doctor, I feel dizzy and hot, everything is going dark.',
    zh: '大夫，我头晕，心里发慌，眼前发黑。',
  },
  better_lying: { en: 'That is better. I am all right now.', zh: '好多了，头不晕了。' },
  no_answer: { en: '(no answer)', zh: '（没有回答）' },
  assistant_ready: {
    en: 'Understood. I watch the face, and I hold the hub when you say so.',
    zh: '明白。我看着病人的脸色，您说一声我就固定针座。',
  },
  assistant_calls: { en: 'I am calling for help.', zh: '我这就叫人。' },
  assistant_here: { en: 'Help is here.', zh: '人到了。' },
}

/** Every line, with texts of the procedure's own (an identity by `identityText`) put in by id. */
export function linesOf(texts: Readonly<Partial<Record<LineId, Text>>> = {}): Line[] {
  return LINE_IDS.map((id) => ({ id, text: texts[id] ?? TEXTS[id] }))
}
