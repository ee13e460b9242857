/**
 * The lines of the Asterisk Gateway Interface, from its public description: the exchange opens with `agi_NAME: VALUE` lines and an empty
 * one, then answers each command with `200 result=N`, and says `HANGUP` on its own when the caller has gone.
 */
import { KEYS, type Key } from '../../menu/menu-state-rules.ts';

/** A head or answer of an exchange is some hundred bytes a line. */
export const LONGEST_LINE = 4096;

const WAIT_FOR_KEY_MS = 500;

/** `result` of an answer; null for a command that was not taken, or no answer at all. */
export function resultOf(line: string): number | null {
  const [, digits] = /^200 result=(-?\d+)/.exec(line) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** A key by its character code, as STREAM FILE and WAIT FOR DIGIT answer it; null for none. */
export function keyOf(result: number): Key | null {
  const text = result > 0 && result < 128 ? String.fromCharCode(result) : '';
  return (KEYS as readonly string[]).includes(text) ? (text as Key) : null;
}

/** The number that calls, of the lines of a head; null where the exchange has none or hides it. */
export function callerOf(head: readonly string[]): string | null {
  const line = head.find((each) => each.startsWith('agi_callerid:')) ?? '';
  const number = line.slice('agi_callerid:'.length).trim();
  return /^\+?\d{3,20}$/.test(number) ? number : null;
}

/** Plays one file, without its ending, until it ends or a key is struck. */
export function streamFile(path: string): string {
  return `STREAM FILE ${quoted(path)} "0123456789*#"`;
}

export const WAIT_FOR_KEY = `WAIT FOR DIGIT ${WAIT_FOR_KEY_MS}`;
export const ANSWER = 'ANSWER';
export const HANG_UP = 'HANGUP';
/** The exchange's own plan reads it when the gateway has ended, and connects the call to a person. */
export const TO_PERSON = 'SET VARIABLE CALL_NEXT "person"';

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Loopback and private networks: the protocol has neither encryption nor a proof of who speaks. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '').toLowerCase();
  if (plain === 'localhost' || plain === '::1') return true;
  const [first = -1, second = -1, ...rest] = plain.split('.').map(Number);
  if (rest.length === 2)
    return (
      first === 127 ||
      first === 10 ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254)
    );
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(plain);
}
