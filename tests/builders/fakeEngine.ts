// A tiny simulation with the engine's own face: a token follows the right hand. For tests of recording and replay.
import type { EvidenceEvent } from '../../scoring/evidence.ts'
import { clonePlain } from '../../src/sim/snapshot.ts'
import {
  createViewState,
  DIGEST_EVERY,
  packTick,
  type Session,
  SIM_VERSION,
  SimError,
  type Snapshot,
  TICK_HZ,
  unpackTick,
  type ViewLayout,
  type ViewState,
  writePose,
} from '../../src/sim/index.ts'
import { digestHex, foldNumber, newDigest, type Pose } from '../../scoring/math/index.ts'
import type { EngineApi, Runtime } from '../../src/recording/index.ts'
import { COMMANDS } from './motion.ts'

interface FakeState {
  tick: number
  clinical_s: number
  token: number[]
  /** Sum of everything that the token was: keeps what the following itself would forget. */
  past: number
  holding: number
  poses: Pose[]
}

interface FakeSession {
  readonly state: FakeState
  readonly commands: typeof COMMANDS
  readonly layout: ViewLayout
  readonly events: EvidenceEvent[]
  readonly channels: Record<string, number[]>
}

export const FAKE_LAYOUT: ViewLayout = {
  version: 1,
  poses: ['head', 'left', 'right', 'token'],
  scalars: [
    { name: 'right.holding', unit: 'index', step: 1 },
    { name: 'right.squeeze', unit: '1', step: 0.01 },
    { name: 'clinical_s', unit: 's', step: 1 },
  ],
}

export interface FakeOptions {
  /** At this tick the state is off by a nanometre: an engine that splits. */
  readonly splitAt?: number
  /** The simulation refuses this tick. */
  readonly refuseAt?: number
  readonly simVersion?: number
}

const REST: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] }
const fake = (session: Session): FakeSession => session as unknown as FakeSession

function step(s: FakeSession, packed: Int32Array, o: FakeOptions): void {
  const { state } = s
  if (state.tick === o.refuseAt) throw new SimError('malformed-tick', 'refused on purpose', state.tick)
  const input = unpackTick(packed, s.commands)
  const hand = input.right.pose ?? REST
  state.token = state.token.map((x, i) => x + ((hand.p[i] ?? 0) - x) * 0.1)
  state.past += (state.token[0] ?? 0) + (state.tick === o.splitAt ? 1e-9 : 0)
  const holding = input.right.squeeze > 0.5 ? 0 : -1
  if (holding !== state.holding) {
    const kind = holding < 0 ? 'drop' : 'take'
    s.events.push({ tick: state.tick, clinical_s: state.clinical_s, kind, subject: 'token', values: {} })
  }
  state.holding = holding
  state.poses = [input.head ?? state.poses[0] ?? REST, input.left.pose ?? REST, hand]
  state.clinical_s += input.commands.some((c) => c.command === 'wait') ? 60 : 1 / TICK_HZ
  state.tick++
}

function digest(s: FakeSession): string {
  const d = newDigest()
  const { tick, clinical_s, token, past, holding } = s.state
  for (const v of [tick, clinical_s, ...token, past, holding, s.events.length]) foldNumber(d, v)
  return digestHex(d)
}

function view(s: FakeSession, out?: ViewState): ViewState {
  const v = (out ?? createViewState(s.layout)) as ViewState & { tick: number }
  const [x = 0, y = 0, z = 0] = s.state.token
  const poses: Pose[] = [...s.state.poses, { p: [x, y, z], q: [0, 0, 0, 1] }]
  poses.forEach((pose, i) => writePose(v, i, pose))
  v.scalars.set([s.state.holding, s.state.holding + 1, Math.round(s.state.clinical_s)])
  v.tick = s.state.tick
  return v
}

/** The fake engine; two made with the same options run alike. */
export function fakeEngine(o: FakeOptions = {}): EngineApi {
  return {
    SIM_VERSION: o.simVersion ?? SIM_VERSION,
    TICK_HZ,
    DIGEST_EVERY,
    procedures: [],
    packTick,
    unpackTick,
    stepTick: (session, packed) => step(fake(session), packed, o),
    stateDigest: (session) => digest(fake(session)),
    readView: (session, out) => view(fake(session), out),
    takeSnapshot: (session) => {
      const { state, events } = fake(session)
      return clonePlain({ state, events, channels: {} }) as unknown as Snapshot
    },
    restoreSnapshot: (session, snapshot) => {
      const s = fake(session)
      const kept = clonePlain(snapshot) as unknown as { state: FakeState; events: EvidenceEvent[] }
      Object.assign(s.state, kept.state)
      s.events.splice(0, Infinity, ...kept.events)
    },
    collectEvidence: (session) => ({ version: 1, events: fake(session).events, channels: {} }),
  }
}

export function fakeRuntime(o: FakeOptions = {}): Runtime {
  const makeSession = (): Session => {
    const state: FakeState = {
      tick: 0,
      clinical_s: 0,
      token: [0, 0, 0],
      past: 0,
      holding: -1,
      poses: [REST, REST, REST],
    }
    const s: FakeSession = { state, commands: COMMANDS, layout: FAKE_LAYOUT, events: [], channels: {} }
    return s as unknown as Session
  }
  return { engine: fakeEngine(o), makeSession }
}
