// Syringe: plunger, vacuum and flow through the needle (SPEC S15).
export interface SyringeState {
  /** Where the plunger stands, mL. */
  plunger_ml: number
  /** Liquid and air in the barrel, mL; plunger - fluid - air > 0 is a vacuum. */
  fluid_ml: number
  air_ml: number
  /** Pressure below the atmosphere, kPa (>= 0), and above it while pushing. */
  suction_kpa: number
  /** Position of the dial, mL, that an act has overruled: the plunger stays until the dial moves from it; -1 = none. */
  overruled_ml: number
}

export function freshSyringe(): SyringeState {
  return { plunger_ml: 0, fluid_ml: 0, air_ml: 0, suction_kpa: 0, overruled_ml: -1 }
}

/**
 * An act (drawing up, filling a tube) leaves the barrel with this much liquid and no air.
 * @param dial_ml where the hand's dial stands now, -1 = it has none: a dial that does not move moves nothing (SPEC S15.5)
 */
export function setContents(s: SyringeState, ml: number, dial_ml: number): void {
  Object.assign(s, { plunger_ml: ml, fluid_ml: ml, air_ml: 0, suction_kpa: 0, overruled_ml: dial_ml })
}

/** Where the plunger is wanted. @param dial_ml of the hand's dial; undefined = the hand leaves it alone */
export function wantedPlunger(s: SyringeState, dial_ml: number | undefined): number {
  if (dial_ml === undefined || dial_ml === s.overruled_ml) return s.plunger_ml
  s.overruled_ml = -1
  return dial_ml
}

/** Fastest that a thumb moves a plunger, mL/s (design value). */
const PLUNGER_ML_S = 20
/** Air left in tip and hub that expands when the plunger is drawn, mL (design value). */
const DEAD_SPACE_ML = 0.3
const ATMOSPHERE_KPA = 101.3
/** Vapour pressure of water at body temperature keeps a vacuum from being perfect, kPa. */
const VAPOUR_KPA = 6.3

/** Moves the plunger towards what the hand asks for. */
export function drivePlunger(s: SyringeState, wanted_ml: number, capacity_ml: number, dt: number): void {
  const target = wanted_ml < 0 ? 0 : wanted_ml > capacity_ml ? capacity_ml : wanted_ml
  const step = PLUNGER_ML_S * dt
  const d = target - s.plunger_ml
  s.plunger_ml += d > step ? step : d < -step ? -step : d
  const gap = s.plunger_ml - s.fluid_ml - s.air_ml
  const vacuum = gap > 0 ? ATMOSPHERE_KPA * (gap / (gap + DEAD_SPACE_ML)) : 0
  const most = ATMOSPHERE_KPA - VAPOUR_KPA
  s.suction_kpa = vacuum > most ? most : vacuum
}

/**
 * Resistance of a needle, kPa s/mL (Hagen and Poiseuille: 8 mu L / (pi r^4)).
 * @param inner_m inner diameter, m; @param length_m length, m; @param viscosity_pa_s viscosity of the liquid, Pa s
 */
export function needleResistance(inner_m: number, length_m: number, viscosity_pa_s: number): number {
  const r = inner_m / 2
  const pa_s_m3 = (8 * viscosity_pa_s * length_m) / (3.141592653589793 * r * r * r * r)
  return pa_s_m3 * 1e-6 * 1e-3
}

/** What a tick moved: liquid drawn from where the tip is, liquid or air pushed out. */
export interface Flow {
  readonly drawn_ml: number
  readonly pushed_ml: number
}

/**
 * One tick of flow.
 * @param source 'fluid' when the opening lies in liquid, 'air' when it is free, 'tissue' when it is closed
 * @param pressure_kpa pressure of the liquid above the atmosphere
 */
export function flow(
  s: SyringeState,
  source: 'fluid' | 'air' | 'tissue',
  at: { readonly pressure_kpa: number; readonly resistance: number; readonly available_ml: number },
  dt: number,
): Flow {
  const gap = s.plunger_ml - s.fluid_ml - s.air_ml
  if (gap < 0) return push(s, -gap)
  if (source === 'air') {
    s.air_ml += gap
    s.suction_kpa = 0
    return { drawn_ml: 0, pushed_ml: 0 }
  }
  if (source === 'tissue') return { drawn_ml: 0, pushed_ml: 0 }
  const rate = ((s.suction_kpa + at.pressure_kpa) / at.resistance) * dt
  const drawn = Math.max(0, Math.min(rate, gap, at.available_ml))
  s.fluid_ml += drawn
  return { drawn_ml: drawn, pushed_ml: 0 }
}

/** The plunger has overtaken the contents: liquid leaves first when the needle points down, then air. */
function push(s: SyringeState, ml: number): Flow {
  const fluid = ml < s.fluid_ml ? ml : s.fluid_ml
  s.fluid_ml -= fluid
  const air = ml - fluid < s.air_ml ? ml - fluid : s.air_ml
  s.air_ml -= air
  return { drawn_ml: 0, pushed_ml: fluid }
}
