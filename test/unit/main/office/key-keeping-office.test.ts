/** When an office gets its PIN key, and that it is the same ever after (docs/ledger.md 4). */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accepted, refused, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import { demoOffice } from '../../../../electron/contract/office/demo-office.ts';
import { recoveryKeyText } from '../../../../electron/contract/office/recovery-key.ts';
import type { OpenMessage } from '../../../../electron/contract/protocol.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';
import { CounterOffice } from '../../../../electron/main/office/counter-office.ts';
import { keyKeeping, type Keychain } from '../../../../electron/main/office/key-keeping.ts';

const noKeychain: Keychain = {
  available: () => false,
  seal: () => new Uint8Array(),
  open: () => '',
};
const asker = { counter: 'teller', session: null };
const dataKey = Uint8Array.from(Buffer.from('0123456789abcdef'.repeat(4), 'hex'));
const pinKey = new Uint8Array(32).fill(7);

let root = '';
let data = '';
let keysFolder = '';
let opened: Omit<OpenMessage, 'type'>[] = [];
/** The office in the backup that is restored. */
let restoredId = '';
let filesAtCreate: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'medicard-office-keys-'));
  data = join(root, 'office');
  keysFolder = join(root, 'keys');
  mkdirSync(data);
  opened = [];
  restoredId = randomUUID();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function officeIn(officeId: string): void {
  writeFileSync(join(data, 'office.json'), JSON.stringify({ officeId }));
}

function keyFiles(): string[] {
  return readdirSync(keysFolder)
    .map((name) => name.replace(/^[^.]*/, ''))
    .sort();
}

function counterOffice(): CounterOffice {
  const office = {
    officeId: '',
    code: '0101',
    name: 'x',
    timeZone: 'UTC',
    openingDate: '2026-01-05',
    demo: false,
    livesBy: 'calendar',
  };
  const ask = (async (verb: string): Promise<Reply<unknown>> => {
    if (verb === 'office.create') {
      filesAtCreate = keyFiles();
      return accepted({ office: { ...office, officeId: opened.at(-1)!.officeId }, clerks: [] });
    }
    officeIn(restoredId);
    return accepted({ ...office, officeId: restoredId });
  }) as AskLedger;
  return new CounterOffice({
    ledger: {
      open: async ({ keys, ...place }) => {
        const handed = keys();
        if (!handed.ok) return handed;
        opened.push({ ...place, ...handed.value });
        return accepted({ officePresent: false });
      },
      refuse: () => undefined,
    },
    ask,
    keys: keyKeeping(keysFolder, noKeychain),
    keysFolder,
    demo: { office: demoOffice, files: '' },
  });
}

test('a new office: both keys are on the disk before anything is made with them, and they are two', async () => {
  const office = counterOffice();
  await office.open(data);
  const [handed] = opened;
  expect(handed?.pinKey).toHaveLength(32);
  expect(handed?.pinKey).not.toEqual(handed?.dataKey);
  await office.setUp(demoOffice, asker);
  expect(filesAtCreate).toEqual(['.key', '.pin-key']);
  const kept = keyKeeping(keysFolder, noKeychain);
  expect(kept.find('pin', handed!.officeId).key).toEqual(handed?.pinKey);
  expect(kept.find('data', handed!.officeId).key).toEqual(handed?.dataKey);
});

test('an office from before PINs gets its PIN key when first opened, and the same one ever after', async () => {
  const officeId = randomUUID();
  officeIn(officeId);
  keyKeeping(keysFolder, noKeychain).keep('data', officeId, dataKey);
  await counterOffice().open(data);
  expect(keyFiles()).toEqual(['.key', '.pin-key']);
  await counterOffice().open(data);
  expect(opened.map((message) => message.dataKey)).toEqual([dataKey, dataKey]);
  expect(opened[1]?.pinKey).toEqual(opened[0]?.pinKey);
  expect(readFileSync(join(keysFolder, `${officeId}.pin-key`), 'utf8')).toBe(
    `${Buffer.from(opened[0]!.pinKey).toString('hex')}\n`,
  );
});

test('without the key of the data there is no office to make a PIN key for', async () => {
  officeIn(randomUUID());
  expect(await counterOffice().open(data)).toMatchObject(refused('KEY_MISSING', { sealed: 'no' }));
  expect(opened).toEqual([]);
  expect(readdirSync(root)).toEqual(['office']);
});

test('a PIN key that is there and of no use is told, and not replaced', async () => {
  const officeId = randomUUID();
  officeIn(officeId);
  keyKeeping(keysFolder, noKeychain).keep('data', officeId, dataKey);
  writeFileSync(join(keysFolder, `${officeId}.pin-key`), 'no key', { mode: 0o600 });
  expect(await counterOffice().open(data)).toMatchObject({ ok: false, error: { code: 'KEY_WRONG' } });
  expect(readFileSync(join(keysFolder, `${officeId}.pin-key`), 'utf8')).toBe('no key');
});

/** What somebody types off the recovery sheet. */
function typed(pinRecoveryKey = '') {
  return { recoveryKey: recoveryKeyText(dataKey), pinRecoveryKey };
}

test('restored on another machine with both keys of the sheet, an office has its PINs again', async () => {
  const office = counterOffice();
  await office.open(data);
  expect(await office.restore('a backup', typed(recoveryKeyText(pinKey)), asker)).toMatchObject({ ok: true });
  expect(opened.at(-1)).toMatchObject({ officeId: restoredId, dataKey, pinKey });
});

test('a mistyped PIN key restores nothing', async () => {
  const office = counterOffice();
  await office.open(data);
  const wrong = recoveryKeyText(pinKey).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  expect(await office.restore('a backup', typed(wrong), asker)).toMatchObject({
    ok: false,
    error: { code: 'KEY_WRONG' },
  });
  expect(opened).toHaveLength(1);
});

test('restored on another machine without it, an office gets a PIN key, and keeps it', async () => {
  const office = counterOffice();
  await office.open(data);
  expect(await office.restore('a backup', typed(), asker)).toMatchObject({ ok: true });
  const [, restoring, after] = opened;
  expect([restoring?.dataKey, after?.dataKey]).toEqual([dataKey, dataKey]);
  expect(after).toMatchObject({ officeId: restoredId, pinKey: restoring?.pinKey });
  expect(keyFiles()).toEqual(['.key', '.pin-key']);
});

test('restored where it was before, it has the PIN key that is there', async () => {
  keyKeeping(keysFolder, noKeychain).keep('pin', restoredId, pinKey);
  const office = counterOffice();
  await office.open(data);
  expect(await office.restore('a backup', typed(), asker)).toMatchObject({ ok: true });
  expect(opened.at(-1)).toMatchObject({ officeId: restoredId, dataKey, pinKey });
});
