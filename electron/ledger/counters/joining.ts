/**
 * A computer joins the office as one of its counters, is known again at every connection, and renews its certificate. Number,
 * kind and office are what the office says, whatever the request for a certificate asks for (docs/server.md 2).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { RefusalError, type ErrorCode } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { CertificateAuthority, Scope } from '../request/scope.ts';
import {
  countTry,
  findCode,
  findCounter,
  findCounterBySerial,
  noteSeen,
  noteUsed,
  setCertificate,
  setNextCertificate,
  useNextCertificate,
  type CounterRow,
  type Signed,
} from './counter-rows.ts';
import { enrolmentProof, secretOf } from './enrolment-secret.ts';
import { CODE_TRIES, codeFault, mayRenew, type CodeFault } from './enrolment-rules.ts';

const REFUSED: Readonly<Record<CodeFault, ErrorCode>> = {
  unknown: 'ENROLMENT_CODE_UNKNOWN',
  used: 'ENROLMENT_CODE_USED',
  expired: 'ENROLMENT_CODE_EXPIRED',
  'tried-too-often': 'ENROLMENT_CODE_DEAD',
};

interface Judged {
  readonly counter: CounterRow;
  readonly salt: string;
  readonly triesLeft: number;
}

/**
 * Throws RefusalError NOT_ALLOWED_HERE where no server runs, ENROLMENT_CODE_UNKNOWN, _USED, _EXPIRED, _DEAD, _WRONG with the tries
 * left, or CERTIFICATE_REQUEST_INVALID.
 */
async function joinOffice(asked: Asked<'counter.join'>, input: Input<'counter.join'>): Promise<Output<'counter.join'>> {
  const authority = requireAuthority(asked);
  const request = createHash('sha256').update(input.csr).digest('hex');
  const judged = await asked.books.write(async (writing) => {
    const found = await codeFor(writing, input.number, request);
    // Counted before the proof is judged, so that a guess counts although it is refused.
    await countTry(writing, input.number);
    return found;
  });
  const secret = secretOf(asked.books, input.number, judged.salt);
  const expected = enrolmentProof(secret, 'join', authority.fingerprint, input.csr);
  if (input.proof.length !== expected.length || !timingSafeEqual(input.proof, expected))
    throw new RefusalError('ENROLMENT_CODE_WRONG', { left: judged.triesLeft });
  const certificate = judged.counter.certificate ?? (await join(asked, authority, input.csr, { request, judged }));
  const { code: officeCode, name: officeName } = await asked.books.read(requireOffice);
  const { number, kind } = judged.counter;
  const proof = enrolmentProof(secret, 'welcome', authority.fingerprint, Buffer.from(certificate));
  const serverTime = asked.books.clock();
  return { certificate, ...officeCertificate(authority), number, kind, officeCode, officeName, proof, serverTime };
}

async function codeFor(reading: Reading, number: string, request: string): Promise<Judged> {
  const counter = await findCounter(reading, number);
  const code = await findCode(reading, number);
  const fault = codeFault(code, counter?.state ?? null, request, reading.at);
  if (counter === null || code === null || fault !== null) throw new RefusalError(REFUSED[fault ?? 'unknown']);
  return { counter, salt: code.salt, triesLeft: CODE_TRIES - code.tries - 1 };
}

/** The certificate is made before the transaction, and what it rests on is looked at again inside. */
async function join(
  asked: Asked<'counter.join'>,
  authority: CertificateAuthority,
  csr: Uint8Array,
  { request, judged }: { readonly request: string; readonly judged: Judged },
): Promise<string> {
  const { number, name, kind } = judged.counter;
  const signed = await sign(asked, authority, csr, judged.counter);
  return asked.books.write(async (writing) => {
    const code = await findCode(writing, number);
    const counter = await findCounter(writing, number);
    if (code?.salt !== judged.salt || counter?.state === 'revoked') throw new RefusalError('ENROLMENT_CODE_UNKNOWN');
    if (code.usedFor !== null && code.usedFor !== request) throw new RefusalError('ENROLMENT_CODE_USED');
    const joinedMeanwhile = counter?.certificate ?? null;
    if (joinedMeanwhile !== null) return joinedMeanwhile;
    await setCertificate(writing, number, signed, await nextAuditSeq(writing));
    await noteUsed(writing, number, request);
    await recordDone(writing, asked, { subject: number, details: { name, kind, serial: signed.serial } });
    return signed.certificate;
  });
}

/** Throws RefusalError NOT_ALLOWED_HERE, COUNTER_UNKNOWN, COUNTER_REVOKED, COUNTER_STATE too early, CERTIFICATE_REQUEST_INVALID. */
async function renew(asked: Asked<'counter.renew'>, { csr }: Input<'counter.renew'>): Promise<Output<'counter.renew'>> {
  const authority = requireAuthority(asked);
  const mayHave = async (reading: Reading): Promise<CounterRow> => {
    const counter = knownCounter(await findCounter(reading, asked.counter));
    const { number, certificateEndsAt } = counter;
    if (certificateEndsAt === null || !mayRenew(certificateEndsAt, reading.at))
      throw new RefusalError('COUNTER_STATE', { number });
    return counter;
  };
  const signed = await sign(asked, authority, csr, await asked.books.read(mayHave));
  await asked.books.write(async (writing) => {
    const { number } = await mayHave(writing);
    await setNextCertificate(writing, number, signed, await nextAuditSeq(writing));
    await recordDone(writing, asked, { subject: number, details: { serial: signed.serial } });
  });
  return { certificate: signed.certificate, ...officeCertificate(authority) };
}

/** Throws RefusalError COUNTER_UNKNOWN, COUNTER_REVOKED. */
async function greet(
  asked: Asked<'counter.greet'>,
  { serial }: Input<'counter.greet'>,
): Promise<Output<'counter.greet'>> {
  const { number, kind, ...found } = await asked.books.read(async (reading) =>
    knownCounter(await findCounterBySerial(reading, serial)),
  );
  try {
    await asked.books.write((writing) => noteGreeting(writing, serial), { whileBehind: true, uncounted: true });
  } catch (error) {
    // Where the disk takes nothing a known counter still comes in; a renewed certificate waits until its first use is written down.
    if (!(error instanceof RefusalError) || found.serial !== serial || !isOfDisk(error)) throw error;
  }
  return { number, kind };
}

async function noteGreeting(writing: Writing, serial: string): Promise<void> {
  const counter = knownCounter(await findCounterBySerial(writing, serial));
  if (counter.serial !== serial) await useNextCertificate(writing, counter.number);
  await noteSeen(writing, counter.number);
}

function isOfDisk({ refusal: { code } }: RefusalError): boolean {
  return code === 'DISK_FULL' || code === 'DISK_READ_ONLY' || code === 'ANCHOR_UNWRITTEN';
}

function knownCounter(counter: CounterRow | null): CounterRow {
  if (counter === null) throw new RefusalError('COUNTER_UNKNOWN');
  if (counter.state === 'revoked') throw new RefusalError('COUNTER_REVOKED', { number: counter.number });
  return counter;
}

function requireAuthority({ authority }: Scope): CertificateAuthority {
  if (authority === null) throw new RefusalError('NOT_ALLOWED_HERE');
  return authority;
}

function officeCertificate({ officeCertificate: certificate }: CertificateAuthority) {
  return { officeCertificate: certificate };
}

async function sign(
  { books }: Scope,
  authority: CertificateAuthority,
  csr: Uint8Array,
  { number, kind }: CounterRow,
): Promise<Signed> {
  const { officeId } = await books.read(requireOffice);
  const signed = await authority.sign(csr, { officeId, number, kind });
  if (signed === null) throw new RefusalError('CERTIFICATE_REQUEST_INVALID');
  return signed;
}

export const joiningHandlers = {
  'counter.join': joinOffice,
  'counter.renew': renew,
  'counter.greet': greet,
};
