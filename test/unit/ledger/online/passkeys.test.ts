/** Passkeys that were seen before, are late, come from elsewhere or from nobody (docs/rules.md 7). */
import { beforeEach, expect, test } from 'vitest';
import { HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { MINUTE, type Office } from '../../../offices/small-office.ts';
import { SoftPasskey } from '../../../offices/soft-passkey.ts';

const HERE = { origin: 'https://cards.bank.example', site: 'cards.bank.example' };
const ELSEWHERE = { origin: 'https://cards.bank.example.evil', site: 'cards.bank.example' };

let office: Office;
let door: HolderDoor;
let passkey: SoftPasskey;
officeOfEachTest((open) => ({ office } = open));
beforeEach(async () => {
  door = new HolderDoor(office);
  passkey = new SoftPasskey();
  const challengeId = await challenge('register');
  const answer = passkey.registers({ challengeId, ...HERE });
  await register(challengeId, answer);
  await door.must('online.signOut', {});
});

async function challenge(purpose: 'register' | 'sign-in'): Promise<string> {
  return (await door.must('online.challenge', { purpose, ...HERE })).challengeId;
}

async function register(challengeId: string, answer: string): Promise<void> {
  const code = await door.code('register', person(0));
  await door.must('online.register', { ...code, login: { kind: 'passkey', challengeId, answer }, language: 'zh-CN' });
}

const signIn = (challengeId: string, answer: string) =>
  door.codeOf('online.signIn', { proof: { kind: 'passkey', challengeId, answer } });

test('one answer signs in once; the same once more is nobody', async () => {
  const challengeId = await challenge('sign-in');
  const answer = passkey.signs({ challengeId, ...HERE });
  expect(await signIn(challengeId, answer)).toBe('done');
  expect(await signIn(challengeId, answer)).toBe('PASSKEY_REFUSED');
  // Nor with another challenge than the one that was signed.
  expect(await signIn(await challenge('sign-in'), answer)).toBe('PASSKEY_REFUSED');
  office.reopen();
  expect(await signIn(challengeId, answer)).toBe('PASSKEY_REFUSED');
});

test('a registration is answered once, and no second login has the same passkey', async () => {
  const other = new SoftPasskey();
  const challengeId = await challenge('register');
  const answer = other.registers({ challengeId, ...HERE });
  await register(challengeId, answer);
  const code = await door.code('register', person(1));
  const again = { ...code, login: { kind: 'passkey', challengeId, answer }, language: 'zh-CN' } as const;
  expect(await door.codeOf('online.register', again)).toBe('PASSKEY_REFUSED');
  const fresh = await challenge('register');
  const same = {
    kind: 'passkey',
    challengeId: fresh,
    answer: other.registers({ challengeId: fresh, ...HERE }),
  } as const;
  expect(await door.codeOf('online.register', { ...again, login: same })).toBe('PASSKEY_REFUSED');
});

const SIGNED: readonly (readonly [string, () => Promise<string>])[] = [
  [
    'a late one',
    async () => {
      const challengeId = await challenge('sign-in');
      office.at += 5 * MINUTE;
      return signIn(challengeId, passkey.signs({ challengeId, ...HERE }));
    },
  ],
  [
    'one for registering',
    async () => {
      const challengeId = await challenge('register');
      return signIn(challengeId, passkey.signs({ challengeId, ...HERE }));
    },
  ],
  [
    'one that another place had signed',
    async () => {
      const challengeId = await challenge('sign-in');
      return signIn(challengeId, passkey.signs({ challengeId, ...ELSEWHERE }));
    },
  ],
  [
    'one whose owner was not verified',
    async () => {
      const challengeId = await challenge('sign-in');
      return signIn(challengeId, passkey.signs({ challengeId, ...HERE }, 0x01));
    },
  ],
  [
    'one of a passkey nobody registered',
    async () => {
      const challengeId = await challenge('sign-in');
      return signIn(challengeId, new SoftPasskey().signs({ challengeId, ...HERE }));
    },
  ],
  [
    'a challenge that this ledger never gave',
    async () => {
      const challengeId = `${(await challenge('sign-in')).split('.')[0] ?? ''}.AAAA`;
      return signIn(challengeId, passkey.signs({ challengeId, ...HERE }));
    },
  ],
  [
    'a copy whose count of uses lies behind',
    async () => {
      const first = await challenge('sign-in');
      passkey.uses = 9;
      expect(await signIn(first, passkey.signs({ challengeId: first, ...HERE }))).toBe('done');
      passkey.uses = 4;
      const second = await challenge('sign-in');
      return signIn(second, passkey.signs({ challengeId: second, ...HERE }));
    },
  ],
];

test.each(SIGNED)('%s signs nobody in', async (_, trying) => {
  expect(await trying()).toBe('PASSKEY_REFUSED');
});

test('what is refused counts for its address, over a restart, and uses its challenge up', async () => {
  const challengeId = await challenge('sign-in');
  expect(await signIn(challengeId, new SoftPasskey().signs({ challengeId, ...HERE }))).toBe('PASSKEY_REFUSED');
  expect(await signIn(challengeId, passkey.signs({ challengeId, ...HERE })), 'it was answered').toBe('PASSKEY_REFUSED');
  // Code and registration were of this address too.
  for (let asked = 4; asked < 60; asked += 1) expect(await signIn('none.given', '{}')).toBe('PASSKEY_REFUSED');
  office.reopen();
  const right = await challenge('sign-in');
  expect(await signIn(right, passkey.signs({ challengeId: right, ...HERE }))).toBe('ONLINE_TOO_MANY');
  office.at += 60 * MINUTE;
  const later = await challenge('sign-in');
  expect(await signIn(later, passkey.signs({ challengeId: later, ...HERE }))).toBe('done');
});
