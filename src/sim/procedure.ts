// What a procedure is: a folder under scenes/ that exports one of these. Nothing in src knows any procedure by name.
import type { EvidenceEvent, EvidenceWords, InputClass, Kind } from '../../scoring/evidence.ts'
import type { Pose, Vec3 } from '../../scoring/math/index.ts'
import type { Command, CommandDef } from './command.ts'
import type { Session } from './session.ts'
import type { PlainState } from './snapshot.ts'
import type { Archetype, Anatomy } from './tissue/anatomy.ts'
import type { TissueLaw } from './tissue/law.ts'
import type { TickInput } from './tick.ts'
import type { ScalarWord, ViewState } from './viewState.ts'

/** A text in both languages of the product. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A solid box of an instrument or of the room, in that thing's frame; half extents in metres. */
export interface Box {
  readonly half: Vec3
  readonly at: Vec3
}

/**
 * Coupling of a held tool to the hand (SPEC S12): its largest clinical force is a 20 mm gap. Masses are those that the
 * hand feels, not the tool's own.
 */
export interface Coupling {
  readonly stiffness_n_m: number
  readonly angular_nm_rad: number
  readonly limit_n: number
  readonly limit_nm: number
}

export interface NeedleShape {
  readonly gauge: number
  readonly outer_m: number
  readonly inner_m: number
  readonly length_m: number
}

export interface SyringeShape {
  readonly capacity_ml: number
  /** Travel of the plunger for one millilitre, m. */
  readonly m_per_ml: number
}

/** An instrument on the tray; the tool's frame has its working axis along +z and the main grip near the origin. */
export interface Instrument {
  readonly id: string
  readonly title: Text
  readonly rest: Pose
  /** Where hands take it, in the tool's frame; the first is the main grip. */
  readonly grips: readonly Pose[]
  readonly tip: Vec3
  readonly axis: Vec3
  readonly mass_kg: number
  readonly boxes: readonly Box[]
  readonly coupling: Coupling
  /**
   * A needle of its own has no `syringe`: its hub is at the tool's origin, its tip along +z, and it can be mounted. With
   * a `syringe` the needle is part of it and never comes off.
   */
  readonly needle?: NeedleShape
  readonly syringe?: SyringeShape
  /** Where a needle's hub sits when it is mounted, in the tool's frame; the needle's axis is then the tool's (SPEC S21). */
  readonly nozzle?: Vec3
  /** Id of the needle that the nozzle carries at the start. */
  readonly mounted?: string
}

/** Fixed furniture that tools rest on and fall upon. */
export interface Fixture {
  readonly id: string
  readonly at: Vec3
  readonly boxes: readonly Box[]
  /** Stands for the body: loose tools land on it, held tools meet the skin itself instead. */
  readonly body?: true
  /** A container (sharps box): what is let go above it goes in and stays. */
  readonly bin?: true
}

/** Facts that a protocol's `when` and formulas may use. */
export type CaseFacts = Readonly<Record<string, number | string | boolean>>

/** Vital signs on arrival. */
export interface Vitals {
  readonly temperature_c: number
  readonly pulse_bpm: number
  readonly systolic_mmhg: number
  readonly diastolic_mmhg: number
  readonly breaths_per_min: number
  readonly spo2_percent: number
}

export interface Case {
  readonly id: string
  readonly title: Text
  readonly vignette: Text
  readonly facts: CaseFacts
  /** What stands in the record, by the field that is opened; shown when it is, never read by the simulation. */
  readonly record?: Readonly<Record<string, Text>>
  /** What is measured on arrival; shown before the attempt, never read by the simulation. */
  readonly vitals?: Vitals
}

/** A tool's transition in one tick, seen by rules (SPEC S14). Depths and forces come from substeps. */
export interface Transition {
  readonly kind: Kind
  readonly subject: string
  readonly object?: string
  readonly site?: string
  readonly values: Readonly<Record<string, number | string | boolean>>
}

/** One pure advance of the procedure's own state; systems run in the order of the list. */
export interface System<S extends PlainState> {
  readonly id: string
  /** Each tick; may push transitions of its own. */
  advance(session: Session<S>, input: TickInput, transitions: Transition[]): void
  /** One coarse step of the clinical clock inside a wait. */
  pass?(session: Session<S>, seconds: number): void
}

/** Turns this tick's transitions into evidence; may add, drop or rename. */
export type Rules<S extends PlainState> = (
  session: Session<S>,
  transitions: readonly Transition[],
) => readonly Transition[]

/** A quantity that the attempt samples at `hz` (a divisor of 90) while it runs. */
export interface ChannelDef<S extends PlainState> {
  readonly name: string
  readonly unit: string
  readonly hz: 90 | 45 | 30 | 15 | 10 | 5 | 1
  /** Rounding of a sample. */
  readonly step: number
  read(session: Session<S>): number
}

/** A scalar that the procedure adds to the view. */
export interface ViewScalar<S extends PlainState> extends ScalarWord {
  read(session: Session<S>): number
}

/** A pose that the procedure adds to the view (a limb segment, the patella ...). */
export interface ViewPose<S extends PlainState> {
  readonly name: string
  read(session: Session<S>): Pose
}

/** What a scripted performer sees before it gives the next tick: the same that a person sees. */
export interface PerformerView {
  readonly tick: number
  readonly view: ViewState
  readonly events: readonly EvidenceEvent[]
}

/** Yields one tick of input after another; ends when the attempt is over. */
export type Performance = Generator<TickInput, void, PerformerView>

export interface Performer {
  readonly id: string
  readonly title: Text
  /** Cases that it can play; undefined = all. */
  readonly cases?: readonly string[]
  /** Criteria that it loses by design; empty for an expert. */
  readonly loses: readonly string[]
  perform(session: Session, seed: number): Performance
}

/**
 * A short exercise cut out of the procedure (SPEC S22): the lead-in is played by script through the same ticks as a
 * person's, its last tick hands over, and the learner goes on from there.
 */
export interface Drill {
  readonly id: string
  readonly title: Text
  /** What to do, in one or two sentences. */
  readonly task: Text
  readonly case: string
  /** Time offered, s; nothing ends when it is over. */
  readonly seconds: number
  /** Everything up to and with the tick that commands `handover`; the same ticks for the same case and seed. */
  leadIn(session: Session, seed: number): Performance
  /** Who go on from the handover: an `expert` and at least one who does not do it well. */
  readonly performers: readonly Performer[]
}

/** An act by word or choice as a person chooses it from a list: a command with all its arguments. */
export interface ListedAct {
  readonly text: Text
  readonly command: Command
}

/** Acts of one kind (records, decisions, preparation, orders ...). */
export interface ActGroup {
  readonly id: string
  readonly title: Text
  readonly acts: readonly ListedAct[]
}

export interface Procedure<S extends PlainState = PlainState> {
  readonly id: string
  readonly specialty: 'orthopedic' | 'pediatric'
  readonly version: number
  readonly title: Text
  /** Name of the baked archetype (assets/anatomy/<name>.json). */
  readonly archetype: string
  readonly cases: readonly Case[]
  readonly words: EvidenceWords
  readonly commands: readonly CommandDef[]
  /** Those commands as lists, for whoever chooses rather than writes them. */
  readonly actGroups: readonly ActGroup[]
  /** Phrases that can be said, places where the helper hand can work: options of the built-in commands. */
  readonly phrases: readonly { readonly id: string; readonly text: Text }[]
  readonly helperTargets: readonly string[]
  readonly instruments: readonly Instrument[]
  readonly fixtures: readonly Fixture[]
  readonly regions: readonly string[]
  /** Design values and measurements by layer name; every layer of the archetype must have one. */
  readonly tissue: Readonly<Record<string, TissueLaw>>
  createAnatomy(archetype: Archetype, caseId: string, seed: number): Anatomy
  createState(caseId: string, seed: number): S
  /** Brings the anatomy (effusion, joint pose ...) to what the state says; called before anything reads tissue. */
  poseAnatomy(session: Session<S>): void
  readonly systems: readonly System<S>[]
  readonly rules: Rules<S>
  readonly channels: readonly ChannelDef<S>[]
  readonly viewPoses: readonly ViewPose<S>[]
  readonly viewScalars: readonly ViewScalar<S>[]
  readonly performers: readonly Performer[]
  readonly drills?: readonly Drill[]
}

/** How an attempt is set up; all of it stands in the attempt's header. */
export interface AttemptSetup {
  readonly procedure: string
  readonly case: string
  readonly seed: number
  /** Id of the drill that this is; left out when it is the whole procedure. */
  readonly drill?: string
  readonly mode: 'guided' | 'practice' | 'exam'
  readonly input_class: InputClass
  readonly assists: readonly string[]
  readonly aids: readonly string[]
  readonly profile: 'CN' | 'WHO'
  readonly handedness: 'left' | 'right'
  readonly jitter_mm: number
  readonly jitter_deg: number
  readonly reaction_ms: number
  readonly display_hz: number
}

/** Checks types where a procedure is written and hides its state's type from those who only run it. */
export function defineProcedure<S extends PlainState>(procedure: Procedure<S>): Procedure {
  return procedure as unknown as Procedure
}
