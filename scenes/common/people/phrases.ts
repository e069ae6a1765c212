// What the learner can say: the six communication acts of every procedure and the phrases around them, as a county
// doctor says them. Wording is the writers' own; a procedure may put a text of its own under the same id.
import type { Text } from '../../../src/sim/index.ts'

export interface Phrase {
  readonly id: string
  readonly text: Text
}

export const PHRASE_IDS = [
  'introduce',
  'identify',
  'explain',
  'consent',
  'brief_assistant',
  'call_help',
  'tell_result',
  'handover',
  'warn_signs',
  'warn_glucose',
  'reassure',
  'lie_down',
  'tell_stick',
  'explain_no_steroid',
  'explain_refer',
  'warn_replacement',
] as const
export type PhraseId = (typeof PHRASE_IDS)[number]

/** The six acts: say who you are and what you will do, identify, brief, call for help, tell the result, hand over. */
export const SIX_ACTS: readonly (readonly PhraseId[])[] = [
  ['introduce', 'explain'],
  ['identify'],
  ['brief_assistant'],
  ['call_help'],
  ['tell_result'],
  ['handover'],
]

/** What a performer says who does it well: before the gloves, at the end, and when the patient feels faint. */
export const TALK_BEFORE: readonly PhraseId[] = ['introduce', 'identify', 'explain', 'consent', 'brief_assistant']
export const TALK_AFTER: readonly PhraseId[] = ['tell_result', 'warn_signs', 'handover']
export const TALK_FAINT: readonly PhraseId[] = ['lie_down', 'call_help', 'reassure']

const TEXTS: Readonly<Record<PhraseId, Text>> = {
  introduce: {
    en: 'Hello, I am Doctor Li. I will be looking after you for this procedure today.',
    zh: '您好，我是李医生，今天由我来给您做这个操作。',
  },
  identify: {
    en: 'Let us check first: what is your name, and what is your date of birth?',
    zh: '咱们先核对一下：您叫什么名字？出生日期是哪一天？',
  },
  explain: {
    en: 'I will clean the skin and give a little anaesthetic, then the needle goes in. The anaesthetic stings and feels tight for a moment. If anything bothers you, say so and keep still.',
    zh: '我先给您消毒，打一点麻药，再进针。打麻药时会有点疼、有点胀，一会儿就好。中间要是不舒服，您就说一声，身子别动。',
  },
  consent: {
    en: 'A few people bleed or get an infection, and it may not work the first time. If you have understood and agree, please sign here.',
    zh: '做这个操作，少数人会出血、感染，也可能一次做不成。您要是听明白了，也同意做，请在这儿签个字。',
  },
  brief_assistant: {
    en: 'You hand me things and watch the patient. If the patient goes pale or sweats, tell me at once, lay the patient flat, then call for help.',
    zh: '一会儿你给我递东西，帮我看着病人。要是脸色发白、出冷汗，马上告诉我，先让病人躺平，再去叫人。',
  },
  call_help: {
    en: 'Help, please! The patient is unwell. Bring the resuscitation trolley and call the doctor on duty.',
    zh: '快来人帮忙！病人不舒服，把抢救车推过来，叫值班医生！',
  },
  tell_result: {
    en: 'It is done. Let me tell you what I found and what comes next.',
    zh: '做完了。我跟您说说刚才看到的情况，还有下一步怎么办。',
  },
  handover: {
    en: 'Handing over. Situation: who it is, what was just done, how the patient is now. Background: illnesses, allergies, medicines. Assessment: what I found and what I suspect. Recommendation: what has to be done next. Times and doses are on this sheet.',
    zh: '我来交班。现状：病人是谁，刚做了什么，现在怎么样。背景：病史、过敏、平时吃的药。评估：我看到了什么，怀疑是什么。建议：接下来要做什么。用药的时间和剂量都写在这张单子上。',
  },
  warn_signs: {
    en: 'If it gets more painful, red, swollen or hot, or if you run a fever, do not wait: come straight back. At night call 120.',
    zh: '回去以后，要是越来越疼、红肿、发烫，或者发烧了，别等，马上回来找我们；夜里就打120。',
  },
  warn_glucose: {
    en: 'You have diabetes: after this steroid your sugar may run high. Please measure it every day for the first three days and call us if it is high.',
    zh: '您有糖尿病，打了这个激素，头三天血糖可能会高。请每天测血糖，高了就跟我们联系。',
  },
  reassure: {
    en: 'Do not worry, I am right here. Breathe in slowly, breathe out slowly. It will soon be over.',
    zh: '别紧张，我就在这儿。慢慢吸气，慢慢呼气，一会儿就好。',
  },
  lie_down: {
    en: 'Lie down flat now, please. We will raise your legs; keep your head down.',
    zh: '来，您赶快躺平，我们把您的腿抬高，头别抬起来。',
  },
  tell_stick: {
    en: 'I have stuck myself with the used needle. Please stay with the patient and press on the puncture; note the time. I am going to wash it now.',
    zh: '我被用过的针扎到了手。请你守着病人，按住穿刺点，记下时间，我现在去冲洗伤口。',
  },
  explain_no_steroid: {
    en: 'I cannot give you that injection today. We cannot yet rule out an infection, and a steroid would make it worse. Let us wait for the tests.',
    zh: '今天不能打封闭。现在还排除不了感染，打了激素，感染会加重。等化验结果出来再说。',
  },
  explain_refer: {
    en: 'You need to go to the larger hospital today; they can go on with the treatment. I will write the referral and arrange the transport.',
    zh: '您这个情况，今天就得转到上级医院，那边能接着治。我给您写好转诊单，车也帮您联系好。',
  },
  warn_replacement: {
    en: 'Should this knee ever need a joint replacement, tell the surgeon about the steroid of today. There must be at least three months between the two.',
    zh: '以后这个膝关节要是打算换人工关节，请告诉手术医生今天打过激素。打完激素，至少要隔三个月才能做。',
  },
}

/**
 * The phrases of a procedure, in the order of `ids`.
 * @param texts texts of its own, by phrase id
 */
export function phrasesOf(
  ids: readonly PhraseId[] = PHRASE_IDS,
  texts: Readonly<Partial<Record<PhraseId, Text>>> = {},
): Phrase[] {
  return ids.map((id) => ({ id, text: texts[id] ?? TEXTS[id] }))
}
