/** argon2id is the same hash wherever it is made, and what was kept before still fits. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { argon2id as hashWasm } from 'hash-wasm';
import { expect, test, vi } from 'vitest';
import { argon2id, argon2idOfNode, STRENGTH } from '../../../../../electron/ledger/books/sealing/argon2id.ts';
import { argon2idInThread } from '../../../../../electron/ledger/books/sealing/argon2id-thread.ts';
import { hashPassword, passwordMatches } from '../../../../../electron/ledger/request/clerk/passwords.ts';

vi.unmock('../../../../../electron/ledger/books/sealing/argon2id.ts');

const OLD = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

test('Node’s own, and the thread where a runtime has none, give one hash: that of the packages’ version', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
  const salts = fc.uint8Array({ minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(bytes, salts, async (password, salt) => {
      const work = { password, salt, strength: STRENGTH };
      const [node, thread] = await Promise.all([argon2idOfNode(work), argon2idInThread(work)]);
      expect(Buffer.from(thread).equals(node)).toBe(true);
      expect(Buffer.from(await hashWasm({ password, salt, ...OLD, outputType: 'binary' })).equals(node)).toBe(true);
    }),
    { numRuns: 5 },
  );
});

test('the thread answers each of many who wait at once', async () => {
  const asked = Array.from({ length: 6 }, (_, at) => Buffer.from(`password ${at}`));
  const salt = randomBytes(16);
  const strength = { memoryKib: 64, passes: 1, lanes: 1 };
  const threaded = await Promise.all(asked.map((password) => argon2idInThread({ password, salt, strength })));
  for (const [at, password] of asked.entries())
    expect(Buffer.from(await argon2id(password, salt, strength)).equals(threaded[at] ?? Buffer.alloc(0))).toBe(true);
});

test.each(['clerk-password-1001', '密码是人民路储蓄所', 'e\u0301 ü'])(
  'a password kept before still fits: %s',
  async (password) => {
    const before = await hashWasm({ password, salt: randomBytes(16), ...OLD, outputType: 'encoded' });
    expect(await passwordMatches(password, before)).toBe(true);
    expect(await passwordMatches(`${password}.`, before)).toBe(false);
    const text = await hashPassword(password);
    expect(text).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await passwordMatches(password, text)).toBe(true);
  },
);

test('while it hashes, the event loop goes on', async () => {
  let turns = 0;
  let over = false;
  const count = (): void => {
    turns += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await argon2id(Buffer.from('a'), randomBytes(16));
  over = true;
  // One that held the loop would have ended before its first turn; how many more there are is the machine's.
  expect(turns).toBeGreaterThan(0);
});

test('a kept password that is none is damage, and ends nothing', async () => {
  await expect(passwordMatches('a', 'plain')).rejects.toMatchObject({ refusal: { code: 'DATABASE_DAMAGED' } });
});
