/**
 * The one-time code with which a computer joins an office as one of its counters: the counter's number, and fifty bits as ten
 * characters that are easy to read out (docs/server.md 2). Whoever joins never sends it: it is proven over what is sent.
 */

/** Crockford's 32 characters: none is mistaken for another one. */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_LENGTH = 10;
const BITS_A_CHARACTER = 5;

export interface EnrolmentCode {
  /** Two digits. */
  readonly number: string;
  readonly secret: string;
}

/** `02-K7QM3-XPT9R`. */
export function enrolmentCodeText({ number, secret }: EnrolmentCode): string {
  return `${number}-${secret.slice(0, 5)}-${secret.slice(5)}`;
}

/** What a person typed; null when it is no such code. A letter O is a zero, an I or L a one. */
export function parseEnrolmentCode(text: string): EnrolmentCode | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const number = typed.slice(0, 2);
  const secret = typed.slice(2);
  const isSecret = secret.length === SECRET_LENGTH && Array.from(secret).every((each) => CHARACTERS.includes(each));
  return /^\d\d$/.test(number) && isSecret ? { number, secret } : null;
}

/** The secret of a code off 32 hex digits or more that nobody can guess. */
export function enrolmentSecret(digits: string): string {
  const bits = BigInt(`0x${digits.slice(0, 16)}`);
  return Array.from({ length: SECRET_LENGTH }, (_, at) =>
    CHARACTERS.charAt(Number((bits >> BigInt(at * BITS_A_CHARACTER)) & 31n)),
  ).join('');
}

/** Of a proof: `join` is the computer's over its request, `welcome` the server's over its answer. */
export type ProvenBy = 'join' | 'welcome';

/**
 * What a proof is made over, by HMAC-SHA-256 with the secret as its key: who proves, the fingerprint of the office's certificate in
 * 64 hex digits, and the content. So neither side can be spoken for by somebody in between who has certificates of their own.
 */
export function provenContent(by: ProvenBy, fingerprint: string, content: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`medicard-counter ${by}\n${fingerprint}\n`);
  const message = new Uint8Array(head.length + content.length);
  message.set(head);
  message.set(content, head.length);
  return message;
}
