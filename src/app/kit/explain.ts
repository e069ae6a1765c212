// Every failure as a sentence in the reader's language: what happened, what is safe, what to do.
import type { I18n } from '@lingui/core'
import { LoadError, type LoadReason } from '../engine/loadError.ts'
import { SplitError } from '../live/begin.ts'
import { OutboxError, type OutboxCode } from '../outbox/index.ts'

function explainOutbox(i18n: I18n, code: OutboxCode): string {
  const texts: Readonly<Record<OutboxCode, string>> = {
    unavailable: i18n._({
      id: 'store.unavailable',
      message:
        'This browser window keeps nothing (a private window, or storage is switched off). You can practise; at the end, save the attempt as a file.',
    }),
    quota: i18n._({
      id: 'store.quota',
      message:
        'The storage of this browser is full. What was kept so far is safe. Free some space on the device, or go on and save the attempt as a file at the end.',
    }),
    damaged: i18n._({
      id: 'store.damaged',
      message:
        'Part of what was stored here cannot be read. Everything before the damage was kept; nothing was deleted.',
    }),
    absent: i18n._({
      id: 'store.absent',
      message: 'This attempt is not in this browser. If you have its file, import it under "My attempts".',
    }),
    'not-an-attempt': i18n._({
      id: 'store.notAttempt',
      message: 'This file is not an attempt, or it was damaged on the way. Nothing was changed here.',
    }),
    failed: i18n._({
      id: 'store.failed',
      message: 'The browser could not store the last second. It is kept in memory and tried again.',
    }),
  }
  return texts[code]
}

function explainLoad(i18n: I18n, reason: LoadReason): string {
  const absent = i18n._({
    id: 'load.absent',
    message: 'The simulation that made this attempt is not on this server. The attempt itself is safe.',
  })
  const damaged = i18n._({
    id: 'load.damaged',
    message: 'A part of the simulation arrived damaged. Reload the page to fetch it again.',
  })
  const texts: Readonly<Record<LoadReason, string>> = {
    offline: i18n._({
      id: 'load.offline',
      message:
        'The server does not answer. Check the connection and try again; your attempts are safe in this browser.',
    }),
    development: i18n._({
      id: 'load.development',
      message:
        'This attempt was made with a development build, whose simulation is not kept. It cannot be shown again.',
    }),
    absent,
    'bad-hash': absent,
    'no-procedure': absent,
    'wrong-hash': damaged,
    'not-an-engine': damaged,
    anatomy: damaged,
  }
  return texts[reason]
}

/** One or two sentences for a person; the technical text stays in `detail`. */
export function explain(i18n: I18n, error: unknown): string {
  if (error instanceof OutboxError) return explainOutbox(i18n, error.code)
  if (error instanceof LoadError) return explainLoad(i18n, error.reason)
  if (error instanceof SplitError) {
    return i18n._({
      id: 'resume.split',
      message:
        'This attempt cannot go on in this browser: it runs differently here. What was recorded is kept as it is.',
    })
  }
  return i18n._({
    id: 'error.unknown',
    message: 'Something in the program failed. What was recorded until then is kept.',
  })
}

/** The technical text, for a report to those who maintain the program. */
export function detail(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
