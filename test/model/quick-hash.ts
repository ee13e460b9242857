/**
 * Stands in for argon2id where thousands of PINs are typed: its strength and its parameters are proven in
 * test/unit/ledger/customer/pins.test.ts, here it would be nearly all of the time.
 */
import { createHash } from 'node:crypto';

export const quickHash = {
  STRENGTH: { memoryKib: 8, passes: 1, lanes: 1 },
  argon2id: (password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve(createHash('sha256').update(salt).update(password).digest()),
};
