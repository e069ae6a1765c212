// A headset's frame becomes a device sample, in the reference space (the tick source folds in the work frame).
import type { Command } from '../sim/command.ts'
import { LOST_HAND, type HandInput } from '../sim/tick.ts'
import type { DeviceSample, Side } from './deviceSample.ts'
import { BareHand } from './xr/bareHand.ts'
import { ControllerDial, type DialTool } from './xr/controllerDial.ts'
import { readJoints } from './xr/joints.ts'
import { ExchangeGesture, type ExchangeNow, type ExchangeTool } from './xr/exchangeGesture.ts'
import { PlungerPinch, type PinchTool, type Sided } from './xr/plungerPinch.ts'
import { poseOf, type XrFrame, type XrSource } from './xr/webxr.ts'

/** A held tool as hands in a headset need it. */
export type XrTool = PinchTool & ExchangeTool

export interface XrOptions {
  /** What a hand holds now, for its plunger or twist; from the ViewState, its pose in the reference space. */
  tool(side: Side): XrTool | null
  /** What an exchange of needles would do for a hand now, for its button and gestures. */
  exchange?(side: Side): ExchangeNow | null
  /** A press of the grip switches it instead of holding it. */
  readonly toggleGrip?: boolean
}

/** Places of the `xr-standard` gamepad mapping. */
const TRIGGER = 0
const SQUEEZE = 1
const STICK = 2
/** A or X, B or Y: both exchange needles. */
const EXCHANGE = [4, 5] as const
const PRESSED = 0.5
const RELEASED = 0.3
/** A frame later than this says nothing about how long the trigger was held, s. */
const LONGEST_S = 0.1

interface PutDial {
  /** Where the other hand has the plunger, mL; null = nowhere. */
  readonly put_ml: number | null
  /** The trigger does something else now. */
  readonly claimed: boolean
}

class HandReader {
  private readonly bare = new BareHand()
  private readonly dial = new ControllerDial()
  private down = false
  private latched = false
  private readonly options: XrOptions

  constructor(options: XrOptions) {
    this.options = options
  }

  read(frame: XrFrame, base: object, source: XrSource | undefined, ms: number): HandInput {
    return source?.hand ? this.bare.read(readJoints(frame, source, base), ms) : this.controller(frame, base, source)
  }

  /** The button that exchanges needles is down; bare hands have none. */
  isPressed(source: XrSource | undefined): boolean {
    return !source?.hand && EXCHANGE.some((i) => (source?.gamepad?.buttons[i]?.value ?? 0) >= PRESSED)
  }

  get opening(): boolean {
    return this.bare.opening
  }

  /** The hand with the dial of its tool. */
  withDial(hand: HandInput, tool: DialTool | null, put: PutDial, dt: number): HandInput {
    if (!hand.pose) return hand
    // a curled index beside a barrel is no trigger: a bare hand's plunger waits for the other hand
    const idle = put.claimed || (hand.curl !== null && tool?.dial === 'plunger')
    const trigger = idle ? 0 : hand.trigger
    const dial = this.dial.advance(tool, { trigger, axis: hand.axis, put_ml: put.put_ml }, dt)
    return dial ? { ...hand, dial } : hand
  }

  turnDial(notches: number): void {
    this.dial.turn(notches)
  }

  private controller(frame: XrFrame, base: object, source: XrSource | undefined): HandInput {
    const pose = source?.gripSpace && frame.getPose(source.gripSpace, base)
    if (!pose) return LOST_HAND
    const button = (i: number): number => source.gamepad?.buttons[i]?.value ?? 0
    const axis = (i: number): number => source.gamepad?.axes[i] ?? 0
    return {
      ...LOST_HAND,
      pose: poseOf(pose),
      tracked: pose.emulatedPosition ? 1 : 2,
      trigger: button(TRIGGER),
      // a device with a single button holds with it
      squeeze: this.squeeze(button((source.gamepad?.buttons.length ?? 0) > SQUEEZE ? SQUEEZE : TRIGGER)),
      axis: [axis(STICK), axis(STICK + 1)],
    }
  }

  private squeeze(value: number): number {
    if (!this.options.toggleGrip) return value
    const down = this.down ? value > RELEASED : value >= PRESSED
    if (down && !this.down) this.latched = !this.latched
    this.down = down
    return this.latched ? 1 : 0
  }
}

export class XrReader {
  private readonly hands: Readonly<Record<Side, HandReader>>
  private readonly pinch = new PlungerPinch()
  private readonly gesture = new ExchangeGesture()
  private readonly commands: Command[] = []
  private readonly options: XrOptions
  private last: number | null = null
  private bare = false

  constructor(options: XrOptions) {
    this.options = options
    this.hands = { left: new HandReader(options), right: new HandReader(options) }
  }

  /** Head and hands of this frame; `nowMs` is the frame's time stamp, for browsers that do not predict the display. */
  read(frame: XrFrame, base: object, nowMs: number): DeviceSample {
    const ms = frame.predictedDisplayTime ?? nowMs
    const dt = this.last === null ? 0 : Math.min(Math.max(ms - this.last, 0) / 1000, LONGEST_S)
    this.last = ms
    const viewer = frame.getViewerPose(base)
    // hidden or blurred sessions give no input: the hands are lost, not still
    const sources = frame.session.visibilityState === 'hidden' ? [] : [...frame.session.inputSources]
    const source = { left: this.pick(frame, base, sources, 'left'), right: this.pick(frame, base, sources, 'right') }
    const hand = (side: Side): HandInput => this.hands[side].read(frame, base, source[side], ms)
    const pressed = (side: Side): boolean => this.hands[side].isPressed(source[side])
    const read = { left: hand('left'), right: hand('right') }
    const tools = { left: this.options.tool('left'), right: this.options.tool('right') }
    const now = { left: this.options.exchange?.('left') ?? null, right: this.options.exchange?.('right') ?? null }
    const exchange = { hands: read, tools, now, pressed: { left: pressed('left'), right: pressed('right') } }
    this.commands.push(...this.gesture.advance(exchange, dt))
    const hands = this.withDials(read, tools, dt)
    return { time_ms: ms, head: viewer ? poseOf(viewer) : null, ...hands, foot: [0, 0] }
  }

  /** Both hands with the dials of what they hold, after one of them may have moved the other's plunger. */
  private withDials(hands: Sided<HandInput>, tools: Sided<XrTool | null>, dt: number): Record<Side, HandInput> {
    const opening = { left: this.hands.left.opening, right: this.hands.right.opening }
    const put = this.pinch.advance({ hands, tools, opening })
    const done = (side: Side): HandInput => {
      const dial = { put_ml: put?.side === side ? put.plunger_ml : null, claimed: this.gesture.claimsTrigger(side) }
      return this.hands[side].withDial(this.pinch.quiet(side, hands[side]), tools[side], dial, dt)
    }
    return { left: done('left'), right: done('right') }
  }

  /** Commands of buttons and gestures since the last call: syringes off needles and on. */
  takeCommands(): Command[] {
    return this.commands.splice(0)
  }

  /** Notches from a list of words, for hands without buttons; positive draws. */
  turnDial(side: Side, notches: number): void {
    this.hands[side].turnDial(notches)
  }

  /** What held the tools, as last seen. */
  inputClass(): 'controllers' | 'hands' {
    return this.bare ? 'hands' : 'controllers'
  }

  /** One side may have a controller on the table and a hand in the air: the one that is seen counts. */
  private pick(frame: XrFrame, base: object, sources: readonly XrSource[], side: Side): XrSource | undefined {
    const mine = sources.filter((s) => s.handedness === side && (s.hand || s.gripSpace))
    const seen = mine.find((s) => {
      const wrist = s.hand?.get('wrist')
      return s.hand ? wrist && frame.getJointPose?.(wrist, base) : s.gripSpace && frame.getPose(s.gripSpace, base)
    })
    if (seen) this.bare = Boolean(seen.hand)
    return seen ?? mine[0]
  }
}
