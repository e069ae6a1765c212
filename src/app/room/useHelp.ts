import { useLingui } from '@lingui/react'

type Row = readonly [name: string, text: string]

function useMouseHelp(): readonly Row[] {
  const { i18n } = useLingui()
  return [
    [
      i18n._({ id: 'help.push', message: 'Push' }),
      i18n._({
        id: 'help.push.text',
        message:
          'Drag the arrow along the shaft, or hold D and move the mouse forward. Page Down and Page Up do the same.',
      }),
    ],
    [
      i18n._({ id: 'help.tilt', message: 'Tilt' }),
      i18n._({ id: 'help.tilt.text', message: 'Drag the ring, or hold A and move.' }),
    ],
    [
      i18n._({ id: 'help.plunger', message: 'Plunger' }),
      i18n._({
        id: 'help.plunger.text',
        message: 'Wheel towards you draws, away injects; it stays where you put it. Keys [ and ].',
      }),
    ],
    [
      i18n._({ id: 'help.helper', message: 'Helper hand' }),
      i18n._({ id: 'help.helper.text', message: 'Choose a verb (1 to 6), then press where. It keeps doing it.' }),
    ],
    [
      i18n._({ id: 'help.exchange', message: 'Change the syringe' }),
      i18n._({
        id: 'help.exchange.text',
        message:
          'Z: the helper hand holds the hub. X takes the syringe off; with another in the hand, press the hub, and press it again (or X) to put it on.',
      }),
    ],
    [
      i18n._({ id: 'help.slow', message: 'Slow' }),
      i18n._({ id: 'help.slow.text', message: 'Hold S: everything is five times finer.' }),
    ],
  ]
}

/** The controls in words: what is pressed, what then moves. */
export function useHelp(touch: boolean): readonly Row[] {
  const { i18n } = useLingui()
  const mouse = useMouseHelp()
  const common = [
    [
      i18n._({ id: 'help.take', message: 'Take' }),
      i18n._({
        id: 'help.take.text',
        message: 'Press an instrument. Press the tray to put it back, a bin to throw it away (B), a dish to dip it.',
      }),
    ],
    [
      i18n._({ id: 'help.glide', message: 'Glide' }),
      i18n._({ id: 'help.glide.text', message: 'Just move: the tip follows the pointer, 10 mm above the skin.' }),
    ],
  ] as const
  if (touch) {
    return [
      common[0],
      [
        i18n._({ id: 'help.glide', message: 'Glide' }),
        i18n._({
          id: 'help.finger.text',
          message: 'The tip follows 60 px above your finger; stay still and it comes down. Two fingers tilt.',
        }),
      ],
      [
        i18n._({ id: 'help.rail', message: 'Push' }),
        i18n._({ id: 'help.rail.text', message: 'Right rail up pushes, down withdraws. Left rail moves the plunger.' }),
      ],
    ]
  }
  return [...common, ...mouse]
}
