import { expect, it } from 'vitest'
import {
  MIGRATIONS,
  migrateProtocol,
  PROTOCOL_FORMAT,
  checkMigrations,
  type Migration,
} from '../../scoring/migrations.ts'

const made: readonly Migration[] = [
  { from: 1, reason: 'name became title', migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, reason: 'titles have two languages', migrate: (old) => ({ ...old, title: { en: old['title'], zh: '' } }) },
]

it('G4: the migrations lead from format 1 to the present one without a gap', () => {
  expect(() => checkMigrations(MIGRATIONS, PROTOCOL_FORMAT)).not.toThrow()
  expect(() => checkMigrations(made.slice(1), 2)).toThrow('migrations[0].from: got 2, expected 1')
  expect(() => checkMigrations(made, 2)).toThrow('migrations: got 2 of them, expected 1 for format 2')
})

it('G4: an older protocol passes through every format, and is not touched itself', () => {
  const old = Object.freeze({ format: 1, name: 'x' })
  expect(migrateProtocol(old, made, 3)).toEqual({ format: 3, title: { en: 'x', zh: '' } })
  expect(migrateProtocol({ format: 2, title: 'y' }, made, 3)).toEqual({ format: 3, title: { en: 'y', zh: '' } })
  expect(migrateProtocol({ format: 3, title: 'z' }, made, 3)).toEqual({ format: 3, title: 'z' })
})

it('G4: a protocol of a newer program, or of none, is refused', () => {
  expect(() => migrateProtocol({ format: 4 }, made, 3)).toThrow('format: got 4, expected at most 3')
  expect(() => migrateProtocol({ format: 'x' })).toThrow('format: got "x", expected a whole number')
  expect(() => migrateProtocol({})).toThrow('the key "format" is missing')
})
