import { describe, expect, it } from 'vitest'
import {
  LINE_IDS,
  PEOPLE_WORDS,
  PHRASE_IDS,
  SIX_ACTS,
  identityText,
  linesOf,
  phrasesOf,
} from '../../../../scenes/common/people/index.ts'
import { ANSWERS } from '../../../../scenes/common/people/speech.ts'

const all = [...phrasesOf(), ...linesOf()]
const zh = (id: string): string => all.find((t) => t.id === id)?.text.zh ?? ''

describe('phrases and lines', () => {
  it('exist in both languages, each id once', () => {
    expect(new Set(all.map((t) => t.id)).size).toBe(all.length)
    for (const { id, text } of all) {
      expect(text.en, id).toMatch(/[a-z]/)
      expect(text.zh, id).toMatch(/[\u4e00-\u9fff]/)
      expect(text.en, id).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
    }
  })

  it('use full-width punctuation in Chinese', () => {
    for (const { id, text } of all) expect(text.zh, id).not.toMatch(/[,.!?:;()]/)
  })

  it('ask for two items of identity, and both are in the answer', () => {
    expect(zh('identify')).toMatch(/名字.*出生日期/)
    expect(zh('identity')).toMatch(/我叫.+\d{4}年\d+月\d+日/)
  })

  it('hand over in the four parts of SBAR, in order', () => {
    expect(zh('handover')).toMatch(/现状.*背景.*评估.*建议.*时间和剂量/)
  })

  it('cover the six acts', () => {
    expect(SIX_ACTS.length).toBe(6)
    for (const id of SIX_ACTS.flat()) expect(PHRASE_IDS).toContain(id)
  })

  it('let a procedure put its own text under the same id', () => {
    const text = { en: 'mine', zh: '我的' }
    expect(phrasesOf(['consent', 'explain'], { explain: text }).map((p) => p.text.zh)).toEqual([zh('consent'), '我的'])
    const identity = identityText({ en: 'Li Mei', zh: '李梅' }, [1950, 11, 2])
    expect(linesOf({ identity }).find((l) => l.id === 'identity')?.text.en).toBe(
      'My name is Li Mei, born on 2 November 1950.',
    )
  })

  it('answers are lines, and every word that people use is declared', () => {
    for (const line of Object.values(ANSWERS)) expect(LINE_IDS).toContain(line)
    expect(PEOPLE_WORDS.objects).toEqual([...PHRASE_IDS, ...LINE_IDS])
  })
})
