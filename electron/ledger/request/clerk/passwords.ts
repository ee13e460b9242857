/** Clerks' passwords: argon2id, 19 MiB, two passes, one lane (the same strength docs/rules.md 4 asks of PINs). */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

export async function hashPassword(password: string): Promise<string> {
  return argon2id({
    password,
    salt: randomBytes(16),
    memorySize: 19_456,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });
}

let decoy: Promise<string> | null = null;

/** Takes as long for a clerk who does not exist (`hash` null) as for a wrong password. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  if (hash !== null) return argon2Verify({ password, hash });
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  await argon2Verify({ password, hash: await decoy });
  return false;
}

/** Letters and digits that are not mistaken for one another, about 59 bits. */
export function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(12), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
