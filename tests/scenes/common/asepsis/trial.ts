// The knee aspiration on the fake knee with asepsis added, and a learner who paints, touches and takes.
import type { Quat, Vec3 } from '../../../../scoring/math/index.ts'
import {
  act,
  ACTS,
  asepsis,
  asepsisWords,
  createAsepsisState,
  joinWords,
  type Act,
  type AsepsisConfig,
  type AsepsisState,
} from '../../../../scenes/common/asepsis/index.ts'
import { kneeAspiration } from '../../../../scenes/orthopedic/knee-aspiration/index.ts'
import { createSession, type Procedure, type Session, type System } from '../../../../src/sim/index.ts'
import { NO_GRIDS, onFakeKnee } from '../../../builders/fakeKnee.ts'
import { Hands, type Side } from '../../../builders/hands.ts'
import { kneeSetup, toolIndex } from '../../../builders/knee.ts'

/** Top of the fake knee: the middle of the region. */
export const TOP: Vec3 = [0, 0.11, 0]
/** Turns a tool's +z straight down. */
const DOWN: Quat = [Math.SQRT1_2, 0, 0, Math.SQRT1_2]
const RADIUS = 0.055
const AWAY: Readonly<Record<Side, Vec3>> = { left: [-0.3, 0.35, 0.2], right: [0.3, 0.35, 0.2] }

interface TrialState {
  asepsis: AsepsisState
}

export const CONFIG: AsepsisConfig<TrialState> = {
  centre: () => ({ p: TOP, n: [0, 1, 0] }),
  swabs: ['swab-1', 'swab-2', 'swab-3'],
  bowl: 'bowl',
  unsterile: ['marker'],
}

const prepare: System<TrialState> = {
  id: 'prepare',
  advance(session, input, transitions) {
    for (const c of input.commands) {
      const what = ACTS.find((a) => a === c.args['act'])
      if (c.command === 'prepare' && what) transitions.push(...act(session.state.procedure.asepsis, what))
    }
  },
}

export class Trial {
  readonly session: Session<TrialState>
  readonly hands: Hands
  readonly system: ReturnType<typeof asepsis<TrialState>>

  constructor(more: Partial<AsepsisConfig<TrialState>> = {}) {
    const config = { ...CONFIG, ...more }
    this.system = asepsis(config, (s) => s.asepsis)
    const procedure = onFakeKnee(kneeAspiration) as unknown as Procedure<TrialState>
    const knee: Procedure<TrialState> = {
      ...procedure,
      words: joinWords(procedure.words, asepsisWords(procedure.instruments, procedure.fixtures)),
      commands: [{ id: 'prepare', args: { act: { kind: 'choice', options: ACTS } } }],
      createState: (id, seed) => ({
        ...procedure.createState(id, seed),
        asepsis: createAsepsisState(config, procedure.instruments),
      }),
      // the knee keeps its own sterility: here it is the one on trial
      systems: [prepare, this.system],
    }
    this.session = createSession(knee, NO_GRIDS, kneeSetup())
    this.hands = new Hands(this.session as unknown as Session)
  }

  get state(): AsepsisState {
    return this.session.state.procedure.asepsis
  }

  do(...acts: Act[]): this {
    for (const a of acts) this.hands.tick([{ command: 'prepare', args: { act: a } }])
    return this
  }

  wait(seconds: '30' | '60' | '300'): void {
    this.hands.tick([{ command: 'wait', args: { seconds } }])
  }

  index(id: string): number {
    return toolIndex(this.session as unknown as Session, id)
  }

  /** Takes an instrument, lifts it straight up and brings it, axis down, to `side`'s waiting place. */
  take(side: Side, id: string, ticks = 30): void {
    this.hands.grasp(side, this.index(id))
    const at = this.hands[side].pose?.p ?? TOP
    this.hands.move(side, [at[0], at[1] + 0.25, at[2]], 20)
    this.hands.move(side, AWAY[side], ticks, DOWN)
  }

  /** Moves the tip of what the hand holds (axis down, a reach of `tip` metres) to a point, and stays. */
  bring(side: Side, tip: number, to: Vec3, ticks = 20): void {
    this.hands.move(side, [to[0], to[1] + tip, to[2]], ticks, DOWN)
  }

  retreat(side: Side): void {
    this.hands.move(side, AWAY[side], 20)
  }

  /** The empty hand at a point for so many ticks, then away at once. */
  touch(side: Side, p: Vec3, ticks: number): void {
    this.hands[side].squeeze = 0
    this.hands[side].pose = { p, q: DOWN }
    this.hands.wait(ticks)
    this.hands[side].pose = { p: AWAY[side], q: DOWN }
    this.hands.wait(12)
  }

  /** Dips a held swab. */
  dip(side: Side): void {
    const bowl = this.session.state.tools[this.index('bowl')]?.p ?? TOP
    this.bring(side, 0.072, [bowl[0], bowl[1] + 0.03, bowl[2]])
  }

  /** Rows over the whole region with a held swab's tip just in the skin. */
  paint(side: Side, rows: readonly number[] = [-0.048, -0.032, -0.016, 0, 0.016, 0.032, 0.048]): void {
    for (const z of rows) {
      const y = 0.055 + Math.sqrt(RADIUS * RADIUS - z * z) - 0.001
      this.bring(side, 0.072, [-0.05, y, z], 10)
      this.bring(side, 0.072, [0.05, y, z], 30)
    }
    this.retreat(side)
  }

  /** Gloved, the pack open, the whole region painted and dry; both hands empty. */
  prepped(): this {
    this.do('hand_rub', 'gloves', 'open_pack')
    this.take('right', 'swab-1')
    this.dip('right')
    this.paint('right')
    this.hands.squeeze('right', 0)
    this.wait('300')
    return this
  }

  /** Contaminations as `thing < by`. */
  contaminated(): string[] {
    return this.hands.told('contaminate').map((e) => `${e.subject} < ${e.object ?? ''}`)
  }

  warnings(): string[] {
    return this.hands
      .told('control_trouble')
      .filter((e) => e.values['trouble'] === 'touch_warning')
      .map((e) => `${e.subject} < ${e.object ?? ''}`)
  }
}
