/**
 * The office's own certificate authority: it signs its server and its counters, and nothing outside the office trusts it. What a
 * counter is, its number, its kind and its office, the server decides; of a counter's request the public key alone is taken.
 */
// The certificates' library wants it to be there first.
import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { CounterKind } from '../../contract/administration/counter-kinds.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { authorityValidity, fingerprintText, leafValidity, serialText, type Validity } from './certificate-rules.ts';

/** Elliptic curve of every key: known to every TLS of the program's runtimes. */
const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const SERIAL_BYTES = 16;

x509.cryptoProvider.set(crypto);

/** As text of PEM: what lies on the disk. */
export interface KeptAuthority {
  readonly key: string;
  readonly certificate: string;
}

/** What a TLS end shows: its own key and certificate, and whom it trusts. All PEM. */
export interface TlsIdentity {
  readonly key: string;
  readonly certificate: string;
  readonly authority: string;
}

export interface CounterPlace {
  /** The id of the office. */
  readonly office: string;
  readonly number: string;
  readonly kind: CounterKind;
}
interface SignedCounter {
  readonly certificate: string;
  readonly serial: string;
  /** Milliseconds since 1970, UTC. */
  readonly until: number;
}

interface Leaf {
  readonly subject: x509.JsonName;
  readonly publicKey: CryptoKey | x509.PublicKey;
  readonly use: x509.ExtendedKeyUsage;
  readonly names: x509.JsonGeneralNames;
  readonly now: number;
}

export async function makeAuthority(office: string, now: number): Promise<KeptAuthority> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const { from, until } = authorityValidity(now);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ O: [office] }, { CN: ['Medicard office authority'] }],
    notBefore: new Date(from),
    notAfter: new Date(until),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await privatePem(keys.privateKey), certificate: certificate.toString('pem') };
}

export class OfficeAuthority {
  readonly #key: CryptoKey;
  readonly #certificate: x509.X509Certificate;

  private constructor(key: CryptoKey, certificate: x509.X509Certificate) {
    this.#key = key;
    this.#certificate = certificate;
  }

  /** Throws RefusalError KEY_WRONG where what was kept is no authority. */
  static async of({ key, certificate }: KeptAuthority): Promise<OfficeAuthority> {
    try {
      const der = x509.PemConverter.decodeFirst(key);
      const signing = await crypto.subtle.importKey('pkcs8', der, KEYS, false, ['sign']);
      return new OfficeAuthority(signing, new x509.X509Certificate(certificate));
    } catch (error) {
      throw new RefusalError('KEY_WRONG', { system: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** What people compare, on screen and on paper. */
  get fingerprint(): string {
    const digest = createHash('sha256').update(new Uint8Array(this.#certificate.rawData)).digest();
    return fingerprintText(digest);
  }

  get certificate(): string {
    return this.#certificate.toString('pem');
  }

  get #validity(): Validity {
    return { from: this.#certificate.notBefore.getTime(), until: this.#certificate.notAfter.getTime() };
  }

  /** A new key for the server, for as long as it runs. @param names host names and addresses at which it is asked. */
  async issueServer(office: string, names: readonly string[], now: number): Promise<TlsIdentity & { until: number }> {
    const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
    const certificate = await this.#sign({
      subject: [{ O: [office] }, { CN: ['Medicard office server'] }],
      publicKey: keys.publicKey,
      use: x509.ExtendedKeyUsage.serverAuth,
      names: names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      now,
    });
    return {
      key: await privatePem(keys.privateKey),
      certificate: certificate.toString('pem'),
      authority: this.certificate,
      until: certificate.notAfter.getTime(),
    };
  }

  /**
   * Signs a counter's request (PKCS #10, DER) for the place that the server gives it. Also renews: with the place of the old
   * certificate. Throws RefusalError INPUT_INVALID for a request that is none, or not signed by its own key.
   */
  async signCounter(request: Uint8Array, place: CounterPlace, now: number): Promise<SignedCounter> {
    const asked = await readRequest(request);
    const certificate = await this.#sign({
      subject: [{ O: [place.office] }, { OU: [place.kind] }, { CN: [place.number] }],
      publicKey: asked.publicKey,
      use: x509.ExtendedKeyUsage.clientAuth,
      names: [],
      now,
    });
    const serial = serialText(certificate.serialNumber);
    return { certificate: certificate.toString('pem'), serial, until: certificate.notAfter.getTime() };
  }

  async #sign({ subject, publicKey, use, names, now }: Leaf): Promise<x509.X509Certificate> {
    const { from, until } = leafValidity(now, this.#validity);
    return x509.X509CertificateGenerator.create({
      serialNumber: newSerial(),
      subject,
      issuer: this.#certificate.subjectName,
      notBefore: new Date(from),
      notAfter: new Date(until),
      signingAlgorithm: SIGNING,
      publicKey,
      signingKey: this.#key,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([use], true),
        await x509.AuthorityKeyIdentifierExtension.create(this.#certificate.publicKey),
        ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
      ],
    });
  }
}

async function readRequest(der: Uint8Array): Promise<x509.Pkcs10CertificateRequest> {
  const request = parsedRequest(der);
  const { algorithm } = request?.publicKey ?? {};
  const isOurs = algorithm?.name === KEYS.name && 'namedCurve' in algorithm && algorithm.namedCurve === KEYS.namedCurve;
  if (request === null || !isOurs || !(await request.verify())) throw new RefusalError('INPUT_INVALID');
  return request;
}

function parsedRequest(der: Uint8Array): x509.Pkcs10CertificateRequest | null {
  try {
    return new x509.Pkcs10CertificateRequest(Uint8Array.from(der));
  } catch {
    return null;
  }
}

/** Random, so that it cannot be foreseen; positive, as the standard wants it (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

async function privatePem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
