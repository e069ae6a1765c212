// Library calls that came after Chrome 87 (2020) and are used here; syntax is lowered by the build, calls are not.

/** Defines what is missing; where it is there, nothing happens. */
function supply(on: object, name: string, value: (...args: never[]) => unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const i = Math.trunc(index) || 0
  return this[i < 0 ? this.length + i : i]
}

// Array.prototype.at: Chrome 92. Object.hasOwn: Chrome 93.
for (const type of [Array, Int32Array, Uint8Array, Float64Array, String]) supply(type.prototype, 'at', at)
supply(Object, 'hasOwn', (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name))
