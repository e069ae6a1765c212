import { describe, expect, it } from 'vitest'
import type { PeopleState } from '../../../../scenes/common/people/index.ts'
import { readView, scalarIndex, type System } from '../../../../src/sim/index.ts'
import { toolIndex } from '../../../builders/knee.ts'
import { snapshotTrial } from '../../../builders/snapshotTrial.ts'
import { Doctor, peopleOf, room, type Room, type Trial } from './trial.ts'

const doctor = (trial: Trial = {}, seed = 1): Doctor => new Doctor(room(trial, seed))
/** Everybody's susceptibility is the greatest. */
const FRAIL = (people: PeopleState): void => {
  people.patient.susceptibility = 30
}

/** A system that tells of the capsule at certain ticks. */
function telling(
  kind: 'enter' | 'complication',
  values: Record<string, number | string>,
  subject = 'needle-20',
  ticks: readonly number[] = [50],
): System<Room> {
  return {
    id: `telling ${kind}`,
    advance: ({ state }, _, transitions) => {
      if (ticks.includes(state.tick)) transitions.push({ kind, subject, site: 'capsule', values })
    },
  }
}

describe('talk', () => {
  it('answers a phrase 0.8 s later, the identity question with name and birth date', () => {
    const d = doctor()
    d.say('identify')
    const asked = d.told('say').at(-1)?.tick ?? 0
    d.wait(71)
    expect(d.heard()).toEqual([])
    d.wait(1)
    expect(d.heard()).toEqual(['identity'])
    expect(d.told('say').at(-1)?.tick).toBe(asked + 72)
  })

  it('calms by what is said, each phrase once', () => {
    const d = doctor()
    const { patient } = peopleOf(d.session)
    const fear = [patient.anxiety]
    d.say('introduce', 'explain', 'reassure')
    fear.push(patient.anxiety)
    d.say('reassure', 'explain')
    expect(fear[1]).toBeLessThan((fear[0] ?? 0) / 2)
    expect(patient.anxiety).toBe(fear[1])
    expect(patient.told).toMatchObject({ introduce: true, explain: true, reassure: true, identify: false })
  })

  it('asks once for a steroid after the plan, and only the patient who wants one', () => {
    const d = doctor({ config: { asksSteroid: () => true } })
    d.say('explain', 'explain')
    d.wait(300)
    expect(d.heard()).toEqual(['understands', 'understands', 'asks_steroid'])
    const other = doctor()
    other.say('explain')
    other.wait(300)
    expect(other.heard()).toEqual(['understands'])
  })
})

describe('a needle', () => {
  it('hurts through skin and on bone, less where it is numb, not at all where nothing is felt', () => {
    const worst = [0, 0.6, 1].map((numb) => {
      const d = doctor({ config: { numb: () => numb } })
      d.say('explain')
      d.prick(0.02)
      d.move('right', [0.05, 0.15, 0], 60)
      const seen = [peopleOf(d.session).patient.pain, ...(d.session.channels['pain'] ?? []).map((x) => x / 10)]
      return { pain: Math.max(...seen), bone: d.told('contact').length, heard: d.heard() }
    })
    expect(worst.map((w) => w.bone)).toEqual([1, 1, 1])
    expect(worst[0]?.pain).toBeGreaterThan(5)
    expect(worst[1]?.pain).toBeLessThan((worst[0]?.pain ?? 0) * 0.7)
    expect(worst[2]?.pain).toBe(0)
    expect(worst[0]?.heard).toContain('pain_strong')
    expect(worst[2]?.heard).toEqual(['understands'])
  })

  it('asks for numbness at the point where the skin is pierced', () => {
    const asked: number[][] = []
    const numb = (_: unknown, at: readonly number[]): number => {
      asked.push([...at])
      return 0
    }
    const d = doctor({ config: { numb } })
    d.prick(0.02)
    const entry = d.session.state.tools[toolIndex(d.session, 'needle-20')]?.needle?.entry
    expect(entry?.[1]).toBeCloseTo(0.11, 2)
    expect(asked[0]).toEqual(entry)
  })

  it('frightens the patient whom nobody told of it', () => {
    const fear = [false, true].map((told) => {
      const d = doctor()
      if (told) d.say('explain')
      const before = peopleOf(d.session).patient.anxiety
      d.prick(0.02)
      return peopleOf(d.session).patient.anxiety - before
    })
    expect(fear[0]).toBeCloseTo(0.3, 9)
    expect(fear[1]).toBe(0)
  })

  it('hurts by sweeping when a system before tells of it', () => {
    const d = doctor({ before: [telling('complication', { complication: 'sweep', sweep_mm: 9 })] })
    d.wait(60)
    expect(peopleOf(d.session).patient.pain).toBeGreaterThan(3)
    expect(d.heard()).toEqual(['pain_strong'])
  })

  it('hurts less in the channel that it has made already, and not by what is no needle', () => {
    const pains = [telling('enter', { force_n: 2 }), telling('enter', { force_n: 0 }), telling('enter', {}, 'gauze-1')]
    const [fresh, old, gauze] = pains.map((before) => {
      const d = doctor({ before: [before] })
      d.wait(60)
      return peopleOf(d.session).patient.pain
    })
    expect(old).toBeGreaterThan(0)
    expect(old).toBeLessThan((fresh ?? 0) / 2)
    expect(gauze).toBe(0)
  })

  it('is cried out over a mild complaint, then not for three seconds', () => {
    const mild = telling('enter', { force_n: 2 }, 'needle-25')
    const strong = telling('complication', { complication: 'sweep' }, 'needle-20', [60, 70, 400])
    const d = doctor({ before: [mild, strong] })
    d.wait(420)
    expect(d.heard()).toEqual(['pain_mild', 'pain_strong', 'pain_strong'])
  })
})

describe('a faint', () => {
  it('is announced by the patient first, then told once', () => {
    const d = doctor({ arrange: FRAIL })
    d.prick(0.02)
    d.wait(30 * 90)
    const told = d.session.events.filter((e) => e.kind === 'complication' || e.object === 'feels_faint')
    expect(told.map((e) => e.object ?? e.values['complication'])).toEqual(['feels_faint', 'vasovagal'])
    expect(told[1]).toMatchObject({ subject: 'patient', kind: 'complication' })
    d.say('reassure')
    d.wait(80)
    expect(d.heard().at(-1)).toBe('no_answer')
  })

  it('does not come inside the wait in which it was announced', () => {
    const d = doctor({ arrange: FRAIL })
    d.prick(0.02)
    d.pass('300')
    expect(d.heard()).toContain('feels_faint')
    expect(d.told('complication')).toEqual([])
    d.wait(450)
    expect(d.told('complication').length).toBe(1)
  })

  it('is over some time after the patient lies flat, sooner with help', () => {
    const took = [false, true].map((help) => {
      const d = doctor({ arrange: FRAIL })
      d.say('brief_assistant')
      d.prick(0.02)
      d.wait(30 * 90)
      d.say('lie_down')
      if (help) d.say('call_help')
      const from = d.session.state.clinical_s
      while (!d.heard().includes('better_lying') && d.session.state.clinical_s < from + 600) d.pass('30')
      return d.session.state.clinical_s - from
    })
    expect(took[0]).toBeLessThanOrEqual(120)
    expect(took[1]).toBeLessThan(took[0] ?? 0)
    expect(took[1]).toBeGreaterThanOrEqual(30)
  })

  it('does not end while nobody does anything', () => {
    const d = doctor({ arrange: FRAIL })
    d.prick(0.02)
    d.wait(30 * 90)
    for (let i = 0; i < 3; i++) d.pass('300')
    expect(peopleOf(d.session).patient.episode).toBe('fainted')
  })
})

describe('the assistant', () => {
  it.each([
    ['told beforehand', true, 30],
    ['surprised', false, 90],
  ] as const)('%s brings help in the time set for it', (_, briefed, seconds) => {
    const d = doctor()
    if (briefed) d.say('brief_assistant')
    d.prick(0.02)
    d.say('call_help')
    const { assistant } = peopleOf(d.session)
    for (let s = 0; s < seconds; s += 30) {
      expect(assistant.helping).toBe(false)
      d.pass('30')
    }
    expect(assistant.helping).toBe(true)
  })

  it('answers a briefing and a call, and says when help is there', () => {
    const d = doctor()
    const said = (): (string | undefined)[] =>
      d.told('say').flatMap((e) => (e.subject === 'assistant' ? [e.object] : []))
    d.say('brief_assistant', 'call_help')
    d.wait(80)
    expect(said()).toEqual(['assistant_ready', 'assistant_calls'])
    d.pass('30')
    d.wait(10)
    expect(said()).toEqual(['assistant_ready', 'assistant_calls', 'assistant_here'])
    d.say('call_help')
    d.wait(100)
    expect(said().length).toBe(3)
  })

  it('briefed only after the needle is in is not briefed', () => {
    const d = doctor()
    d.prick(0.02)
    d.say('brief_assistant', 'call_help')
    expect(peopleOf(d.session).assistant).toMatchObject({ briefed: false })
  })

  it('lays a fainting patient flat when help has come', () => {
    const d = doctor({ arrange: FRAIL })
    d.prick(0.02)
    d.wait(30 * 90)
    d.say('call_help')
    d.pass('60')
    expect(peopleOf(d.session).patient.lying).toBe(false)
    d.pass('60')
    expect(peopleOf(d.session).patient.lying).toBe(true)
    d.pass('60')
    d.pass('60')
    expect(d.heard().at(-1)).toBe('better_lying')
  })
})

it('a snapshot in the middle of it all goes on to the same end', () => {
  const make = (): Doctor['session'] => room({ arrange: FRAIL }, 4)
  const d = new Doctor(make())
  d.say('introduce', 'explain', 'brief_assistant')
  d.prick(0.02)
  d.wait(900)
  d.say('lie_down', 'call_help')
  d.pass('60')
  d.wait(90)
  expect(snapshotTrial(make, d.ticks, 6).failures).toEqual([])
})

it('the cost of an act passes for the body in the same small steps as a wait', () => {
  const cost: System<Room> = {
    id: 'cost',
    advance: ({ state }) => {
      if (state.tick === 60) state.clinical_s += 60
    },
  }
  const d = doctor({ before: [telling('enter', { force_n: 2 }), cost] })
  d.wait(59)
  expect(peopleOf(d.session).patient.pain).toBeGreaterThan(2)
  d.wait(3)
  expect(peopleOf(d.session).clock_s).toBe(d.session.state.clinical_s)
  expect(peopleOf(d.session).patient.pain).toBeLessThan(0.01)
})

it('the view shows pulse, face and pallor of the moment', () => {
  const d = doctor()
  d.prick(0.02)
  const { patient } = peopleOf(d.session)
  const view = readView(d.session)
  const shown = (name: string): number | undefined => view.scalars[scalarIndex(d.session.layout, name)]
  expect(shown('heart_rate')).toBe(patient.heart_rate)
  expect(shown('pain_face')).toBe(patient.pain)
  expect(patient.pain).toBeGreaterThan(0)
  expect(shown('awake')).toBe(1)
})
