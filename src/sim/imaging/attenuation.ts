/**
 * Linear attenuation at 60 keV, 1/m. NIST SRD 126 (Hubbell and Seltzer, physics.nist.gov/PhysRefData/XrayMassCoef):
 * mass coefficients of soft tissue 0.2048, adipose 0.1974, cortical bone 0.3148, water 0.2059 cm2/g times densities
 * 1.06, 0.95, 1.92, 1.00 g/cm3; steel 316L and titanium alloy are mixtures by mass (design values).
 */
export const MU = {
  air: 0,
  water: 20.6,
  soft: 21.7,
  fat: 18.8,
  cortex: 60.4,
  steel: 1000,
  titanium: 328,
} as const

/** Spongy bone (placeholder): between soft tissue and cortex, denser towards the joint. */
export const SPONGY = { shaft: 20.5, joint: 36 } as const
