/**
 * Stands in for argon2id where thousands of passwords are typed: its strength and its parameters are proven in
 * test/unit/ledger/customer/pins.test.ts, here it would be nearly all of the time.
 */
import { createHash } from 'node:crypto';

interface Wanted {
  readonly password: string | Uint8Array;
  readonly salt: Uint8Array;
  readonly outputType: 'binary' | 'encoded';
}

const digest = (password: string | Uint8Array, salt: Uint8Array) =>
  createHash('sha256').update(salt).update(password).digest();

export const quickHash = {
  argon2id: async ({ password, salt, outputType }: Wanted): Promise<string | Uint8Array> =>
    outputType === 'binary'
      ? digest(password, salt)
      : `${Buffer.from(salt).toString('hex')}$${digest(password, salt).toString('hex')}`,
  argon2Verify: async ({ password, hash }: { readonly password: string; readonly hash: string }): Promise<boolean> => {
    const [salt = '', kept] = hash.split('$');
    return digest(password, Buffer.from(salt, 'hex')).toString('hex') === kept;
  },
};
