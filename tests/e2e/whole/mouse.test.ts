// The whole knee aspiration with mouse and keyboard: tap, drain, exchange of the syringe, steroid.
import { MouseDevice } from '../app/mouse.ts'
import { wholeAttempt } from './attempt.ts'

wholeAttempt({
  name: 'a whole aspiration with the mouse',
  inputClass: 'mouse',
  caseId: 'tense-oa',
  context: { viewport: { width: 1366, height: 768 } },
  device: (page) => new MouseDevice(page),
})
