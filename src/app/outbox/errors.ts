// Why the browser could not keep something, in a closed list that the pages translate.
export const OUTBOX_CODES = ['unavailable', 'quota', 'damaged', 'absent', 'not-an-attempt', 'failed'] as const
/**
 * `unavailable`: this window keeps nothing. `quota`: no space left. `damaged`: what is stored cannot be read whole.
 * `absent`: no such attempt. `not-an-attempt`: a file that is none, or a damaged one. `failed`: anything else.
 */
export type OutboxCode = (typeof OUTBOX_CODES)[number]

export class OutboxError extends Error {
  readonly code: OutboxCode

  constructor(code: OutboxCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'OutboxError'
    this.code = code
  }
}

const UNAVAILABLE = new Set(['InvalidStateError', 'SecurityError', 'NotAllowedError', 'ReferenceError', 'TypeError'])
const DAMAGED = new Set(['DataError', 'NotReadableError', 'VersionError'])

function codeOf(name: string, doing: string): OutboxCode {
  if (name === 'QuotaExceededError') return 'quota'
  if (doing === 'opening' && UNAVAILABLE.has(name)) return 'unavailable'
  return DAMAGED.has(name) ? 'damaged' : 'failed'
}

/** Names a failure of the browser's storage; `doing` says at what ("opening", "storing a record" ...). */
export function toOutboxError(error: unknown, doing: string): OutboxError {
  if (error instanceof OutboxError) return error
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'unknown'
  const message = error instanceof Error ? error.message : String(error)
  return new OutboxError(codeOf(name, doing), `outbox: ${doing} failed: ${name}: ${message}`, error)
}
