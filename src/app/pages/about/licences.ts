// What the page is made of and under which licence: direct parts of package.json, fonts, models (a test compares).

export interface Part {
  readonly name: string
  readonly licence: string
}

/** By licence, as the packages themselves say. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  MIT: [
    '@lingui/core',
    '@lingui/react',
    '@noble/hashes',
    '@react-three/fiber',
    '@react-three/xr',
    '@visx/axis',
    '@visx/group',
    '@visx/scale',
    '@visx/shape',
    'cannon-es',
    'fflate',
    'qrcode',
    'react',
    'react-dom',
    'selfsigned',
    'three',
    'zustand',
  ],
  'Apache-2.0': ['react-aria-components'],
  ISC: ['idb'],
  Unlicense: ['wouter'],
}

export const PARTS: readonly Part[] = Object.entries(PACKAGES).flatMap(([licence, names]) =>
  names.map((name) => ({ name, licence })),
)
