/** Clerks' passwords: argon2id of the strength that docs/rules.md 4 asks of PINs, kept in its usual text form. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { argon2id, STRENGTH } from '../../books/sealing/argon2id.ts';

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await hashed(password, salt);
  const { memoryKib, passes, lanes } = STRENGTH;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

const TEXT_FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

let decoy: Promise<string> | null = null;

/** Takes as long for a clerk who does not exist (`hash` null) as for a wrong password. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  if (hash !== null) return verified(password, hash);
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  await verified(password, await decoy);
  return false;
}

/** With the strength that the kept text names. */
async function verified(password: string, text: string): Promise<boolean> {
  const parts = TEXT_FORM.exec(text);
  if (parts === null) throw new RefusalError('DATABASE_DAMAGED', { system: 'clerk password' });
  const [, memory, passes, lanes, salt = '', hash = ''] = parts;
  const strength = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  const kept = Buffer.from(hash, 'base64');
  const found = await hashed(password, Buffer.from(salt, 'base64'), strength);
  return kept.length === found.length && timingSafeEqual(kept, found);
}

async function hashed(password: string, salt: Uint8Array, strength = STRENGTH): Promise<Uint8Array> {
  const bytes = Buffer.from(password);
  const hash = await argon2id(bytes, salt, strength);
  bytes.fill(0);
  return hash;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** Letters and digits that are not mistaken for one another, about 59 bits. */
export function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(12), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
