// What every procedure must have, whoever adds it; a new folder learns here what it lacks.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archetypes } from '../../scenes/archetypes.ts'
import { procedures } from '../../scenes/index.ts'
import { parseProtocol, missingFacts } from '../../scoring/index.ts'
import { commandTable } from '../../src/sim/index.ts'
import { adultKnee } from '../builders/realKnee.ts'
import { protocolOf } from '../../scenes/protocols.ts'

const SCENES = join(import.meta.dirname, '../../scenes')
const folderOf = (p: { specialty: string; id: string }): string => join(SCENES, p.specialty, p.id)

describe('the registry', () => {
  it('names each folder under orthopedic and pediatric, and nothing else', () => {
    const folders = ['orthopedic', 'pediatric'].flatMap((s) => {
      const path = join(SCENES, s)
      return existsSync(path) ? readdirSync(path).map((id) => `${s}/${id}`) : []
    })
    expect(procedures.map((p) => `${p.specialty}/${p.id}`).sort()).toEqual(folders.sort())
  })
})

describe.each(procedures.map((p) => [p.id, p] as const))('%s', (_, p) => {
  it('has its documents and parts in its folder', () => {
    for (const file of ['README.md', 'index.ts', 'protocol.json', 'performers.ts', 'rules.ts', 'view']) {
      expect(existsSync(join(folderOf(p), file)), `${folderOf(p)}/${file}`).toBe(true)
    }
  })

  it('has a protocol that parses, and cases that give every fact it asks for', () => {
    const protocol = parseProtocol(protocolOf(p.id))
    expect(protocol.id).toBe(p.id)
    for (const c of p.cases) expect(missingFacts(protocol, c.facts), c.id).toEqual([])
  })

  it('has a protocol for each of its drills, an expert, and somebody who loses what it can lose', () => {
    for (const d of p.drills ?? []) {
      const protocol = parseProtocol(protocolOf(p.id, d.id))
      expect(protocol.id).toBe(d.id)
      const found = p.cases.find((c) => c.id === d.case)
      expect(found && missingFacts(protocol, found.facts), d.id).toEqual([])
      expect(d.performers.map((x) => x.id)).toContain('expert')
      const lost = d.performers.flatMap((x) => x.loses)
      expect(lost.length, d.id).toBeGreaterThan(0)
      expect(protocol.criteria.map((c) => c.id)).toEqual(expect.arrayContaining(lost))
    }
  })

  it('has an archetype, and a tissue law for each of its layers', () => {
    expect(Object.keys(archetypes)).toContain(p.archetype)
    const anatomy = p.createAnatomy(adultKnee(), p.cases[0]?.id ?? '', 1)
    for (const layer of anatomy.layers) expect(Object.keys(p.tissue), layer).toContain(layer)
  })

  it('gives every text in both languages', () => {
    const texts = [p.title, ...p.cases.flatMap((c) => [c.title, c.vignette])]
    texts.push(
      ...p.phrases.map((x) => x.text),
      ...p.instruments.map((i) => i.title),
      ...p.performers.map((x) => x.title),
      ...(p.drills ?? []).flatMap((d) => [d.title, d.task, ...d.performers.map((x) => x.title)]),
    )
    for (const t of texts) {
      expect(t.en).toMatch(/[A-Za-z]/)
      expect(t.zh).toMatch(/[\u4e00-\u9fff]|mL|G/)
    }
  })

  it('names instruments, commands, channels and criteria once each', () => {
    const once = (ids: readonly string[]): void => expect(new Set(ids).size, ids.join(', ')).toBe(ids.length)
    once(p.instruments.map((i) => i.id))
    once(commandTable(p).map((c) => c.id))
    once(p.channels.map((c) => c.name))
    once(p.performers.map((x) => x.id))
    once((p.drills ?? []).map((d) => d.id))
    for (const d of p.drills ?? []) once(d.performers.map((x) => x.id))
    expect(p.performers.map((x) => x.id)).toEqual(expect.arrayContaining(['expert', 'novice']))
  })

  it('marks every number of its tissue: a source has its citation', () => {
    for (const [layer, law] of Object.entries(p.tissue)) {
      if (law.mark === 'source') expect(law.source, layer).toBeTruthy()
    }
  })
})
