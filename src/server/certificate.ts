// A self-signed certificate for headsets on the same network: WebXR needs https, and a clinic has no certificate.
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** Both in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const DAY_MS = 86_400_000
/** Browsers refuse longer lives. */
const LIFE_DAYS = 365
/** A certificate that ends sooner is made anew. */
const SPARE_DAYS = 14

/** IPv4 addresses under which others on the network reach this machine. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((a) => a.family === 'IPv4' && !a.internal)
    .map((a) => a.address)
}

/** Whether it still lives and names every address; a wrong name would add a second warning to the first. */
export function covers(certificate: Certificate, addresses: readonly string[], now: Date): boolean {
  const x509 = new X509Certificate(certificate.cert)
  const [begins, ends] = [Date.parse(x509.validFrom), Date.parse(x509.validTo)]
  const lives = begins <= now.getTime() && ends - now.getTime() > SPARE_DAYS * DAY_MS
  return lives && addresses.every((a) => x509.checkIP(a) !== undefined)
}

async function makeCertificate(addresses: readonly string[], now: Date): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Surehand' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + LIFE_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}

/**
 * The certificate of this machine, kept in `folder`, so that a headset which accepted it once is not asked again; made
 * anew when the addresses changed or it is about to end.
 */
export async function ownCertificate(folder: string, now = new Date()): Promise<Certificate> {
  const addresses = ['127.0.0.1', ...lanAddresses()]
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  if (existsSync(keyFile) && existsSync(certFile)) {
    const old = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
    if (covers(old, addresses, now)) return old
  }
  const made = await makeCertificate(addresses, now)
  mkdirSync(folder, { recursive: true })
  writeFileSync(keyFile, made.key, { mode: 0o600 })
  writeFileSync(certFile, made.cert)
  return made
}
