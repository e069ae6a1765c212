// Protocols by procedure, and of its drills. Kept apart from the engine: judging anew must not make another engine, and the
// text of a protocol is no part of what an attempt runs on.
import dryTap from './orthopedic/knee-aspiration/drills/dry-tap.json' with { type: 'json' }
import exchange from './orthopedic/knee-aspiration/drills/exchange.json' with { type: 'json' }
import faint from './orthopedic/knee-aspiration/drills/faint.json' with { type: 'json' }
import holdAngle from './orthopedic/knee-aspiration/drills/hold-angle.json' with { type: 'json' }
import markPortal from './orthopedic/knee-aspiration/drills/mark-portal.json' with { type: 'json' }
import needlestick from './orthopedic/knee-aspiration/drills/needlestick.json' with { type: 'json' }
import stopAtGive from './orthopedic/knee-aspiration/drills/stop-at-give.json' with { type: 'json' }
import kneeAspiration from './orthopedic/knee-aspiration/protocol.json' with { type: 'json' }

type Table = Readonly<Record<string, unknown>>

const PROTOCOLS: Table = { 'knee-aspiration': kneeAspiration }

const DRILLS: Readonly<Record<string, Table>> = {
  'knee-aspiration': {
    'mark-portal': markPortal,
    'hold-angle': holdAngle,
    'stop-at-give': stopAtGive,
    exchange,
    'dry-tap': dryTap,
    faint,
    needlestick,
  },
}

function find(table: Table, what: string, id: string): unknown {
  const found = table[id]
  if (found !== undefined) return found
  const known = Object.keys(table)
  throw new RangeError(
    `protocol: got ${what} "${id}", expected ${known.length > 0 ? `one of ${known.join(', ')}` : 'none'}`,
  )
}

/**
 * The present protocol of a procedure, or of one of its drills, as JSON.
 * @throws RangeError naming the procedures, or the drills, that have one
 */
export function protocolOf(procedure: string, drill?: string): unknown {
  if (drill === undefined) return find(PROTOCOLS, 'procedure', procedure)
  return find(DRILLS[procedure] ?? {}, 'drill', drill)
}
