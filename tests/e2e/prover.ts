// Runs recorded attempts through the engine and tells their digests; the same script in every JavaScript engine.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { strToU8 } from 'fflate'
import * as engine from '../../scenes/engine.ts'
import { readGrid } from '../../src/recording/grids.ts'
import { decodeAttempt, encodeAttempt, encodeTrack, runAttempt } from '../../src/recording/index.ts'
import { grade, parseProtocol } from '../../scoring/index.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { INPUT, type Proof, type ProverInput, type ProverJob } from './proverJob.ts'

type Archetype = ReturnType<typeof engine.openArchetype>

function openAll(grids: ProverInput['grids']): Record<string, Archetype> {
  return Object.fromEntries(
    Object.entries(engine.archetypes).map(([name, manifest]) => {
      const raw = manifest.grids.map((g) => [g.name, readGrid(hexToBytes(grids[name]?.[g.name] ?? ''), g.sha256)])
      return [
        name,
        engine.openArchetype(manifest, Object.fromEntries(raw) as Parameters<typeof engine.openArchetype>[1]),
      ]
    }),
  )
}

function prove(job: ProverJob, archetypes: Readonly<Record<string, Archetype>>): Proof {
  const result = decodeAttempt(hexToBytes(job.attempt))
  if (result.type === 'error') throw new Error(`${job.name}: ${result.message}`)
  const { attempt } = result
  const { setup } = attempt.header
  const procedure = engine.findProcedure(setup.procedure)
  const archetype = archetypes[procedure.archetype]
  if (!archetype) throw new Error(`${job.name}: the engine has no archetype ${procedure.archetype}`)
  const makeSession = () => engine.createSession(procedure, archetype, setup)
  const digests: string[] = []
  const session = runAttempt(
    attempt,
    { engine, makeSession },
    {
      onTick: (s, ticks) => {
        if (ticks % engine.DIGEST_EVERY === 0) digests.push(engine.stateDigest(s))
      },
    },
  )
  const evidence = engine.collectEvidence(session)
  const { input_class, assists, jitter_mm, jitter_deg, reaction_ms, profile } = setup
  const device = { input_class, assists, jitter_mm, jitter_deg, reaction_ms, clock_lost: 0 }
  const options = { profile, case: setup.case, seed: setup.seed }
  return {
    name: job.name,
    digests,
    final: engine.stateDigest(session),
    evidence: hashOf(evidence),
    report: hashOf(grade(parseProtocol(protocolOf(procedure.id)), session.case.facts, evidence, device, options)),
    file: bytesToHex(sha256(encodeAttempt(attempt))),
    track: bytesToHex(sha256(encodeTrack(attempt, { engine, makeSession }, attempt.header.engine))),
  }
}

function hashOf(value: unknown): string {
  return bytesToHex(sha256(strToU8(JSON.stringify(value))))
}

function tell(text: string): void {
  const shell = (globalThis as { print?: (text: string) => void }).print
  if (typeof document !== 'undefined') void fetch('/out', { method: 'POST', body: text })
  else if (shell) shell(text)
  else console.log(text)
}

function main(): void {
  const input = (globalThis as unknown as Record<string, ProverInput | undefined>)[INPUT] ?? { jobs: [], grids: {} }
  try {
    const archetypes = openAll(input.grids)
    tell(JSON.stringify(input.jobs.map((job) => prove(job, archetypes))))
  } catch (error) {
    tell(JSON.stringify({ error: String(error) }))
  }
}

main()
