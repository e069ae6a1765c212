export { CueReader, type Cue, type CueKind, type Heard, type Levels } from './cues.ts'
export { createSound, type Sound } from './sound.ts'
