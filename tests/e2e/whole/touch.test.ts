// The whole knee aspiration with fingers on a phone held sideways: rails for the thumbs, taps, two fingers that tilt.
import { TouchDevice } from '../app/touch.ts'
import { wholeAttempt } from './attempt.ts'

wholeAttempt({
  name: 'a whole aspiration by touch',
  inputClass: 'touch',
  caseId: 'tense-oa',
  context: { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true },
  device: (page) => new TouchDevice(page),
})
