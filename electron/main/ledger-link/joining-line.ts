/**
 * This computer asks an office server to let it join as one of its counters. Whoever answers is believed for nothing until they
 * have proven that they know the code too, so that somebody in between learns and signs nothing (docs/server.md 2).
 */
import { createHmac, timingSafeEqual, type X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { provenContent, type EnrolmentCode } from '../../contract/administration/enrolment-code.ts';
import { accepted, refused, type Reply } from '../../contract/kernel/errors.ts';
import { verbs, type Output } from '../../contract/verbs.ts';
import { addressText } from '../../line/address-text.ts';
import { FramedLine } from '../../line/framed-line.ts';
import { FROM_JOINING, JOIN_PROTOCOL, joinedSchema, TO_JOINING } from '../../line/join-messages.ts';
import { isBeat, PROTOCOL } from '../../line/line-messages.ts';

export interface Joining {
  readonly host: string;
  readonly port: number;
  readonly code: EnrolmentCode;
  /** PKCS #10, DER; its key stays here. */
  readonly csr: Uint8Array<ArrayBuffer>;
  /** The version of this program. */
  readonly program: string;
  readonly timeoutMs?: number;
}

type Joined = Output<'counter.join'>;

const USUAL_TIMEOUT_MS = 15_000;

/**
 * Answers what the office refuses; SERVER_UNREACHABLE; SERVER_OTHER for who cannot prove to be the office, or is not named so; and
 * CERTIFICATE_EXPIRED where the clocks are too far apart. What is seen before anything is asked costs the code nothing, nor does a
 * program of another release: PROGRAM_OLDER or _NEWER.
 */
export async function joinOffice(joining: Joining): Promise<Reply<Joined>> {
  const { host, port, timeoutMs = USUAL_TIMEOUT_MS } = joining;
  const address = addressText(host, port);
  // What it shows is not trusted but proven over; no name or authority is known before.
  const options = {
    host,
    port,
    ALPNProtocols: [JOIN_PROTOCOL],
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
  } as const;
  const socket = connect(options);
  const late = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    return await ask(socket, joining, address);
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

function ask(socket: TLSSocket, { host, code, csr, program }: Joining, address: string): Promise<Reply<Joined>> {
  return new Promise((resolve) => {
    socket.on('error', () => resolve(refused('SERVER_UNREACHABLE', { address })));
    socket.once('close', () => resolve(refused('SERVER_UNREACHABLE', { address })));
    socket.once('secureConnect', () => {
      const shown = socket.getPeerX509Certificate();
      const fingerprint = officeOf(shown);
      const isOffice = fingerprint !== null && socket.alpnProtocol === JOIN_PROTOCOL;
      if (shown === undefined || !isOffice || !isNamed(shown, host)) {
        resolve(refused('SERVER_OTHER', { address }));
        return;
      }
      if (!isGoodNow(shown)) {
        resolve(refused('CERTIFICATE_EXPIRED'));
        return;
      }
      const line = new FramedLine(socket, {
        incoming: TO_JOINING,
        outgoing: FROM_JOINING,
        message: (raw) => {
          // A server that needs long for its answer says meanwhile that it is there.
          if (!isBeat(raw)) resolve(judged(raw, code, fingerprint, address));
        },
        ended: () => undefined,
      });
      const proof = proven(code, 'join', fingerprint, csr);
      line.send({ type: 'join', protocol: PROTOCOL, program, input: { number: code.number, csr, proof } });
    });
  });
}

/** The fingerprint of the authority that signed what the server shows; null where it shows none that did. */
function officeOf(shown: X509Certificate | undefined): string | null {
  const authority = shown?.issuerCertificate;
  if (shown === undefined || authority === undefined || !authority.ca) return null;
  if (!shown.checkIssued(authority) || !shown.verify(authority.publicKey)) return null;
  return authority.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** As every line from then on will want it. */
function isNamed(shown: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? shown.checkHost(host) : shown.checkIP(host)) !== undefined;
}

/** By the clock of this computer, which would refuse the same server once it has joined. */
function isGoodNow({ validFrom, validTo }: X509Certificate): boolean {
  const now = Date.now();
  return new Date(validFrom).getTime() <= now && now <= new Date(validTo).getTime();
}

function judged(raw: unknown, code: EnrolmentCode, fingerprint: string, address: string): Reply<Joined> {
  const message = joinedSchema.safeParse(raw);
  if (!message.success) return refused('SERVER_OTHER', { address });
  const { reply } = message.data;
  if (!reply.ok) return reply;
  const joined = verbs['counter.join'].output.safeParse(reply.value);
  if (!joined.success) return refused('SERVER_OTHER', { address });
  const expected = proven(code, 'welcome', fingerprint, Buffer.from(joined.data.certificate));
  const { proof } = joined.data;
  const isOffice = proof.length === expected.length && timingSafeEqual(proof, expected);
  return isOffice ? accepted(joined.data) : refused('SERVER_OTHER', { address });
}

function proven({ secret }: EnrolmentCode, ...words: Parameters<typeof provenContent>): Uint8Array {
  return createHmac('sha256', secret)
    .update(provenContent(...words))
    .digest();
}
