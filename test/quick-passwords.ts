/**
 * Runs before every test file: argon2id works at its least strength, as at full strength it took a large part of the
 * whole time. What proves the strength takes this back with `vi.unmock`.
 */
import { vi } from 'vitest';
import type { Argon2Strength } from '../electron/ledger/books/sealing/argon2id-work.ts';

vi.mock(import('../electron/ledger/books/sealing/argon2id.ts'), async (original) => {
  const real = await original();
  const least: Argon2Strength = { memoryKib: 8, passes: 1, lanes: 1 };
  return {
    ...real,
    STRENGTH: least,
    argon2id: (...[password, salt, strength = least]: Parameters<typeof real.argon2id>) =>
      real.argon2id(password, salt, strength),
  };
});
