// Wires the hands of a screen to a page. Only the main button, no modifier, no double click, no pointer lock.
import type { DesktopHands } from './desktop/desktopHands.ts'
import type { PointerTarget } from './desktop/types.ts'
import type { TouchHands, TouchTarget } from './touch.ts'

const DESKTOP_TARGETS: readonly string[] = ['push', 'tilt', 'plunger', 'hub', 'trigger'] satisfies PointerTarget[]
const TOUCH_TARGETS: readonly string[] = ['pushRail', 'dialRail', 'trigger'] satisfies TouchTarget[]

/** What the nearest element with `data-hand-target` says, when these hands know it. */
function targetOf(e: Event, known: readonly string[]): string {
  const at = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-hand-target]') : null
  const name = at?.dataset['handTarget'] ?? 'scene'
  return known.includes(name) ? name : 'scene'
}

function typing(e: KeyboardEvent): boolean {
  const at = e.target
  if (e.isComposing || e.ctrlKey || e.altKey || e.metaKey) return true
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))
}

/** A button or link that has the keyboard keeps Enter, Space and the arrows for itself. */
function ownKey(e: KeyboardEvent): boolean {
  const at = e.target
  return (
    at instanceof Element &&
    at.closest('button, a[href], [role=slider], [role=listbox]') !== null &&
    /^(Enter|Space|Arrow)/.test(e.code)
  )
}

type Listen = <K extends keyof HTMLElementEventMap>(type: K, run: (e: HTMLElementEventMap[K]) => void) => void

function listener(element: HTMLElement, signal: AbortSignal): Listen {
  return (type, run) => element.addEventListener(type, run, { signal, passive: false })
}

const place = (element: HTMLElement, e: PointerEvent): [number, number] => {
  const box = element.getBoundingClientRect()
  return [e.clientX - box.left, e.clientY - box.top]
}

function listenPointer(hands: DesktopHands, element: HTMLElement, signal: AbortSignal): void {
  const on = listener(element, signal)
  on('pointermove', (e) => {
    if (e.pointerType !== 'touch') hands.pointerMove(...place(element, e))
  })
  on('pointerdown', (e) => {
    if (e.pointerType === 'touch' || e.button !== 0) return
    if (!hands.pointerDown(...place(element, e), targetOf(e, DESKTOP_TARGETS) as PointerTarget)) return
    element.setPointerCapture(e.pointerId)
    e.stopPropagation()
  })
  for (const type of ['pointerup', 'pointercancel'] as const) {
    on(type, (e) => {
      if (e.pointerType !== 'touch') hands.pointerUp()
    })
  }
  on('wheel', (e) => {
    if (hands.wheel(e)) e.preventDefault()
  })
}

/**
 * Pointer and wheel on `element` (the picture with its handles inside), keys on the window. A press that means nothing to
 * the hands goes on to other listeners. Returns what takes it all off again.
 */
export function listenDesktop(hands: DesktopHands, element: HTMLElement): () => void {
  const off = new AbortController()
  const { signal } = off
  listenPointer(hands, element, signal)
  const keys = { signal, passive: false }
  window.addEventListener(
    'keydown',
    (e) => {
      if (!typing(e) && !ownKey(e) && hands.keyDown(e.code, e.repeat)) e.preventDefault()
    },
    keys,
  )
  window.addEventListener('keyup', (e) => hands.keyUp(e.code), keys)
  window.addEventListener('blur', () => hands.blur(), keys)
  return () => off.abort()
}

/** Fingers on `element`; the browser's own gestures are off there, so that a swipe does not leave the page. */
export function listenTouch(hands: TouchHands, element: HTMLElement): () => void {
  const off = new AbortController()
  const on = listener(element, off.signal)
  const before = element.style.touchAction
  element.style.touchAction = 'none'
  on('pointerdown', (e) => {
    if (e.pointerType !== 'touch') return
    const target = targetOf(e, TOUCH_TARGETS) as TouchTarget
    if (hands.touchStart(e.pointerId, ...place(element, e), target)) e.stopPropagation()
  })
  on('pointermove', (e) => {
    if (e.pointerType === 'touch') hands.touchMove(e.pointerId, ...place(element, e))
  })
  for (const type of ['pointerup', 'pointercancel'] as const) {
    on(type, (e) => {
      if (e.pointerType === 'touch') hands.touchEnd(e.pointerId)
    })
  }
  return () => {
    off.abort()
    element.style.touchAction = before
  }
}
